package moisson.deduplicate;

import java.util.Arrays;
import moisson.event.Event;
import moisson.event.EventId;
import org.jspecify.annotations.Nullable;

/**
 * The events side by side, or no more of them than their ids.
 *
 * @param ids in rising order
 * @param events in the same order; null when nobody is to be shown what was compared
 */
@SuppressWarnings("ArrayRecordComponent") // rows, never compared as a whole
record Rows(EventId[] ids, Event @Nullable [] events) {
    static Rows of(Event[] sorted) {
        return new Rows(Arrays.stream(sorted).map(Event::id).toArray(EventId[]::new), sorted);
    }

    EventId id(int row) {
        return ids[row];
    }
}
