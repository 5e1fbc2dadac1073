package moisson.publish.graph;

import java.util.Map;
import moisson.event.EventId;
import moisson.store.RunTable;

/**
 * Which harvest brought each record in as it is now.
 *
 * @param runs number of the harvest, by record; a record that is not named is told without
 * @param spans the harvests, by number
 */
public record Provenance(Map<EventId, Long> runs, Map<Long, RunTable.Span> spans) {
    /** Nothing is known. */
    public static final Provenance UNKNOWN = new Provenance(Map.of(), Map.of());
}
