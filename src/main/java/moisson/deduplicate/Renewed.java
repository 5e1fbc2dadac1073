package moisson.deduplicate;

import java.util.Map;
import moisson.event.EventId;

/**
 * What is now known of the records that a change may have touched, and of them alone: no group holds a record that is
 * not among them, and no match leads to another.
 *
 * @param numbers of these records, those that are gone left out
 */
public record Renewed(Map<EventId, Long> numbers, Clustering clustering) {
    public Renewed {
        numbers = Map.copyOf(numbers);
    }
}
