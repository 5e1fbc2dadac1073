package moisson.publish;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import moisson.event.Publication;
import moisson.event.PublishedEvent;
import moisson.publish.format.Cells;
import moisson.publish.format.Column;
import moisson.publish.format.Columns;
import moisson.publish.format.Told;
import moisson.store.PublicationTable.Change;
import moisson.store.PublicationTable.ChangeKind;
import org.jspecify.annotations.Nullable;

/**
 * What a version adds, changes and removes.
 *
 * @param before the edition of each event of the version before, by id
 * @param after the edition of each event of the new version, by id
 * @param rows one line for each event that is not what it was, sorted by id
 */
record Changes(Map<String, Integer> before, Map<String, Integer> after, List<Change> rows) {
    private static final Set<String> INSTANTS = Set.of("publie_le", "modifie_le");

    Changes {
        rows = List.copyOf(rows);
    }

    /**
     * @param ledger of the versions before
     * @param shown the version before, when it is open: only then are the columns that changed known
     * @param redirects from ids merged away to those that took over
     */
    static Changes of(
            List<Change> ledger,
            Optional<Version> shown,
            Selection selection,
            Map<String, String> redirects,
            Publication next) {
        Map<String, Integer> before = ledger.isEmpty() ? editions(shown) : present(ledger);
        Map<String, Integer> after = editions(selection.events());
        Set<String> touched =
                selection.changed().stream().map(life -> life.id()).collect(Collectors.toSet());
        List<Change> rows = new ArrayList<>();
        for (PublishedEvent event : selection.events()) {
            // A ledger that begins after the first version begins with everything there is.
            boolean untold = ledger.isEmpty() && !touched.contains(event.id());
            if (untold || !before.containsKey(event.id())) {
                rows.add(row(next, event.id(), event.edition(), ChangeKind.ADDED, "", null));
            } else if (touched.contains(event.id())) {
                String columns = shown.flatMap(version -> version.event(event.id()))
                        .map(old -> columns(old, event))
                        .orElse("");
                rows.add(row(next, event.id(), event.edition(), ChangeKind.CHANGED, columns, null));
            }
        }
        before.forEach((id, edition) -> {
            if (!after.containsKey(id)) {
                String successor = redirects.get(id);
                rows.add(row(
                        next,
                        id,
                        edition,
                        ChangeKind.REMOVED,
                        "",
                        successor != null && after.containsKey(successor) ? successor : null));
            }
        });
        rows.sort(java.util.Comparator.comparing(Change::event));
        return new Changes(before, after, rows);
    }

    private static Change row(
            Publication next, String id, int edition, ChangeKind kind, String columns, @Nullable String replacedBy) {
        return new Change(next.number(), next.at(), id, edition, kind, columns, replacedBy);
    }

    private static Map<String, Integer> present(List<Change> ledger) {
        Map<String, Integer> present = new HashMap<>();
        for (Change change : ledger) {
            if (change.kind() == ChangeKind.REMOVED) {
                present.remove(change.event());
            } else {
                present.put(change.event(), change.edition());
            }
        }
        return new TreeMap<>(present);
    }

    private static Map<String, Integer> editions(Optional<Version> version) {
        return editions(version.map(Version::events).orElse(List.of()));
    }

    private static Map<String, Integer> editions(List<PublishedEvent> events) {
        return new TreeMap<>(events.stream().collect(Collectors.toMap(PublishedEvent::id, PublishedEvent::edition)));
    }

    private static String columns(PublishedEvent before, PublishedEvent after) {
        Told old = new Told(before);
        Told now = new Told(after);
        return Columns.ALL.stream()
                .filter(column -> !INSTANTS.contains(column.name()))
                .filter(column -> !Cells.write(column.of(old)).equals(Cells.write(column.of(now))))
                .map(Column::name)
                .collect(Collectors.joining("|"));
    }

    /** How many, dataset by dataset: the editions, then all together. An event that moves leaves one and enters another. */
    List<Outcome.Change> perDataset() {
        Set<Integer> years = new TreeSet<>(before.values());
        years.addAll(after.values());
        Map<String, ChangeKind> kinds = rows.stream().collect(Collectors.toMap(Change::event, Change::kind));
        List<Outcome.Change> all = new ArrayList<>();
        for (Integer year : years) {
            all.add(count(Building.name(Building.EVENTS, year), of(year, before), of(year, after), kinds::get));
        }
        all.add(count(Building.EVENTS, before.keySet(), after.keySet(), kinds::get));
        return all;
    }

    private static Outcome.Change count(
            String dataset, Set<String> old, Set<String> now, Function<String, @Nullable ChangeKind> kinds) {
        int added = 0;
        int changed = 0;
        for (String id : now) {
            if (!old.contains(id)) {
                added++;
            } else if (kinds.apply(id) == ChangeKind.CHANGED) {
                changed++;
            }
        }
        int removed = old.size() - (now.size() - added);
        return new Outcome.Change(dataset, now.size(), added, changed, removed);
    }

    private static Set<String> of(Integer year, Map<String, Integer> editions) {
        return editions.entrySet().stream()
                .filter(entry -> Objects.equals(entry.getValue(), year))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
