package moisson.intake.rdf;

import java.util.List;
import moisson.intake.FeedReader;
import moisson.intake.Limits;

/** The door of the inner room. */
public final class RdfReaders {
    private RdfReaders() {}

    public static List<FeedReader> all() {
        return List.of(new RdfReader(Limits.GRAPH));
    }
}
