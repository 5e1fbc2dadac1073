package moisson.store;

import java.util.HashMap;
import java.util.Map;
import moisson.event.EventId;
import org.jdbi.v3.core.Handle;

/** The sequence of records by their ids. */
final class RecordNumbers {
    private final Map<EventId, Long> numbers;

    /** Of those given, and of no others. */
    RecordNumbers(Map<EventId, Long> numbers) {
        this.numbers = numbers;
    }

    /** Of every record, read once for a whole comparison of clusters. */
    RecordNumbers(Handle handle) {
        numbers = new HashMap<>();
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
