package moisson.store;

import java.util.HashMap;
import java.util.Map;
import moisson.event.EventId;
import org.jdbi.v3.core.Handle;

/** The sequence of every record by its id, read once for a whole comparison of clusters. */
final class RecordNumbers {
    private final Map<EventId, Long> numbers = new HashMap<>();

    RecordNumbers(Handle handle) {
        handle.createQuery("select source, record_key, sequence from record")
                .map((row, context) -> numbers.put(new EventId(row.getString(1), row.getString(2)), row.getLong(3)))
                .list();
    }

    long of(EventId id) {
        Long number = numbers.get(id);
        if (number == null) {
            throw new IllegalArgumentException("no record " + id);
        }
        return number;
    }
}
