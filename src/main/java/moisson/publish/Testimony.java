package moisson.publish;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import moisson.event.EventId;
import moisson.event.Ground;
import moisson.event.PublishedEvent;
import moisson.publish.format.Cells;
import moisson.publish.format.Column;
import moisson.publish.format.Columns;
import moisson.publish.merge.Completeness;
import moisson.publish.merge.Merge;
import moisson.publish.merge.Merged;
import moisson.publish.merge.Telling;
import moisson.publish.merge.Topic;
import moisson.publish.merge.Why;

/**
 * What the records of one event say of each column, which of them was believed, and why: for whoever has to judge the
 * choice, or to correct a source.
 *
 * @param merged the event that is published of them
 * @param values one for each column that has a value taken from a record, in the order of the table
 */
public record Testimony(Merged merged, List<Value> values) {
    private static final int UNDECLARED = 0;

    public Testimony {
        values = List.copyOf(values);
    }

    /**
     * The value of a column.
     *
     * @param from the record it was taken from
     * @param why in French, with what was compared; empty when there is only one record
     * @param others what other records say instead
     */
    public record Value(Column column, String value, EventId from, String why, List<Other> others) {
        public Value {
            others = List.copyOf(others);
        }
    }

    /** What a record says instead. */
    public record Other(EventId from, String value) {}

    /**
     * What these records tell.
     *
     * @param tellings in the order in which they became known; at least one
     */
    public static Testimony of(List<Telling> tellings) {
        Merged merged = Merge.of(tellings);
        Map<EventId, Telling> byId = new LinkedHashMap<>();
        Map<EventId, PublishedEvent> alone = new LinkedHashMap<>();
        for (Telling telling : tellings) {
            byId.put(telling.id(), telling);
            alone.put(telling.id(), shown(Merge.of(List.of(telling))));
        }
        PublishedEvent together = shown(merged);
        List<Value> values = new ArrayList<>();
        for (Column column : Columns.ALL) {
            EventId from = merged.origin().get(column.name());
            String value = told(column, together);
            if (from != null && !value.isEmpty()) {
                List<Other> others = new ArrayList<>();
                alone.forEach((id, event) -> {
                    String other = told(column, event);
                    if (!id.equals(from) && !other.isEmpty() && !other.equals(value)) {
                        others.add(new Other(id, other));
                    }
                });
                values.add(new Value(column, value, from, why(column.name(), merged, byId), others));
            }
        }
        return new Testimony(merged, values);
    }

    /** How many columns have records that disagree. */
    public long conflicts() {
        return merged.grounds().values().stream().filter(Ground::isConflict).count();
    }

    private static String why(String column, Merged merged, Map<EventId, Telling> tellings) {
        Ground ground = merged.grounds().get(column);
        if (ground == null) {
            return "";
        }
        Telling from = Objects.requireNonNull(tellings.get(merged.origin().get(column)));
        EventId rival = merged.rivals().get(column);
        Telling other = rival == null ? from : Objects.requireNonNull(tellings.get(rival));
        return switch (ground) {
            case ONLY, AGREED, KNOWN_LONGER -> ground.french();
            case SUITED -> Why.of(column);
            case TRUSTED -> {
                Topic topic = Topic.of(column);
                yield "source plus sûre pour " + topic.french() + " (confiance "
                        + from.trust().in(topic).french() + " contre "
                        + other.trust().in(topic).french() + ")";
            }
            case FRESH ->
                ground.french() + " (" + from.changed()
                        + (other.changed() == null ? ", l’autre n’a pas changé)" : " contre " + other.changed() + ")");
            case FULL ->
                ground.french() + " (" + Completeness.of(from.event()) + " contre " + Completeness.of(other.event())
                        + " sur 100)";
        };
    }

    /** What an event says of a column; nothing of an edition that nobody declared. */
    private static String told(Column column, PublishedEvent event) {
        boolean undeclared = event.edition() == UNDECLARED && column.name().equals("edition");
        return undeclared ? "" : Cells.write(column.of(event));
    }

    /** The instants are not taken from a record, and the edition only when it was declared: else they are not shown. */
    private static PublishedEvent shown(Merged merged) {
        Integer edition = merged.event().when().declaredFor();
        return new PublishedEvent(
                "",
                edition == null ? UNDECLARED : edition,
                merged.event(),
                List.of(),
                List.of(),
                merged.origin(),
                merged.grounds(),
                merged.completeness(),
                Instant.EPOCH,
                Instant.EPOCH);
    }
}
