package moisson.publish.portal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import moisson.publish.portal.PortalException.Kind;

/** Looks through the datasets of our organisation on a portal that cannot be asked for ours alone. */
record Listing(IntFunction<JsonNode> page, String items, Predicate<JsonNode> more) {
    /** Datasets on a page. */
    static final int PAGE = 100;

    private static final int MOST_PAGES = 1_000;

    /** The first that is wanted; pages count from 0. */
    Optional<JsonNode> first(Predicate<JsonNode> wanted) {
        for (int number = 0; number < MOST_PAGES; number++) {
            JsonNode list = page.apply(number);
            for (JsonNode dataset : list.path(items)) {
                if (wanted.test(dataset)) {
                    return Optional.of(dataset);
                }
            }
            if (!more.test(list)) {
                return Optional.empty();
            }
        }
        throw new PortalException(Kind.STOP, "La liste des jeux de l’organisation n’a pas de fin.");
    }
}
