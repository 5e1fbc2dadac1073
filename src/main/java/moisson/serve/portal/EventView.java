package moisson.serve.portal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import moisson.event.Event;
import moisson.event.EventId;
import moisson.event.Ground;
import moisson.event.Place;
import moisson.event.PublishedEvent;
import moisson.event.Session;
import moisson.event.Status;
import moisson.event.Term;
import moisson.publish.format.Column;
import moisson.publish.format.Columns;
import moisson.serve.view.Frame;
import org.jspecify.annotations.Nullable;

/**
 * An event as its page shows it.
 *
 * @param jsonLd the triples of its other forms, for programs that read pages
 */
public record EventView(
        String id,
        String title,
        String edition,
        String language,
        @Nullable String banner,
        @Nullable String clock,
        List<Sitting> sittings,
        List<String> place,
        List<Fact> facts,
        List<String> paragraphs,
        @Nullable String page,
        @Nullable String registration,
        List<Origin> origins,
        List<String> sources,
        String uri,
        String modified,
        int completeness,
        List<Card> similar,
        String jsonLd) {
    private static final int LONGEST_VALUE = 120;

    /** Whether there was anything to choose from. */
    public boolean explained() {
        return origins.stream().anyMatch(origin -> !origin.why().isEmpty());
    }

    /** A session by the clock of its place, and by that of Paris when they differ. */
    public record Sitting(String local, @Nullable String paris) {}

    public record Fact(String label, String value) {}

    /**
     * Where the value of a column comes from.
     *
     * @param why it was taken from there; empty when there is only one record
     */
    public record Origin(String column, String value, String source, String key, String why) {}

    static EventView of(
            PublishedEvent published,
            String edition,
            Frame frame,
            String base,
            Function<String, String> sourceName,
            List<Card> similar,
            String jsonLd) {
        Event event = published.event();
        Status status = event.kind().status();
        return new EventView(
                published.id(),
                event.title(),
                edition,
                Objects.requireNonNullElse(event.wording().language(), "fr"),
                status == Status.SCHEDULED ? null : frame.t("status." + status.code()),
                frame.dates().clock(event.when()),
                sittings(event, frame),
                place(event.place()),
                facts(event, frame),
                paragraphs(event),
                event.links().page(),
                event.links().registration(),
                origins(published, frame, sourceName),
                published.sources().stream().map(sourceName).toList(),
                base + "/id/evenement/" + published.id(),
                frame.dates().instant(published.modifiedAt()),
                published.completeness(),
                similar,
                jsonLd);
    }

    private static List<Sitting> sittings(Event event, Frame frame) {
        if (event.when().onDemand()) {
            return List.of(new Sitting(frame.dates().onDemand(event.when()), null));
        }
        List<Sitting> sittings = new ArrayList<>();
        for (Session session : event.when().sessions()) {
            sittings.add(
                    new Sitting(frame.dates().session(session), frame.dates().inParis(session, event.when())));
        }
        return sittings;
    }

    private static List<String> place(Place place) {
        String commune = Stream.of(place.postcode(), place.commune())
                .filter(Objects::nonNull)
                .reduce((one, other) -> one + " " + other)
                .orElse(null);
        String department = place.department();
        String around = department == null
                ? place.region()
                : place.region() == null || place.region().equals(department)
                        ? department
                        : department + ", " + place.region();
        String address = place.address();
        boolean told = address != null && commune != null && address.endsWith(commune);
        return Stream.of(place.venue(), address, told ? null : commune, around)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static List<Fact> facts(Event event, Frame frame) {
        List<Fact> facts = new ArrayList<>();
        add(facts, frame.t("event.format"), word(event.kind().format(), frame));
        add(facts, frame.t("event.mode"), word(event.kind().mode(), frame));
        add(facts, frame.t("event.organiser"), String.join(", ", event.hosts().organisers()));
        add(facts, frame.t("event.type"), word(event.hosts().type(), frame));
        add(facts, frame.t("event.audience"), words(event.access().audiences(), frame));
        add(facts, frame.t("event.themes"), String.join(", ", event.access().themes()));
        Boolean free = event.access().free();
        String price = event.access().price();
        add(facts, frame.t("event.price"), price != null ? price : free == null ? "" : frame.t("event.free." + free));
        add(
                facts,
                frame.t("event.accessibility"),
                String.join(", ", event.access().accessibility()));
        return facts;
    }

    private static void add(List<Fact> facts, String label, String value) {
        if (!value.isBlank()) {
            facts.add(new Fact(label, value));
        }
    }

    private static String words(List<? extends Term> terms, Frame frame) {
        return String.join(", ", terms.stream().map(term -> word(term, frame)).toList());
    }

    private static String word(Term term, Frame frame) {
        return frame.english() ? term.english() : term.french();
    }

    private static List<String> paragraphs(Event event) {
        String text = event.wording().description();
        if (text == null) {
            text = event.wording().summary();
        }
        return text == null
                ? List.of()
                : Arrays.stream(text.split("\\R{2,}", -1))
                        .map(String::strip)
                        .filter(paragraph -> !paragraph.isEmpty())
                        .toList();
    }

    private static List<Origin> origins(PublishedEvent published, Frame frame, Function<String, String> sourceName) {
        List<Origin> origins = new ArrayList<>();
        for (Column column : Columns.ALL) {
            EventId from = published.origin().get(column.name());
            if (from != null) {
                origins.add(new Origin(
                        column.french(),
                        brief(column.of(published)),
                        sourceName.apply(from.source()),
                        from.key(),
                        why(published.grounds().get(column.name()), frame)));
            }
        }
        return origins;
    }

    private static String why(@Nullable Ground ground, Frame frame) {
        return ground == null ? "" : frame.english() ? ground.english() : ground.french();
    }

    private static String brief(@Nullable Object value) {
        String text = value instanceof List<?> list
                ? String.join(" | ", list.stream().map(Object::toString).toList())
                : Objects.toString(value, "");
        return text.length() > LONGEST_VALUE
                ? text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, LONGEST_VALUE) - 1))
                                .strip() + "…"
                : text;
    }
}
