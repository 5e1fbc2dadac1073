package moisson.publish.format;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A published table as RFC 4180 wants it: comma, UTF-8 without BOM, CRLF, quoted where needed, a header. Cells by the
 * rules of {@link Cells}. Whoever opened the stream closes it.
 */
final class CsvTable {
    private final CsvWriter csv;
    private final String[] cells;

    /** Writes the header at once. */
    CsvTable(List<Heading> headings, OutputStream out) {
        this(headings.size(), out);
        for (int i = 0; i < cells.length; i++) {
            cells[i] = headings.get(i).name();
        }
        csv.writeRecord(cells);
    }

    /** Without a header. */
    CsvTable(int columns, OutputStream out) {
        csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .bufferSize(0)
                .build(new Utf8Writer(out));
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
