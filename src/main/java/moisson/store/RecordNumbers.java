package moisson.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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

    /** Of those of these ids that are records. */
    static Map<EventId, Long> known(Handle handle, Collection<EventId> ids) {
        Map<EventId, Long> numbers = new HashMap<>();
        Map<String, List<String>> bySource = ids.stream()
                .collect(Collectors.groupingBy(
                        EventId::source, LinkedHashMap::new, Collectors.mapping(EventId::key, Collectors.toList())));
        bySource.forEach((source, keys) -> Lists.forEach(
                handle,
                "select source, record_key, sequence from record where source = :source and record_key in (<values>)",
                keys,
                query -> query.bind("source", source),
                row -> numbers.put(new EventId(row.getString(1), row.getString(2)), row.getLong(3))));
        return numbers;
    }

    long of(EventId id) {
        Long number = numbers.get(id);
        if (number == null) {
            throw new IllegalArgumentException("no record " + id);
        }
        return number;
    }
}
