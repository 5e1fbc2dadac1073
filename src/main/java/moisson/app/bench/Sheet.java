package moisson.app.bench;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The result of one benchmark.
 *
 * @param rows by the name of the column: numbers and texts
 * @param remarks what a reader must know to judge the figures, one sentence each
 */
public record Sheet(String name, String title, List<Map<String, Object>> rows, List<String> remarks) {
    public Sheet {
        rows = rows.stream().map(LinkedHashMap::new).collect(Collectors.toUnmodifiableList());
        remarks = List.copyOf(remarks);
    }

    /** As a section of {@code docs/benchmarks.md}. */
    public void print(PrintWriter out) {
        out.printf("## %s%n%n", title);
        Set<String> columns = new LinkedHashSet<>();
        rows.forEach(row -> columns.addAll(row.keySet()));
        line(columns, out);
        line(columns.stream().map(column -> "---").toList(), out);
        for (Map<String, Object> row : rows) {
            List<String> cells = new ArrayList<>();
            columns.forEach(column -> cells.add(cell(row.getOrDefault(column, ""))));
            line(cells, out);
        }
        out.println();
        remarks.forEach(remark -> out.println("- " + remark));
        out.println();
        out.flush();
    }

    private static void line(Iterable<String> cells, PrintWriter out) {
        out.println("| " + String.join(" | ", cells) + " |");
    }

    /** Four figures are more than such measures can bear. */
    private static String cell(Object value) {
        return switch (value) {
            case Integer whole -> String.format(Locale.ROOT, "%,d", whole);
            case Long whole -> String.format(Locale.ROOT, "%,d", whole);
            case Double number ->
                number == 0
                        ? "0"
                        : BigDecimal.valueOf(number)
                                .setScale(
                                        Math.abs(number) >= 100 ? 0 : Math.abs(number) >= 10 ? 1 : 3,
                                        RoundingMode.HALF_EVEN)
                                .toPlainString();
            default -> String.valueOf(value).replace('|', '/').replaceAll("\\s+", " ");
        };
    }
}
