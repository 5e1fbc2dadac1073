package moisson.intake;

import java.util.function.BiConsumer;
import moisson.event.Field;

/** What stands in one cell of a table, or under one name of a flat object. */
public final class Cells {
    private Cells() {}

    /** Adds what a cell says: several values when the field is a list, sessions when OpenAgenda wrote them. */
    public static void put(RecordDraft draft, Field field, String cell) {
        if (isTree(field, cell)) {
            Timings.put(draft, cell);
        } else {
            if (ColumnNames.isList(field)) {
                forEach(field, cell, draft::put);
            } else {
                draft.put(field, cell); // most cells by far
            }
        }
    }

    /** Whether a cell is more than a text or a list of texts. */
    static boolean isTree(Field field, String cell) {
        return field == Field.SESSION && cell.stripLeading().startsWith("[");
    }

    /** Gives every value of a cell that is no tree; none is blank. */
    static void forEach(Field field, String cell, BiConsumer<Field, String> use) {
        if (!ColumnNames.isList(field)) {
            give(field, cell, use);
            return;
        }
        int from = 0;
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            // No instant holds either sign.
            if (c == '|' || (c == ';' && field == Field.SESSION)) {
                give(field, cell.substring(from, i).strip(), use);
                from = i + 1;
            }
        }
        give(field, cell.substring(from).strip(), use);
    }

    private static void give(Field field, String value, BiConsumer<Field, String> use) {
        if (!value.isBlank()) {
            use.accept(field, value);
        }
    }
}
