package moisson.publish;

import java.util.List;
import java.util.Map;
import moisson.event.Edition;
import moisson.publish.merge.Trust;
import moisson.store.PublicationTable.Change;
import moisson.store.PublicationTable.Life;
import org.jspecify.annotations.Nullable;

/**
 * What came of building a version.
 *
 * @param opened the number of a version that lies in its folder and is to be shown; 0 for none
 * @param changed what is to be recorded of a new version, with {@code rows}
 * @param made what the version that is shown in the end was made of; null when none was built
 */
record Attempt(
        Outcome outcome,
        int opened,
        List<Life> changed,
        List<Change> rows,
        @Nullable Ingredients made) {

    /**
     * What a version was made of.
     *
     * @param sum of the store
     * @param number of the version
     * @param made how it was made
     */
    record Ingredients(
            String sum, List<Edition> editions, Map<String, Trust> trust, int number, int unplaced, Made made) {}

    Attempt {
        changed = List.copyOf(changed);
        rows = List.copyOf(rows);
    }

    static Attempt ended(Outcome outcome) {
        return new Attempt(outcome, 0, List.of(), List.of(), null);
    }
}
