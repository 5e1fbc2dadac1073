package moisson.publish.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A published table as RFC 4180 wants it: comma, UTF-8 without BOM, CRLF, quoted where needed, a header. Cells by the
 * rules of {@link Cells}. Whoever opened the stream closes it.
 */
final class CsvTable {
    /** Letters that wait to be encoded together: so many at most, and for a row about as many as it has. */
    private static final int LETTERS = 1 << 13;

    private static final int LETTERS_OF_A_ROW = 1 << 9;

    private final CsvWriter csv;
    private final String[] cells;

    /** Writes the header at once. */
    CsvTable(List<Heading> headings, OutputStream out) {
        this(headings.size(), LETTERS / LETTERS_OF_A_ROW, out);
        for (int i = 0; i < cells.length; i++) {
            cells[i] = headings.get(i).name();
        }
        csv.writeRecord(cells);
    }

    /**
     * Without a header.
     *
     * @param rows so many will follow
     */
    CsvTable(int columns, int rows, OutputStream out) {
        csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .bufferSize(Math.min(LETTERS, LETTERS_OF_A_ROW * Math.clamp(rows, 1, LETTERS)))
                .build(new OutputStreamWriter(out, UTF_8));
        cells = new String[columns];
    }

    /** Puts a value where the next {@link #endRow} writes it. */
    void set(int column, @Nullable Object value) {
        cells[column] = Cells.write(value);
    }

    void endRow() throws IOException {
        try {
            csv.writeRecord(cells);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    void row(@Nullable Object... values) throws IOException {
        for (int i = 0; i < values.length; i++) {
            set(i, values[i]);
        }
        endRow();
    }

    void flush() throws IOException {
        csv.flush();
    }
}
