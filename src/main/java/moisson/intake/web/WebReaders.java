package moisson.intake.web;

import java.util.List;
import moisson.intake.FeedReader;

/** The door of the inner room. */
public final class WebReaders {
    private WebReaders() {}

    public static List<FeedReader> all() {
        return List.of(new RssReader(), new SchemaOrgReader());
    }
}
