package moisson.store;

import java.time.LocalDate;
import java.util.List;
import moisson.event.Access;
import moisson.event.Audience;
import moisson.event.Event;
import moisson.event.EventFormat;
import moisson.event.EventId;
import moisson.event.Hosts;
import moisson.event.Kind;
import moisson.event.Links;
import moisson.event.Mode;
import moisson.event.Moment;
import moisson.event.OrganiserType;
import moisson.event.Place;
import moisson.event.Precision;
import moisson.event.Session;
import moisson.event.Status;
import moisson.event.When;
import moisson.event.Wording;

/** Fictional events, from saying everything to saying next to nothing. */
final class EventForTest {
    private EventForTest() {}

    static Event full() {
        return new Event(
                new EventId("ville-fictive", "n° 42"),
                new Wording("Atelier fictif « données »", "Une longue\ndescription", "Une courte", "fr"),
                new Kind(EventFormat.WORKSHOP, Mode.MIXED, Status.MOVED_ONLINE),
                new When(
                        List.of(
                                new Session(
                                        Moment.parse("2020-11-05T09:00:00+01:00"),
                                        Moment.parse("2020-11-05T10:30:15.123456789+01:00")),
                                new Session(Moment.parse("2020-11-06T09:00:00-04:00"), null),
                                new Session(Moment.parse("2020-11-07T09:00:00Z"), null),
                                new Session(Moment.parse("2020-11-08"), Moment.parse("2020-11-09"))),
                        "Europe/Paris",
                        LocalDate.of(2020, 11, 1),
                        LocalDate.of(2020, 12, 31),
                        2020),
                new Place(
                        "Salle fictive",
                        "1 rue Imaginaire",
                        "59000",
                        "Lille",
                        "59350",
                        "Nord",
                        "59",
                        "Hauts-de-France",
                        "32",
                        "FR",
                        50.62925,
                        -3.0573,
                        Precision.ADDRESS),
                new Hosts(List.of("Ville fictive", "Laboratoire fictif"), OrganiserType.LOCAL_AUTHORITY),
                new Access(
                        List.of(Audience.PUBLIC_AGENTS, Audience.EVERYONE),
                        List.of("numérique"),
                        false,
                        "5 €",
                        List.of("LSF")),
                new Links("https://exemple.fr/atelier", "https://exemple.fr/inscription"));
    }

    static Event minimal() {
        return called(new EventId("ville-fictive", "1"), "Balade fictive");
    }

    static Event called(EventId id, String title) {
        return new Event(
                id,
                new Wording(title, null, null, null),
                new Kind(EventFormat.OTHER, Mode.ON_SITE, Status.SCHEDULED),
                new When(List.of(), "Europe/Paris", null, null, 2020),
                Place.NOWHERE,
                new Hosts(List.of(), OrganiserType.OTHER),
                new Access(List.of(), List.of(), null, null, List.of()),
                new Links(null, null));
    }
}
