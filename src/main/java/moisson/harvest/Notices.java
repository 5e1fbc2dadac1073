package moisson.harvest;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import moisson.event.Notice;
import moisson.event.NoticeCode;
import moisson.event.Severity;

/** The notices of one harvest: exact counts, and so many examples of each code that a rotten feed fills no memory. */
final class Notices {
    private static final int EXAMPLES = 200;

    private final Map<NoticeCode, Integer> counts = new EnumMap<>(NoticeCode.class);
    private final List<Notice> examples = new ArrayList<>();

    void add(Notice notice) {
        if (counts.merge(notice.code(), 1, Integer::sum) <= EXAMPLES) {
            examples.add(notice);
        }
    }

    Map<NoticeCode, Integer> counts() {
        return counts;
    }

    List<Notice> examples() {
        return examples;
    }

    int warnings() {
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey().severity() == Severity.WARNING)
                .mapToInt(Map.Entry::getValue)
                .sum();
    }
}
