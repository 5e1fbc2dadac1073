package moisson.app.bench;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Names of columns that several benchmarks have in common. */
final class Figures {
    private static final double MEGABYTE = 1e6;

    private Figures() {}

    /** A row that begins with one cell. */
    static Map<String, Object> row(String column, Object value) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put(column, value);
        return row;
    }

    static void put(Map<String, Object> row, Usage usage) {
        row.put("wall s", usage.wall());
        row.put("processor s", usage.processor());
        row.put("peak heap MB", Math.round(usage.heap() / MEGABYTE));
    }

    /** The one in the middle, by processor time. */
    static Usage median(List<Usage> rounds) {
        return rounds.stream()
                .sorted(Comparator.comparingDouble(Usage::processor))
                .toList()
                .get(rounds.size() / 2);
    }
}
