package moisson.intake.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The merged cells of one sheet: what stands in the first one is meant for all of them. */
final class MergedCells {
    private static final Pattern RANGE = Pattern.compile("([A-Z]{1,3})(\\d{1,7}):([A-Z]{1,3})(\\d{1,7})");
    private static final int MOST = 20_000;
    private static final int COLUMNS = 200;

    private final TreeMap<Integer, List<Range>> toCome = new TreeMap<>();
    private final List<Filled> open = new ArrayList<>();
    private final AtomicInteger count = new AtomicInteger();

    /** Rows from 1, columns from 0, all inclusive. */
    private record Range(int left, int top, int right, int bottom) {}

    private record Filled(Range range, String value) {}

    void add(@Nullable String reference) {
        Matcher matcher = RANGE.matcher(reference == null ? "" : reference);
        if (matcher.matches() && count.incrementAndGet() <= MOST) {
            int left = column(matcher.group(1));
            int top = Integer.parseInt(matcher.group(2));
            int right = Math.min(column(matcher.group(3)), left + COLUMNS);
            toCome.computeIfAbsent(top, any -> new ArrayList<>())
                    .add(new Range(left, top, right, Integer.parseInt(matcher.group(4))));
        }
    }

    /** Fills the empty cells of a row. Rows must come in their order. */
    void fill(int row, List<String> cells) {
        while (!toCome.isEmpty() && toCome.firstKey() <= row) {
            for (Range range : toCome.pollFirstEntry().getValue()) {
                open.add(new Filled(range, range.top == row && range.left < cells.size() ? cells.get(range.left) : ""));
            }
        }
        open.removeIf(filled -> filled.range.bottom < row || filled.value.isBlank());
        open.forEach(filled -> fill(filled, cells));
    }

    private static void fill(Filled filled, List<String> cells) {
        for (int column = filled.range.left; column <= filled.range.right; column++) {
            while (cells.size() <= column) {
                cells.add("");
            }
            if (cells.get(column).isBlank()) {
                cells.set(column, filled.value);
            }
        }
    }

    /** Whether a row is one text across three columns or more, such as the month between the rows of a programme. */
    boolean isBanner(int row, List<String> cells) {
        long texts = cells.stream().filter(cell -> !cell.isBlank()).count();
        return texts == 1
                && toCome.getOrDefault(row, List.of()).stream()
                        .anyMatch(range -> range.right >= range.left + 2
                                && range.left < cells.size()
                                && !cells.get(range.left).isBlank());
    }

    private static int column(String letters) {
        int column = 0;
        for (int i = 0; i < letters.length(); i++) {
            column = column * 26 + letters.charAt(i) - 'A' + 1;
        }
        return column - 1;
    }
}
