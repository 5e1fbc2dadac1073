package moisson.intake.sheet;

import java.util.List;
import moisson.intake.FeedReader;

/** The door of the inner room. */
public final class SheetReaders {
    private SheetReaders() {}

    public static List<FeedReader> all() {
        return List.of(new XlsxReader());
    }
}
