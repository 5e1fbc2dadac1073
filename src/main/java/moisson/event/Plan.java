package moisson.event;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The whole effect of one harvest, computed before anything is changed. Its counts of created, updated, unchanged,
 * rejected and removed records are those of the {@link Run}.
 *
 * @param alive records of the source that lived before
 * @param absent living records that the delivery leaves out, those recognized under another key not counted
 * @param renamed records that came back under another key with the same content
 * @param unplaced rejected records that gave no key: each may be one of the absent
 * @param fields how many updated records change each field, by the name of the field
 * @param changes examples, so many of each action
 * @param holds why the harvest waits for a person; empty when it is within the bounds of the source
 */
public record Plan(
        int alive,
        int absent,
        int renamed,
        int unplaced,
        Map<String, Integer> fields,
        List<Change> changes,
        List<Hold> holds) {
    public static final Plan NOTHING = new Plan(0, 0, 0, 0, Map.of(), List.of(), List.of());

    public Plan {
        fields = Collections.unmodifiableMap(new TreeMap<>(fields));
        changes = List.copyOf(changes);
        holds = List.copyOf(holds);
    }
}
