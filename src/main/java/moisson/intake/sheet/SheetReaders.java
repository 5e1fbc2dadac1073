package moisson.intake.sheet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import moisson.intake.FeedReader;

/** The door of the inner room. */
public final class SheetReaders {
    private SheetReaders() {}

    public static List<FeedReader> all() {
        return List.of(new XlsxReader());
    }

    /** The first rows of the first visible sheet as texts, to look at; none when it cannot be read. */
    public static List<List<String>> head(Path workbook, int rows) throws IOException {
        return SheetHead.rows(workbook, rows);
    }
}
