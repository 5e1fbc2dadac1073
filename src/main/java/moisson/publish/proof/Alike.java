package moisson.publish.proof;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import moisson.publish.format.Column;
import moisson.publish.format.Columns;

/** Makes values of different formats alike, so that they can be compared as texts. */
final class Alike {
    static final Map<String, Column.Kind> KINDS =
            Columns.ALL.stream().collect(Collectors.toUnmodifiableMap(Column::name, Column::kind));

    private Alike() {}

    static String number(String text) {
        return text.isEmpty() ? "" : number(new BigDecimal(text));
    }

    static String number(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    static boolean numeric(String column) {
        Column.Kind kind = KINDS.get(column);
        return kind == Column.Kind.DECIMAL || kind == Column.Kind.INTEGER;
    }

    static String list(List<String> items) {
        return items.stream()
                .map(item -> item.replace("\\", "\\\\").replace("|", "\\|"))
                .collect(Collectors.joining("|"));
    }

    /** For formats that know no order: sorted, without repetition. */
    static String set(List<String> items) {
        return list(items.stream().sorted().distinct().toList());
    }
}
