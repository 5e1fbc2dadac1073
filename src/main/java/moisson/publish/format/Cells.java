package moisson.publish.format;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How values become CSV cells, and back. Two rules beyond RFC 4180, both of which can be undone without loss:
 *
 * <ul>
 *   <li>the items of a list are joined by {@code |}; a {@code |} or {@code \} inside an item is preceded by {@code \};
 *   <li>a text that begins with {@code =}, {@code +}, {@code -}, {@code @}, tab or carriage return would be run by a
 *       spreadsheet: it gets an apostrophe before it, and so does a text that begins with apostrophes before one of
 *       these. Whoever reads takes one apostrophe away where apostrophes are followed by one of these signs. Numbers
 *       are not texts and stay as they are.
 * </ul>
 */
public final class Cells {
    private static final Pattern RUNNABLE = Pattern.compile("'*[=+\\-@\\t\\r].*", Pattern.DOTALL);

    private Cells() {}

    /** What stands in the cell; an unknown value is an empty cell. */
    public static String write(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case String text -> guarded(text);
            case BigDecimal number -> number.toPlainString();
            case Number number -> number.toString();
            case Boolean truth -> truth.toString();
            case List<?> items -> guarded(joined(items));
            default -> guarded(value.toString());
        };
    }

    /** The text that was written into a cell. */
    public static String text(String cell) {
        return cell.startsWith("'") && RUNNABLE.matcher(cell).matches() ? cell.substring(1) : cell;
    }

    /** The list that was written into a cell. */
    public static List<String> list(String cell) {
        List<String> items = new ArrayList<>();
        StringBuilder item = new StringBuilder();
        String text = text(cell);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                i++;
                item.append(text.charAt(i));
            } else if (c == '|') {
                items.add(item.toString());
                item.setLength(0);
            } else {
                item.append(c);
            }
        }
        if (!text.isEmpty()) {
            items.add(item.toString());
        }
        return items;
    }

    /** The items of a list, so that they can be told apart again. */
    static String joined(List<?> items) {
        if (items.isEmpty()) {
            return "";
        }
        String first = item(items.getFirst());
        if (items.size() == 1) {
            return first;
        }
        StringBuilder text = new StringBuilder(first);
        for (Object item : items.subList(1, items.size())) {
            text.append('|').append(item(item));
        }
        return text.toString();
    }

    private static String item(Object item) {
        String text = item.toString();
        return text.indexOf('|') < 0 && text.indexOf('\\') < 0
                ? text
                : text.replace("\\", "\\\\").replace("|", "\\|");
    }

    /** Whether a cell that begins with this may have to be guarded: most begin with something else. */
    private static boolean sign(char first) {
        return switch (first) {
            case '\'', '=', '+', '-', '@', '\t', '\r' -> true;
            default -> false;
        };
    }

    private static String guarded(String text) {
        return !text.isEmpty() && sign(text.charAt(0)) && RUNNABLE.matcher(text).matches() ? "'" + text : text;
    }
}
