package moisson.app;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import moisson.event.EventId;
import moisson.event.PublishedEvent;
import moisson.publish.format.Cells;
import moisson.publish.format.Column;
import moisson.publish.merge.Merge;
import moisson.publish.merge.Merged;
import moisson.publish.merge.Why;
import moisson.store.RecordTable.Stored;

/** What each record of an event says of a column, and why one of them was believed. */
final class ExplainedValues {
    private final Map<EventId, PublishedEvent> alone = new LinkedHashMap<>();
    private final Map<EventId, Integer> complete = new LinkedHashMap<>();

    ExplainedValues(List<Stored> live) {
        for (Stored member : live) {
            Merged merged = Merge.of(List.of(member.event()));
            alone.put(member.id(), shown("", merged, List.of(member.id())));
            complete.put(member.id(), merged.completeness());
        }
    }

    /** The instants are not taken from a record, and the edition only when it was declared: else they are not shown. */
    static PublishedEvent shown(String id, Merged merged, List<EventId> records) {
        Integer edition = merged.event().when().declaredFor();
        List<EventId> ids = records.stream().sorted().toList();
        return new PublishedEvent(
                id,
                edition == null ? 0 : edition,
                merged.event(),
                ids.stream().map(EventId::source).distinct().toList(),
                ids,
                merged.origin(),
                merged.completeness(),
                Instant.EPOCH,
                Instant.EPOCH);
    }

    /** Why this value was taken from that record; empty when there is only one record. */
    String why(Column column, EventId from, String value) {
        if (alone.size() < 2) {
            return "";
        }
        Map<EventId, String> others = others(column, from);
        if (others.isEmpty()) {
            return "seule à le dire";
        }
        if (others.values().stream().allMatch(value::equals)) {
            return others.size() + 1 == alone.size()
                    ? "toutes les fiches sont d’accord"
                    : "d’accord avec " + others.size() + " autre" + (others.size() > 1 ? "s" : "");
        }
        String why = Why.of(column.name());
        return why.contains("complète") ? why + " (" + complete.get(from) + " sur 100)" : why;
    }

    /** What the others say instead, one line each. */
    List<String> conflicts(Column column, EventId from, String value) {
        List<String> lines = new ArrayList<>();
        others(column, from).forEach((id, other) -> {
            if (!other.equals(value)) {
                lines.add(other + " (" + id + ", complète à " + complete.get(id) + " sur 100)");
            }
        });
        return lines;
    }

    private Map<EventId, String> others(Column column, EventId from) {
        Map<EventId, String> others = new LinkedHashMap<>();
        alone.forEach((id, event) -> {
            String said = Cells.write(column.of(event));
            if (!id.equals(from) && !said.isEmpty()) {
                others.put(id, said);
            }
        });
        return others;
    }
}
