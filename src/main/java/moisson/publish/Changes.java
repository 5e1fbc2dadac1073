package moisson.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import moisson.event.PublishedEvent;
import org.jspecify.annotations.Nullable;

/** What a version adds, changes and removes, dataset by dataset. */
final class Changes {
    private Changes() {}

    static List<Outcome.Change> between(Optional<Version> before, List<PublishedEvent> after) {
        List<PublishedEvent> old = before.map(Version::events).orElse(List.of());
        TreeSet<Integer> years = new TreeSet<>();
        old.forEach(event -> years.add(event.edition()));
        after.forEach(event -> years.add(event.edition()));
        List<Outcome.Change> changes = new ArrayList<>();
        for (Integer year : years) {
            changes.add(change(year, of(year, old), of(year, after)));
        }
        changes.add(change(null, byId(old), byId(after)));
        return changes;
    }

    private static Outcome.Change change(
            @Nullable Integer year, Map<String, PublishedEvent> old, Map<String, PublishedEvent> now) {
        int added = 0;
        int changed = 0;
        for (PublishedEvent event : now.values()) {
            PublishedEvent known = old.get(event.id());
            if (known == null) {
                added++;
            } else if (!known.modifiedAt().equals(event.modifiedAt())) {
                changed++;
            }
        }
        int removed = old.size() - (now.size() - added);
        return new Outcome.Change(Building.name(Building.EVENTS, year), now.size(), added, changed, removed);
    }

    private static Map<String, PublishedEvent> of(Integer year, List<PublishedEvent> events) {
        return byId(events.stream().filter(event -> event.edition() == year).toList());
    }

    private static Map<String, PublishedEvent> byId(List<PublishedEvent> events) {
        return events.stream().collect(Collectors.toMap(PublishedEvent::id, Function.identity()));
    }
}
