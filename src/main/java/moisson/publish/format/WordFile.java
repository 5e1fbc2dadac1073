package moisson.publish.format;

import java.io.Closeable;
import java.io.IOException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The table of the words that no table knows, RFC 4180, made to be opened in a spreadsheet: see {@link Cells}. */
public final class WordFile implements Closeable {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader("champ", "mot", "fois", "sources", "tableau", "entete", "ligne", "valeurs")
            .get();

    private final CSVPrinter printer;

    /** Writes the header at once. */
    public WordFile(Appendable out) throws IOException {
        printer = FORMAT.print(out);
    }

    /**
     * Adds a row.
     *
     * @param line to be added to the table, up to the value that is to be chosen among the values
     */
    public void add(
            String field,
            String word,
            int times,
            String sources,
            String table,
            String header,
            String line,
            String values)
            throws IOException {
        printer.printRecord(field, Cells.write(word), times, sources, table, header, Cells.write(line), values);
    }

    /** Writes what is left; closes what it writes to. */
    @Override
    public void close() throws IOException {
        printer.close(true);
    }
}
