package moisson.publish.merge;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import moisson.event.Access;
import moisson.event.Event;
import moisson.event.EventFormat;
import moisson.event.Hosts;
import moisson.event.Kind;
import moisson.event.Links;
import moisson.event.Mode;
import moisson.event.OrganiserType;
import moisson.event.Place;
import moisson.event.Status;
import moisson.event.Wording;
import org.jspecify.annotations.Nullable;

/**
 * Makes the published event of a cluster by the rules of decision 0004: the most complete member leads, a filled value
 * goes before an empty one, and few columns have a rule of their own. The same members in the same order give the same
 * event.
 */
public final class Merge {
    /** What a feed says on purpose outweighs "prévu", which many feeds say by default: the gravest news is published. */
    private static final List<Status> FROM_MILD_TO_GRAVE =
            List.of(Status.SCHEDULED, Status.FULL, Status.MOVED_ONLINE, Status.POSTPONED, Status.CANCELLED);

    private static final Comparator<Event> WELL_DESCRIBED = Comparator.comparingInt(
                    (Event event) -> cut(event.wording().description()) ? 0 : 1)
            .thenComparingInt(
                    event -> Objects.requireNonNullElse(event.wording().description(), "")
                            .length());

    private Merge() {}

    /**
     * The published event of these members.
     *
     * @param members in the order in which their records became known; at least one
     */
    public static Merged of(List<Event> members) {
        List<Event> ranked = members.stream()
                .map(Merge::plain)
                .sorted(Comparator.comparingInt((Event event) -> -Completeness.of(event)))
                .toList();
        Choice choice = new Choice(ranked);
        Event lead = ranked.getFirst();
        Wording wording = wording(choice, lead);
        Event merged = new Event(
                lead.id(),
                wording,
                kind(choice),
                Times.of(choice),
                Places.of(choice),
                hosts(choice),
                access(choice),
                new Links(
                        choice.first("url", event -> event.links().page()),
                        choice.first("inscription", event -> event.links().registration())));
        return new Merged(merged, choice.origin(), Completeness.of(merged));
    }

    private static Wording wording(Choice choice, Event lead) {
        choice.came("titre", true, lead);
        Event told = choice.best(WELL_DESCRIBED);
        String description = told.wording().description();
        choice.came("description", description != null, told);
        return new Wording(
                lead.title(),
                description,
                choice.first("description_courte", event -> event.wording().summary()),
                choice.first("langue", event -> event.wording().language()));
    }

    private static Kind kind(Choice choice) {
        Event gravest = choice.best(Comparator.comparingInt(
                event -> FROM_MILD_TO_GRAVE.indexOf(event.kind().status())));
        choice.came("statut", true, gravest);
        return new Kind(
                Objects.requireNonNull(
                        choice.first("format", event -> event.kind().format(), format -> format != EventFormat.OTHER)),
                Objects.requireNonNull(
                        choice.first("mode", event -> event.kind().mode(), mode -> mode == Mode.MIXED)),
                gravest.kind().status());
    }

    /** The type is that of the bodies published: another member may tell of another body, of another type. */
    private static Hosts hosts(Choice choice) {
        List<String> organisers =
                choice.longest("organisateurs", event -> event.hosts().organisers());
        OrganiserType type = choice.<OrganiserType>first(
                "type_organisateur", event -> typeOf(event, organisers), found -> found != OrganiserType.OTHER);
        return new Hosts(organisers, Objects.requireNonNull(type));
    }

    private static @Nullable OrganiserType typeOf(Event event, List<String> organisers) {
        return event.hosts().organisers().equals(organisers) ? event.hosts().type() : null;
    }

    private static Access access(Choice choice) {
        return new Access(
                choice.longest("publics", event -> event.access().audiences()),
                choice.longest("themes", event -> event.access().themes()),
                choice.first("gratuit", event -> event.access().free()),
                choice.first("tarif", event -> event.access().price()),
                choice.longest("accessibilite", event -> event.access().accessibility()));
    }

    private static boolean cut(@Nullable String text) {
        return text == null || text.endsWith("…") || text.endsWith("...");
    }

    private static Event plain(Event event) {
        Wording wording = event.wording();
        Access access = event.access();
        return new Event(
                event.id(),
                new Wording(
                        Objects.requireNonNullElse(Plain.text(wording.title()), "(sans titre)"),
                        Plain.text(wording.description()),
                        Plain.text(wording.summary()),
                        Plain.text(wording.language())),
                event.kind(),
                event.when(),
                plain(event.place()),
                new Hosts(Plain.texts(event.hosts().organisers()), event.hosts().type()),
                new Access(
                        access.audiences().stream().distinct().toList(),
                        Plain.texts(access.themes()),
                        access.free(),
                        Plain.text(access.price()),
                        Plain.texts(access.accessibility())),
                new Links(
                        Plain.url(event.links().page()), Plain.url(event.links().registration())));
    }

    private static Place plain(Place place) {
        Double latitude = place.latitude();
        Double longitude = place.longitude();
        boolean known =
                latitude != null && longitude != null && Double.isFinite(latitude) && Double.isFinite(longitude);
        return new Place(
                Plain.text(place.venue()),
                Plain.text(place.address()),
                Plain.text(place.postcode()),
                Plain.text(place.commune()),
                Plain.text(place.communeCode()),
                Plain.text(place.department()),
                Plain.text(place.departmentCode()),
                Plain.text(place.region()),
                Plain.text(place.regionCode()),
                place.country(),
                known ? latitude : null,
                known ? longitude : null,
                known ? place.precision() : null);
    }
}
