package moisson.harvest;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import moisson.deduplicate.ClusterIdentities;
import moisson.deduplicate.ClusterIdentities.Bygone;
import moisson.deduplicate.Clustering;
import moisson.deduplicate.Deduplicator;
import moisson.deduplicate.Identified;
import moisson.deduplicate.Renewed;
import moisson.event.Event;
import moisson.event.EventId;
import moisson.event.Match;
import moisson.store.ClusterTable;
import moisson.store.MatchingTable;
import moisson.store.Tables;

/** After each passage: which records tell of the same happening, with the ids that last. */
public final class Joining {
    /** When more than one record in so many changed, comparing everything anew is quicker: it reads in one go. */
    private static final int PART = 4;

    private final Deduplicator deduplicator;

    public Joining(Deduplicator deduplicator) {
        this.deduplicator = deduplicator;
    }

    /**
     * Brings clusters up to date with what a passage changed, and with what people have said since the last one. Costs what
     * changed; gives what comparing everything anew would give.
     *
     * @param changed records that were created, updated or revived
     * @param removed records that were removed
     */
    public void update(Tables tables, Set<EventId> changed, Set<EventId> removed, Instant at) {
        MatchingTable matching = tables.matching();
        boolean remembered =
                matching.version().filter(Deduplicator.weightsVersion()::equals).isPresent();
        long enough = (long) PART * (changed.size() + removed.size());
        if (!remembered || matching.count(enough) < enough) {
            everything(tables, at);
            return;
        }
        Map<EventId, Long> gone = matching.numbers(removed);
        Set<Long> news = new HashSet<>(matching.numbers(changed).values());
        news.addAll(matching.takeDue());
        news.removeAll(gone.values());
        if (news.isEmpty() && gone.isEmpty()) {
            return;
        }
        Renewed renewed = deduplicator.renew(news, new HashSet<>(gone.values()), new Remembered(tables));
        Map<EventId, Long> numbers = renewed.numbers();
        Map<Long, String> clusters = tables.clusters().membership(numbers.values());
        Map<EventId, String> before = new HashMap<>();
        numbers.forEach((id, number) -> {
            String cluster = clusters.get(number);
            if (cluster != null) {
                before.put(id, cluster);
            }
        });
        Identified identified = ClusterIdentities.assign(
                renewed.clustering(),
                before,
                numbers,
                bygones(tables.clusters().bygones(numbers.values())),
                tables.clusters()::everUsed);
        Map<EventId, Long> touched = new HashMap<>(numbers);
        touched.putAll(gone);
        tables.clusters()
                .replace(
                        touched,
                        identified.clusters(),
                        renewed.clustering().matches(),
                        identified.redirects(),
                        entries(identified, at));
    }

    /**
     * How many of a source's records tell of an event that another record tells of too.
     *
     * @param but keys of those that do not count: they were not met
     */
    int told(Tables tables, String source, Set<String> but) {
        return tables.clusters().inCompany(source) - tables.clusters().inCompany(source, but);
    }

    /** Two records compared by what is remembered of all others; without people's verdicts. */
    Match compare(Tables tables, EventId left, EventId right) {
        Map<EventId, Long> numbers = tables.matching().numbers(List.of(left, right));
        return deduplicator.compare(numbers.values(), new Remembered(tables));
    }

    /** Compares everything anew. */
    void everything(Tables tables, Instant at) {
        Map<Long, Event> living = new HashMap<>();
        Map<EventId, Long> sequence = new HashMap<>();
        tables.records().live().forEach(one -> {
            living.put(one.sequence(), one.event());
            sequence.put(one.event().id(), one.sequence());
        });
        tables.matching().takeDue();
        Clustering clustering = deduplicator.cluster(living, tables.clusters().verdicts(), new Remembered(tables));
        Set<String> merged = tables.clusters().redirects().keySet();
        Identified identified = ClusterIdentities.assign(
                clustering,
                tables.clusters().membership(),
                sequence,
                bygones(tables.clusters().bygones()),
                ids -> ids.stream().filter(merged::contains).collect(Collectors.toSet()));
        tables.clusters()
                .replace(identified.clusters(), clustering.matches(), identified.redirects(), entries(identified, at));
    }

    private static List<Bygone> bygones(List<ClusterTable.Bygone> stored) {
        return stored.stream()
                .map(one -> new Bygone(one.id(), one.holder(), one.end()))
                .toList();
    }

    private static List<ClusterTable.Entry> entries(Identified identified, Instant at) {
        return identified.changes().stream()
                .map(change -> new ClusterTable.Entry(at, change.cluster(), change.change()))
                .toList();
    }
}
