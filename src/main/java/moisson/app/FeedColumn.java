package moisson.app;

import java.util.Optional;
import moisson.event.SourceRecord;
import moisson.intake.TableRow;

/** Tables gathered from several feeds say in a column {@code feed}, else {@code source}, which one each row is from. */
final class FeedColumn {
    private FeedColumn() {}

    /** Empty when the row does not say, and for whatever is no row of a table. */
    static Optional<String> of(SourceRecord record) {
        return record.words() instanceof TableRow row ? of(row) : Optional.empty();
    }

    /** A column {@code feed} decides, even when its cell is empty. */
    private static Optional<String> of(TableRow row) {
        Optional<String> cell = row.cell("feed");
        String name = (cell.isPresent() ? cell : row.cell("source")).orElse("").strip();
        return name.isEmpty() ? Optional.empty() : Optional.of(name);
    }
}
