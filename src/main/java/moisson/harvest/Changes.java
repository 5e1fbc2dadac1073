package moisson.harvest;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import moisson.event.Change;
import moisson.event.Change.Action;

/** The changes of one harvest: how often each field changes, and so many examples of each action. */
final class Changes {
    private static final int EXAMPLES = 100;

    private final Map<Action, List<Change>> examples = new EnumMap<>(Action.class);
    private final Map<String, Integer> fields = new TreeMap<>();

    void add(Change change) {
        change.fields().forEach(field -> fields.merge(field, 1, Integer::sum));
        List<Change> same = examples.computeIfAbsent(change.action(), action -> new ArrayList<>());
        if (same.size() < EXAMPLES) {
            same.add(change);
        }
    }

    /** Those told of as new whose key turned out to be another one of a known record. */
    void renamed(Map<String, String> formerByNew) {
        List<Change> created = examples.get(Action.CREATED);
        if (created != null) {
            created.removeIf(change -> formerByNew.containsKey(change.key()));
        }
        formerByNew.forEach((key, former) -> add(new Change(Action.RENAMED, key, null, former, List.of())));
    }

    /** Those of whom only the key needs to be known. */
    void all(Action action, Set<String> keys) {
        keys.stream().sorted().forEach(key -> add(new Change(action, key, null, null, List.of())));
    }

    Map<String, Integer> fields() {
        return fields;
    }

    List<Change> examples() {
        return examples.values().stream().flatMap(List::stream).toList();
    }
}
