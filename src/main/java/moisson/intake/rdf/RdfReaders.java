package moisson.intake.rdf;

import java.util.List;
import moisson.intake.FeedReader;

/** The door of the inner room. */
public final class RdfReaders {
    private RdfReaders() {}

    public static List<FeedReader> all() {
        return List.of(new RdfReader());
    }
}
