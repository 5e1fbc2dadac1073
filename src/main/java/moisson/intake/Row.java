package moisson.intake;

import java.util.List;
import java.util.function.BiConsumer;
import moisson.event.Field;
import moisson.intake.CsvHeader.Column;

/**
 * A row of a table of which no record has been made yet, though one could be, with nothing to be said about it.
 *
 * @param text sum of its text, see {@link RecordSink#again(long, java.util.function.Supplier)}; 0 when there is none
 * @param place where a partner finds it again
 * @param key the source's own key, as the record would have it
 * @param columns those that mean something, field by field, the best name of each field first
 */
public record Row(long text, String place, String key, List<Column> columns, List<String> cells) {
    /** Gives each value under its field, field by field, as {@link RecordDraft} would gather them. */
    public void forEach(BiConsumer<Field, String> use) {
        Field given = null;
        for (Column column : columns) {
            Field field = column.meaning().field();
            String cell = cells.get(column.index());
            if (field != null && !cell.isBlank() && (field != given || !RecordDraft.isOnlyOne(field))) {
                given = field;
                Cells.forEach(field, cell, use);
            }
        }
    }
}
