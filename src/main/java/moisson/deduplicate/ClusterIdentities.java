package moisson.deduplicate;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import moisson.event.Cluster;
import moisson.event.EventId;
import moisson.event.Sha256;

/**
 * Gives every group its permanent id. An id belongs to the group that holds the oldest of the records it stood for; a
 * group that inherits several keeps the one of its oldest record, and the others redirect to it. So a merge, a split, a
 * new title or another source never change the id of what was known first.
 *
 * <p>A group that comes out of another and inherits nothing takes back the id that it bore before it was merged, if its
 * oldest record is there: so undoing a merge undoes its redirect too.
 */
public final class ClusterIdentities {
    private final Map<EventId, String> before;
    private final Map<EventId, Long> sequence;
    private final Comparator<EventId> byAge;
    private final UnaryOperator<Set<String>> everUsed;
    private final MessageDigest digest = Sha256.digest();
    private final Map<EventId, List<Bygone>> bygones = new HashMap<>();
    private final Set<String> used = new HashSet<>();
    /** The first choices of all groups of new records, which are asked about at once. */
    private final Set<String> asked = new HashSet<>();
    /** Those of them that were ever given. */
    private final Set<String> given = new HashSet<>();

    private final Map<String, String> redirects = new TreeMap<>();
    private final List<Change> changes = new ArrayList<>();

    /**
     * An id that was merged away.
     *
     * @param holder the oldest living record of those it stood for
     * @param end where it leads to
     */
    public record Bygone(String id, EventId holder, String end) {}

    private ClusterIdentities(
            Map<EventId, String> before,
            Map<EventId, Long> sequence,
            List<Bygone> bygones,
            UnaryOperator<Set<String>> everUsed) {
        this.before = before;
        this.sequence = sequence;
        this.byAge = Comparator.<EventId>comparingLong(id -> sequence.getOrDefault(id, Long.MAX_VALUE))
                .thenComparing(Comparator.naturalOrder());
        this.everUsed = everUsed;
        bygones.forEach(bygone -> this.bygones
                .computeIfAbsent(bygone.holder(), holder -> new ArrayList<>())
                .add(bygone));
        // Ids about to be kept are among these: no new one can take them.
        this.used.addAll(before.values());
    }

    /**
     * Names the groups, and tells what changed.
     *
     * @param before the cluster of every record that had one, redirects followed to their end
     * @param sequence the order in which records became known
     * @param everUsed those of some ids that were ever given, redirected ones too: never given again
     */
    public static Identified assign(
            Clustering now,
            Map<EventId, String> before,
            Map<EventId, Long> sequence,
            UnaryOperator<Set<String>> everUsed) {
        return assign(now, before, sequence, List.of(), everUsed);
    }

    /**
     * The same, giving merged ids back.
     *
     * @param bygones ids merged away that stood for one of these records, those borne last first
     */
    public static Identified assign(
            Clustering now,
            Map<EventId, String> before,
            Map<EventId, Long> sequence,
            List<Bygone> bygones,
            UnaryOperator<Set<String>> everUsed) {
        return new ClusterIdentities(before, sequence, bygones, everUsed).assign(now);
    }

    /** The same where nothing was named before: the ids depend on the keys of the records alone. */
    public static List<Cluster> named(Clustering now) {
        Set<String> used = HashSet.newHashSet(now.groups().size());
        MessageDigest digest = Sha256.digest();
        List<Cluster> clusters = new ArrayList<>(now.groups().size());
        for (List<EventId> group : now.groups()) {
            String id = ShortId.of(group.getFirst(), used::contains, digest);
            used.add(id);
            clusters.add(new Cluster(id, group));
        }
        return clusters;
    }

    private Identified assign(Clustering now) {
        List<List<EventId>> groups = byAge(now.groups());
        groups.stream()
                .filter(group -> Collections.disjoint(group, before.keySet()))
                .forEach(group -> asked.add(ShortId.of(group.getFirst(), id -> false, digest)));
        given.addAll(everUsed.apply(asked));
        Map<String, EventId> oldest = oldest(groups);
        List<Cluster> clusters = new ArrayList<>();
        for (List<EventId> group : groups) {
            clusters.add(new Cluster(id(group, oldest), group));
        }
        for (Cluster cluster : clusters) {
            lead(cluster);
            tell(cluster, oldest);
        }
        return new Identified(clusters, redirects, changes);
    }

