package moisson.intake.schema;

import java.util.Set;

/** The classes of events of schema.org (version 29) and of the DATAtourisme ontology (version 3). */
public final class EventTypes {
    /** schema:Event and everything below it, save the UserInteraction branch, which counts clicks. */
    public static final Set<String> EVENTS = Set.of(
            "Event",
            "BroadcastEvent",
            "BusinessEvent",
            "ChildrensEvent",
            "ComedyEvent",
            "ConferenceEvent",
            "CourseInstance",
            "DanceEvent",
            "DeliveryEvent",
            "EducationEvent",
            "EventSeries",
            "ExhibitionEvent",
            "Festival",
            "FoodEvent",
            "Hackathon",
            "LiteraryEvent",
            "MusicEvent",
            "OnDemandEvent",
            "PerformingArtsEvent",
            "PublicationEvent",
            "SaleEvent",
            "ScreeningEvent",
            "SocialEvent",
            "SportsEvent",
            "TheaterEvent",
            "VisualArtsEvent");

    /** dt:EntertainmentAndEvent; everything below it bears it too. */
    public static final String TOURISM = "EntertainmentAndEvent";

    private EventTypes() {}
}
