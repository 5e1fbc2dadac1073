package moisson.publish.merge;

import java.util.Map;
import moisson.event.Event;
import moisson.event.EventId;
import moisson.event.Ground;

/**
 * One event made of several.
 *
 * @param origin for each published column that has a value, the record it was taken from
 * @param grounds why it was taken from there; empty when there is only one record
 * @param rivals the record that would have been believed else, for columns of which another one tells something else
 */
public record Merged(
        Event event,
        Map<String, EventId> origin,
        Map<String, Ground> grounds,
        Map<String, EventId> rivals,
        int completeness) {
    public Merged {
        origin = Map.copyOf(origin);
        grounds = Map.copyOf(grounds);
        rivals = Map.copyOf(rivals);
    }
}
