package moisson.intake;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Whether a text is a table whose header we know. */
final class TableGuess {
    private TableGuess() {}

    static Optional<Guess> of(String text) {
        CsvDialect dialect = CsvDialect.of(text);
        try (CSVParser parser = dialect.format().parse(new StringReader(text.substring(dialect.skipped())))) {
            for (CSVRecord row : parser) {
                if (row.size() > 1 || !row.get(0).isBlank()) {
                    return row.size() > Limits.FIELDS ? Optional.empty() : of(CsvHeader.of(row.toList()), dialect);
                }
            }
        } catch (IOException | UncheckedIOException e) {
            // A quote that is never closed, in the very header.
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static Optional<Guess> of(CsvHeader header, CsvDialect dialect) {
        try {
            header.refuseUnlessEvents();
        } catch (UnreadableFeedException e) {
            return Optional.empty();
        }
        String delimiter = dialect.delimiter() == '\t' ? "tabulation" : String.valueOf(dialect.delimiter());
        return Optional.of(Guess.of(
                "csv",
                "C’est un tableau (séparateur «\u202F" + delimiter + "\u202F»), dont "
                        + header.known().size() + " colonnes sur "
                        + header.names().size() + " sont connues."));
    }
}
