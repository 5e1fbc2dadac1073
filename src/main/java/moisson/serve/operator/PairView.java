package moisson.serve.operator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import moisson.event.Event;
import moisson.event.EventId;
import moisson.event.Likeness;
import moisson.event.Match;
import moisson.event.Reason;
import moisson.serve.view.Dates;
import moisson.serve.view.Words;
import moisson.store.RecordTable.Stored;
import org.jspecify.annotations.Nullable;

/**
 * Two records side by side, field by field, with what each field weighs.
 *
 * @param total of the weights shown, in bits
 * @param contradicted true when the machine excludes that they are one, and therefore weighs nothing
 * @param together true when they stand in one event today
 */
public record PairView(
        Side left,
        Side right,
        List<Row> rows,
        String total,
        String probability,
        boolean contradicted,
        boolean together) {
    private static final int LONGEST = 600;
    private static final int SESSIONS = 6;
    private static final Dates DATES = new Dates(Words.in(false));

    /** One record: what it is called, and where it stands. */
    public record Side(
            String id,
            String source,
            String place,
            String event,
            @Nullable String removed) {}

    /** One field. */
    public record Row(String field, String left, String right, String likeness, String tone, String weight) {}

    private record Told(String field, @Nullable String criterion, Function<Event, String> value) {}

    /** In the order in which people read; those without a criterion are not weighed. */
    private static final List<Told> FIELDS = List.of(
            new Told("Titre", "titre", Event::title),
            new Told("Horaire", "horaire", PairView::when),
            new Told(
                    "Lieu",
                    "lieu",
                    event -> joined(
                            event.place().venue(),
                            event.place().address(),
                            event.place().postcode())),
            new Told(
                    "Commune",
                    "commune",
                    event -> joined(event.place().commune(), event.place().communeCode())),
            new Told(
                    "Organisateur",
                    "organisateur",
                    event -> String.join(", ", event.hosts().organisers())),
            new Told("Page", "page", event -> joined(event.links().page())),
            new Told(
                    "Description",
                    "description",
                    event -> joined(event.wording().description())),
            new Told("Statut", null, event -> event.kind().status().french()),
            new Told("Langue", null, event -> joined(event.wording().language())));

    /** Where two records stand side by side. */
    static String href(EventId left, EventId right, boolean queued) {
        return "/operateur/doublons/paire?gauche=" + encoded(left) + "&droite=" + encoded(right)
                + (queued ? "&file=oui" : "");
    }

    private static String encoded(EventId id) {
        return URLEncoder.encode(id.toString(), UTF_8);
    }

    /**
     * @param match of both as they are today; null when one of them is gone
     * @param probability of its score
     */
    static PairView of(
            Stored left,
            Stored right,
            @Nullable Match match,
            double probability,
            Function<String, String> sources,
            Function<EventId, String> events) {
        Map<String, Double> weights = match == null
                ? Map.of()
                : match.reasons().stream().collect(Collectors.toMap(Reason::criterion, Reason::weight));
        List<Row> rows = new ArrayList<>();
        for (Told told : FIELDS) {
            String one = told.value().apply(left.event());
            String other = told.value().apply(right.event());
            Double weight = told.criterion() == null ? null : weights.get(told.criterion());
            if (!one.isEmpty() || !other.isEmpty() || weight != null) {
                rows.add(row(told, one, other, weight));
            }
        }
        Double room = weights.get("salle");
        if (room != null) {
            rows.add(new Row("Salle", "", "", "la même salle est nommée", "bien", signed(room)));
        }
        boolean contradicted = match != null && match.reasons().isEmpty();
        return new PairView(
                side(left, sources, events),
                side(right, sources, events),
                rows,
                match == null ? "–" : signed(match.score()),
                match == null || contradicted ? "–" : percent(probability),
                contradicted,
                events.apply(left.id()).equals(events.apply(right.id())));
    }

    private static Row row(Told told, String one, String other, @Nullable Double weight) {
        double bits = weight == null ? 0 : weight;
        Likeness likeness = Likeness.of(one, other, bits);
        String tone = switch (likeness) {
            case SAME -> "bien";
            case NEAR -> "active";
            case OTHER -> "attention";
            case UNTOLD -> "neutre";
        };
        boolean text = likeness == Likeness.NEAR || likeness == Likeness.OTHER;
        String share = text && !told.field().equals("Horaire") ? " (" + Likeness.percent(one, other) + "\u202f%)" : "";
        return new Row(
                told.field(),
                shortened(one),
                shortened(other),
                likeness.french() + share,
                tone,
                told.criterion() == null ? "non pesé" : weight == null ? "0,00" : signed(weight));
    }

    private static Side side(Stored stored, Function<String, String> sources, Function<EventId, String> events) {
        return new Side(
                stored.id().toString(),
                sources.apply(stored.id().source()),
                stored.place(),
                events.apply(stored.id()),
                stored.removedAt() == null ? null : DATES.instant(stored.removedAt()));
    }

    static String when(Event event) {
        List<String> sessions = event.when().sessions().stream()
                .limit(SESSIONS)
                .map(DATES::session)
                .toList();
        int more = event.when().sessions().size() - sessions.size();
        return sessions.isEmpty() ? DATES.onDemand(event.when()) : String.join("\n", sessions) + others(more);
    }

    private static String others(int more) {
        return more == 0 ? "" : more == 1 ? "\net 1 autre séance" : "\net " + more + " autres séances";
    }

    private static String joined(@Nullable String... parts) {
        return Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining(", "));
    }

    private static String shortened(String value) {
        if (value.length() <= LONGEST) {
            return value;
        }
        int end = Character.isHighSurrogate(value.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return value.substring(0, end) + "…";
    }

    /** "+3,50" or "−1,25". */
    static String signed(double weight) {
        String digits = BigDecimal.valueOf(Math.abs(weight))
                .setScale(2, RoundingMode.HALF_EVEN)
                .toPlainString()
                .replace('.', ',');
        return (weight < 0 ? "−" : "+") + digits;
    }

    /** Nobody is ever told that something is certain. */
    static String percent(double probability) {
        long share = Math.min(99, Math.max(1, Math.round(probability * 100)));
        return share + "\u202f%";
    }
}