    /** A group with the age of its oldest record, looked up once and not at each comparison. */
    private record Aged(long age, List<EventId> group) {}

    /** The oldest first, and of each group the oldest record. */
    private List<List<EventId>> byAge(List<List<EventId>> groups) {
        return groups.stream()
                .map(group ->
                        group.size() == 1 ? group : group.stream().sorted(byAge).toList())
                .map(group -> new Aged(sequence.getOrDefault(group.getFirst(), Long.MAX_VALUE), group))
                .sorted(Comparator.comparingLong(Aged::age)
                        .thenComparing(aged -> aged.group().getFirst()))
                .map(Aged::group)
                .toList();
    }

    /** For each id known before, the oldest record that is still here. */
    private Map<String, EventId> oldest(List<List<EventId>> groups) {
        Map<String, EventId> oldest = new HashMap<>();
        groups.stream().flatMap(List::stream).filter(before::containsKey).forEach(member -> {
            oldest.merge(former(member), member, (one, other) -> byAge.compare(one, other) <= 0 ? one : other);
        });
        return oldest;
    }

    /** @param group in the order of age: the first id inherited is that of the oldest record */
    private String id(List<EventId> group, Map<String, EventId> oldest) {
        List<String> inherited = group.stream()
                .filter(member -> member.equals(oldest.get(former(member))))
                .map(this::former)
                .toList();
        String id = inherited.isEmpty() ? returned(group) : inherited.getFirst();
        used.add(id);
        inherited.stream().skip(1).forEach(lost -> {
            redirects.put(lost, id);
            changes.add(new Change(lost, "fusionné dans " + id));
            changes.add(new Change(id, "a absorbé " + lost));
        });
        return id;
    }

    /** The id that the group bore before it was merged into another, or else a new one. */
    private String returned(List<EventId> group) {
        return group.stream()
                .flatMap(member -> bygones.getOrDefault(member, List.of()).stream())
                .map(Bygone::id)
                .filter(id -> !used.contains(id))
                .findFirst()
                .orElseGet(() -> ShortId.of(group.getFirst(), this::taken, digest));
    }

    private boolean taken(String id) {
        return used.contains(id)
                || (asked.contains(id)
                        ? given.contains(id)
                        : !everUsed.apply(Set.of(id)).isEmpty());
    }

    /** An id merged away follows the oldest record that it stood for, when that moves. */
    private void lead(Cluster cluster) {
        for (EventId member : cluster.members()) {
            if (former(member).equals(cluster.id())) {
                continue;
            }
            for (Bygone bygone : bygones.getOrDefault(member, List.of())) {
                boolean elsewhere =
                        !bygone.end().equals(cluster.id()) && !cluster.id().equals(redirects.get(bygone.end()));
                if (!used.contains(bygone.id()) && elsewhere) {
                    redirects.put(bygone.id(), cluster.id());
                    changes.add(new Change(bygone.id(), "mène désormais à " + cluster.id()));
                }
            }
        }
    }

    private void tell(Cluster cluster, Map<String, EventId> oldest) {
        boolean known = oldest.containsKey(cluster.id());
        if (!known) {
            boolean back = cluster.members().stream()
                    .flatMap(member -> bygones.getOrDefault(member, List.of()).stream())
                    .anyMatch(bygone -> bygone.id().equals(cluster.id()));
            changes.add(new Change(
                    cluster.id(),
                    (back ? "rétabli avec " : "créé avec ") + cluster.members().getFirst()));
        }
        for (EventId member : cluster.members()) {
            String former = former(member);
            boolean moved = !former.isEmpty() && !former.equals(cluster.id());
            if (moved && !cluster.id().equals(redirects.get(former))) {
                changes.add(new Change(former, "quitté par " + member + ", désormais dans " + cluster.id()));
                changes.add(new Change(cluster.id(), "rejoint par " + member + ", venu de " + former));
            } else if (former.isEmpty()
                    && (known || !member.equals(cluster.members().getFirst()))) {
                changes.add(new Change(cluster.id(), "rejoint par " + member));
            }
        }
    }

    /** Empty for records that had no cluster. */
    private String former(EventId member) {
        return before.getOrDefault(member, "");
    }
}
