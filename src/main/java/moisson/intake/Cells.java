package moisson.intake;

import java.util.stream.Stream;
import moisson.event.Field;

/** What stands in one cell of a table, or under one name of a flat object. */
public final class Cells {
    private Cells() {}

    /** Adds what a cell says: several values when the field is a list, sessions when OpenAgenda wrote them. */
    public static void put(RecordDraft draft, Field field, String cell) {
        if (field == Field.SESSION && cell.stripLeading().startsWith("[")) {
            Timings.put(draft, cell);
        } else if (field == Field.SESSION) {
            // No instant holds either sign.
            Stream.of(cell.split("[|;]", -1)).map(String::strip).forEach(value -> draft.put(field, value));
        } else if (ColumnNames.isList(field)) {
            Stream.of(cell.split("\\|", -1)).map(String::strip).forEach(value -> draft.put(field, value));
        } else {
            draft.put(field, cell);
        }
    }
}
