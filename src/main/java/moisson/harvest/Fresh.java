package moisson.harvest;

import java.util.HashMap;
import java.util.Map;
import moisson.event.Event;
import moisson.event.EventId;
import moisson.store.Kept;
import org.jspecify.annotations.Nullable;

/**
 * Events just made of a delivery, until their duplicates have been looked for, so that they need not be read back from the
 * store. As many as a small part of the memory holds; the others are read back. Used by one thread at a time.
 */
final class Fresh {
    /** About what an event takes, in bytes. */
    private static final long EVENT = 4096;
    /** One part of the heap in so many: two harvests at a time are usual. */
    private static final long PART = 8;

    /** Stands in the store for what it cannot keep: what is read back is another text than the one made. */
    private static final char REPLACED = '\ufffd';

    private static final long MOST = Runtime.getRuntime().maxMemory() / PART / EVENT;

    private final Map<EventId, Event> events = new HashMap<>();

    /** @param kept what will be written of it */
    void add(Event event, Kept kept) {
        if (events.size() < MOST && kept.event().indexOf(REPLACED) < 0) {
            events.put(event.id(), event);
        }
    }

    /** Null when it is not among those kept. */
    @Nullable
    Event find(EventId id) {
        return events.get(id);
    }

    /** @param numbers of records, those of other events too */
    Map<Long, Event> byNumber(Map<EventId, Long> numbers) {
        Map<Long, Event> byNumber = HashMap.newHashMap(events.size());
        events.forEach((id, event) -> {
            Long number = numbers.get(id);
            if (number != null) {
                byNumber.put(number, event);
            }
        });
        return byNumber;
    }
}
