package moisson.intake.sheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Pattern;
import moisson.intake.Characters;
import org.dhatim.fastexcel.reader.Cell;
import org.jspecify.annotations.Nullable;

/** What a cell shows, as a text: dates as ISO 8601, numbers as short as they are, texts as they stand. */
final class CellText {
    /** A spreadsheet shows no more; what follows is noise of binary fractions. */
    private static final MathContext DIGITS = new MathContext(15);

    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_466);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");
    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*+\"|\\\\.|_.|\\*.|\\[(?![hms]+\\])[^\\]]*+\\]");
    /** Of a number format in Excel. */
    private static final int LONGEST = 255;

    private static final Pattern ZEROS = Pattern.compile("0{2,20}");

    private CellText() {}

    static String of(@Nullable Cell cell) {
        if (cell == null || cell.getValue() == null) {
            return "";
        }
        return cell.getValue() instanceof BigDecimal number ? number(cell, number) : cell.getText();
    }

    private static String number(Cell cell, BigDecimal number) {
        String format = format(cell);
        if (isDate(format) && number.signum() >= 0 && number.compareTo(LAST_DAY) < 0) {
            return date(cell, number, format);
        }
        BigDecimal short15 = number.round(DIGITS).stripTrailingZeros();
        if (Math.abs((long) short15.scale()) > 40) {
            return short15.toString();
        }
        String text = short15.toPlainString();
        // "01234" shown of 1234: the zeros are in the format alone.
        return ZEROS.matcher(format).matches() && text.length() < format.length() && text.matches("\\d+")
                ? "0".repeat(format.length() - text.length()) + text
                : text;
    }

    /** In lower case and without its literal parts; of its sections the first. */
    private static String format(Cell cell) {
        String format = cell.getDataFormatString();
        if (format == null) {
            Integer id = cell.getDataFormatId();
            // Built-in formats of dates whose text depends on the country (ECMA-376, 18.8.30).
            return id != null && ((id >= 27 && id <= 36) || (id >= 50 && id <= 58)) ? "yyyy-mm-dd" : "";
        }
        return LITERAL.matcher(Characters.cut(format, LONGEST))
                .replaceAll("")
                .split(";", 2)[0]
                .toLowerCase(Locale.ROOT);
    }

    private static boolean isDate(String format) {
        return !format.contains("general") && format.chars().anyMatch(c -> "dmyhs".indexOf(c) >= 0);
    }

    private static String date(Cell cell, BigDecimal number, String format) {
        LocalDateTime at = cell.asDate().plus(500, ChronoUnit.MILLIS).truncatedTo(ChronoUnit.SECONDS);
        boolean day = format.contains("d") || format.contains("y");
        if (!day && number.compareTo(BigDecimal.ONE) < 0) {
            return HOUR.format(at);
        }
        boolean midnight = at.toLocalTime().equals(LocalTime.MIDNIGHT);
        return midnight ? at.toLocalDate().toString() : at.toString();
    }
}
