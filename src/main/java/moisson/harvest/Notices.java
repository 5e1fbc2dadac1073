package moisson.harvest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import moisson.event.Notice;
import moisson.event.NoticeCode;
import moisson.event.Severity;
import org.jspecify.annotations.Nullable;

/** The notices of one harvest: exact counts, and so many examples of each code that a rotten feed fills no memory. */
final class Notices {
    private static final int EXAMPLES = 200;

    private final Map<NoticeCode, Integer> counts = new EnumMap<>(NoticeCode.class);
    /** Each gives one notice or a few, once the remarks of unchanged records are here. */
    private final List<Supplier<Stream<Notice>>> examples = new ArrayList<>();
    /** Unchanged records of which examples are told, by the keys of the store. */
    private final Map<String, List<Notice>> remarks = new HashMap<>();

    void add(Notice notice) {
        if (counts.merge(notice.code(), 1, Integer::sum) <= EXAMPLES) {
            examples.add(() -> Stream.of(notice));
        }
    }

    /**
     * What was said of a record is said again.
     *
     * @param record its key in the store
     * @param key its key in the delivery
     */
    void again(String record, Supplier<String> place, @Nullable String key, Map<NoticeCode, Integer> codes) {
        codes.forEach((code, times) -> {
            int room = EXAMPLES - (counts.merge(code, times, Integer::sum) - times);
            if (room > 0) {
                remarks.put(record, List.of());
                String here = place.get();
                examples.add(() -> remarks.getOrDefault(record, List.of()).stream()
                        .filter(remark -> remark.code() == code)
                        .limit(room)
                        .map(remark -> new Notice(code, here, key, remark.field(), remark.value())));
            }
        });
    }

    /** Fetches the remarks of which examples are told; to be called before anything is changed. */
    void fetch(Function<Collection<String>, Map<String, List<Notice>>> stored) {
        remarks.putAll(stored.apply(List.copyOf(remarks.keySet())));
    }

    Map<NoticeCode, Integer> counts() {
        return counts;
    }

    List<Notice> examples() {
        return examples.stream().flatMap(Supplier::get).toList();
    }

    int warnings() {
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey().severity() == Severity.WARNING)
                .mapToInt(Map.Entry::getValue)
                .sum();
    }
}
