package moisson.publish.format;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import moisson.store.PublicationTable.Change;

/** The dataset "changements": what each version added, changed and removed, the oldest first. */
public final class ChangesFile {
    private ChangesFile() {}

    public static void write(List<Change> changes, OutputStream out) throws IOException {
        CsvTable table = new CsvTable(Headings.CHANGES, out);
        for (Change change : changes) {
            table.row(
                    change.publication(),
                    change.at().toString(),
                    change.event(),
                    change.edition(),
                    switch (change.kind()) {
                        case ADDED -> "ajout";
                        case CHANGED -> "modification";
                        case REMOVED -> "retrait";
                    },
                    change.columns().isEmpty()
                            ? List.of()
                            : List.of(change.columns().split("\\|")),
                    change.replacedBy());
        }
        table.flush();
    }
}
