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
import moisson.event.Status;
import moisson.event.Wording;
import org.jspecify.annotations.Nullable;

/**
 * Makes the published event of a cluster by the rules of decision 0004: column by column, from the record whose word is
 * worth most there. The same records in the same order give the same event.
 */
public final class Merge {
    /** What a feed says on purpose outweighs "prévu", which many feeds say by default: the gravest news is published. */
    private static final List<Status> FROM_MILD_TO_GRAVE =
            List.of(Status.SCHEDULED, Status.FULL, Status.MOVED_ONLINE, Status.POSTPONED, Status.CANCELLED);

    private static final Belief DESCRIPTIONS = new Belief(
            Topic.TEXTS,
            Comparator.comparing((Event event) -> !cut(event.wording().description())),
            Comparator.comparingInt(
                    (Event event) -> Objects.requireNonNullElse(event.wording().description(), "")
                            .length()),
            false);
    private static final Belief STATUSES = Belief.passing(
            Topic.STATUS,
            Comparator.comparing((Event event) -> event.kind().status() != Status.SCHEDULED),
            Comparator.comparingInt(
                    (Event event) -> FROM_MILD_TO_GRAVE.indexOf(event.kind().status())));
    private static final Belief MODES = Belief.steady(
            Topic.KIND, Comparator.comparing((Event event) -> event.kind().mode() == Mode.MIXED));

    private static final Belief TITLES = Belief.steady(Topic.TITLE);
    private static final Belief TEXTS = Belief.steady(Topic.TEXTS);
    private static final Belief ACCESS = Belief.passing(Topic.ACCESS);
    private static final Belief LINKS = Belief.passing(Topic.LINKS);

    private Merge() {}

    /**
     * The published event of these records.
     *
     * @param tellings in the order in which they became known; at least one
     */
    public static Merged of(List<Telling> tellings) {
        Choice choice = new Choice(tellings.stream().map(Telling::plain).toList());
        Telling lead = choice.best(TITLES);
        return choice.merged(new Event(
                lead.id(),
                wording(choice, lead),
                kind(choice),
                Times.of(choice),
                Places.of(choice),
                hosts(choice),
                access(choice),
                new Links(
                        choice.first("url", LINKS, event -> event.links().page()),
                        choice.first(
                                "inscription", LINKS, event -> event.links().registration()))));
    }

    private static Wording wording(Choice choice, Telling lead) {
        choice.came("titre", TITLES, Event::title, lead);
        return new Wording(
                lead.event().title(),
                choice.first(
                        "description", DESCRIPTIONS, event -> event.wording().description()),
                choice.first(
                        "description_courte", TEXTS, event -> event.wording().summary()),
                choice.first("langue", TEXTS, event -> event.wording().language()));
    }

    private static Kind kind(Choice choice) {
        return new Kind(
                Objects.requireNonNull(choice.first(
                        "format", Topic.KIND, event -> event.kind().format(), format -> format != EventFormat.OTHER)),
                Objects.requireNonNull(
                        choice.first("mode", MODES, event -> event.kind().mode())),
                Objects.requireNonNull(
                        choice.first("statut", STATUSES, event -> event.kind().status())));
    }

    /** The type is that of the bodies published: another record may tell of another body, of another type. */
    private static Hosts hosts(Choice choice) {
        List<String> organisers = choice.longest(
                "organisateurs", Topic.ORGANISERS, event -> event.hosts().organisers());
        OrganiserType type = choice.<OrganiserType>first(
                "type_organisateur",
                Topic.ORGANISERS,
                event -> typeOf(event, organisers),
                found -> found != OrganiserType.OTHER);
        return new Hosts(organisers, Objects.requireNonNull(type));
    }

    private static @Nullable OrganiserType typeOf(Event event, List<String> organisers) {
        return event.hosts().organisers().equals(organisers) ? event.hosts().type() : null;
    }

    private static Access access(Choice choice) {
        return new Access(
                choice.longest("publics", Topic.ACCESS, event -> event.access().audiences()),
                choice.longest("themes", Topic.ACCESS, event -> event.access().themes()),
                choice.first("gratuit", ACCESS, event -> event.access().free()),
                choice.first("tarif", ACCESS, event -> event.access().price()),
                choice.longest(
                        "accessibilite", Topic.ACCESS, event -> event.access().accessibility()));
    }

    private static boolean cut(@Nullable String text) {
        return text == null || text.endsWith("…") || text.endsWith("...");
    }
}
