package moisson.publish.format;

import java.io.Closeable;
import java.io.IOException;
import moisson.event.Notice;
import moisson.event.NoticeCode;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** The table of the notices of one harvest, RFC 4180, made to be opened in a spreadsheet: see {@link Cells}. */
public final class NoticeFile implements Closeable {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader(
                    "passage",
                    "source",
                    "code",
                    "gravite",
                    "fois",
                    "endroit",
                    "cle",
                    "champ",
                    "valeur",
                    "regle_fr",
                    "remede_fr",
                    "regle_en",
                    "remede_en")
            .get();

    private final CSVPrinter printer;

    /** Writes the header at once. */
    public NoticeFile(Appendable out) throws IOException {
        printer = FORMAT.print(out);
    }

    /**
     * Adds a row.
     *
     * @param times how often the code was given in the whole harvest
     * @param example null for a code of which no example is kept
     */
    public void add(long run, String source, NoticeCode code, int times, @Nullable Notice example) throws IOException {
        printer.printRecord(
                run,
                Cells.write(source),
                code.name(),
                code.severity().name(),
                times,
                Cells.write(example == null ? null : example.place()),
                Cells.write(example == null ? null : example.key()),
                Cells.write(example == null ? null : example.field()),
                Cells.write(example == null ? null : example.value()),
                code.french(),
                code.frenchRemedy(),
                code.english(),
                code.englishRemedy());
    }

    /** Writes what is left; closes what it writes to. */
    @Override
    public void close() throws IOException {
        printer.close(true);
    }
}
