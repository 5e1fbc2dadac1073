package moisson.publish.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import moisson.store.PublicationTable.Change;
import moisson.store.PublicationTable.ChangeKind;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The dataset "changements": what each version added, changed and removed, the oldest first. */
public final class ChangesFile {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    private ChangesFile() {}

    public static void write(List<Change> changes, OutputStream out) throws IOException {
        CsvTable table = new CsvTable(Headings.CHANGES, out);
        for (Change change : changes) {
            table.row(
                    change.publication(),
                    change.at().toString(),
                    change.event(),
                    change.edition(),
                    word(change.kind()),
                    change.columns().isEmpty()
                            ? List.of()
                            : List.of(change.columns().split("\\|")),
                    change.replacedBy());
        }
        table.flush();
    }

    private static String word(ChangeKind kind) {
        return switch (kind) {
            case ADDED -> "ajout";
            case CHANGED -> "modification";
            case REMOVED -> "retrait";
        };
    }

    /** The lines of a published file, in their order. */
    public static List<Change> read(Path file) throws IOException {
        List<Change> changes = new ArrayList<>();
        // A version has one instant and many lines.
        Map<String, Instant> instants = new HashMap<>();
        try (CSVParser rows = CSVParser.parse(file, UTF_8, FORMAT)) {
            for (CSVRecord row : rows) {
                String replacedBy = Cells.text(row.get("remplace_par"));
                changes.add(new Change(
                        Integer.parseInt(row.get("version")),
                        instants.computeIfAbsent(row.get("instant"), Instant::parse),
                        Cells.text(row.get("id")),
                        Integer.parseInt(row.get("edition")),
                        kind(row.get("changement")),
                        row.get("colonnes"),
                        replacedBy.isEmpty() ? null : replacedBy));
            }
        }
        return changes;
    }

    private static ChangeKind kind(String word) throws IOException {
        for (ChangeKind kind : ChangeKind.values()) {
            if (word(kind).equals(word)) {
                return kind;
            }
        }
        throw new IOException("« " + word + " » n’est pas un changement");
    }
}
