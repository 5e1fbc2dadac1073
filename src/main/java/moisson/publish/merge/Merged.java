package moisson.publish.merge;

import java.util.Map;
import moisson.event.Event;
import moisson.event.EventId;

/**
 * One event made of several.
 *
 * @param origin for each published column that has a value, the record it was taken from
 */
public record Merged(Event event, Map<String, EventId> origin, int completeness) {
    public Merged {
        origin = Map.copyOf(origin);
    }
}
