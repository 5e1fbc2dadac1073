package moisson.publish.format;

import java.io.Closeable;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * The table that {@code match} writes: one row for each record read, RFC 4180. Keys are written word for word, since
 * programs join on them: this table is not made to be opened in a spreadsheet.
 */
public final class MatchFile implements Closeable {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader("file", "record", "key", "cluster", "score", "reasons")
            .get();

    private static final CSVFormat ROWS =
            FORMAT.builder().setSkipHeaderRecord(true).get();

    /** Of a hundredth: this near to a whole number of them, rounding has nothing to decide. */
    private static final double SURELY = 0.4;

    private static final long MOST_PLAIN = 1_000_000;

    private final CSVPrinter printer;

    /** Writes the header at once. */
    public MatchFile(Appendable out) throws IOException {
        this(FORMAT.print(out));
    }

    private MatchFile(CSVPrinter printer) {
        this.printer = printer;
    }

    /** Some rows to be put under the header of another one. */
    public static MatchFile ofRows(Appendable out) throws IOException {
        return new MatchFile(ROWS.print(out));
    }

    /**
     * Adds a row.
     *
     * @param record place in the file
     * @param cluster null for a record that was left out
     * @param score of the best match that joined the record, in bits; null when none did
     */
    public void add(
            String file,
            String record,
            @Nullable String key,
            @Nullable String cluster,
            @Nullable Double score,
            String reasons)
            throws IOException {
        // Cell by cell: the library makes a stream of a whole record, and there are a million.
        printer.print(file);
        printer.print(record);
        printer.print(key);
        printer.print(cluster);
        printer.print(score == null ? null : decimal(score));
        printer.print(reasons);
        printer.println();
    }

    /** Adds what another one wrote: see {@link #ofRows}. */
    public void add(String rows) throws IOException {
        printer.getOut().append(rows);
    }

    private static String decimal(double score) {
        double hundredths = score * 100;
        long whole = Math.round(hundredths);
        if (hundredths >= 0 && whole < MOST_PLAIN && Math.abs(hundredths - whole) < SURELY) {
            return whole / 100 + (whole % 100 < 10 ? ".0" : ".") + whole % 100;
        }
        return BigDecimal.valueOf(score).setScale(2, RoundingMode.HALF_EVEN).toPlainString();
    }

    /** Writes what is left; closes what it writes to. */
    @Override
    public void close() throws IOException {
        printer.close(true);
    }
}
