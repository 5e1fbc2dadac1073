package moisson.harvest;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import moisson.deduplicate.ClusterIdentities;
import moisson.deduplicate.Clustering;
import moisson.deduplicate.Deduplicator;
import moisson.deduplicate.Identified;
import moisson.event.Cluster;
import moisson.event.Event;
import moisson.event.EventId;
import moisson.store.ClusterTable;
import moisson.store.RecordTable.Sequenced;
import moisson.store.Tables;

/** After each passage: which records tell of the same happening, with the ids that last. */
public final class Joining {
    private final Deduplicator deduplicator;

    public Joining(Deduplicator deduplicator) {
        this.deduplicator = deduplicator;
    }

    /** Answers how many of the records met tell of an event that another record tells of too. */
    int join(Tables tables, String source, Set<String> keysMet, Instant at) {
        List<Sequenced> live = tables.records().live();
        List<Event> events = live.stream().map(Sequenced::event).toList();
        Map<EventId, Long> sequence = new HashMap<>();
        live.forEach(one -> sequence.put(one.event().id(), one.sequence()));
        Clustering clustering = deduplicator.cluster(events, tables.clusters().verdicts());
        Map<EventId, String> before = tables.clusters().membership();
        Identified identified = ClusterIdentities.assign(
                clustering, before, sequence, tables.clusters().redirects().keySet());
        tables.clusters()
                .replace(
                        identified.clusters(),
                        clustering.matches(),
                        identified.redirects(),
                        identified.changes().stream()
                                .map(change -> new ClusterTable.Entry(at, change.cluster(), change.change()))
                                .toList());
        return told(identified.clusters(), source, keysMet);
    }

    /** The same count without comparing anything again. */
    int told(Tables tables, String source, Set<String> keysMet) {
        return told(tables.clusters().all(), source, keysMet);
    }

    private static int told(List<Cluster> clusters, String source, Set<String> keysMet) {
        return (int) clusters.stream()
                .filter(cluster -> cluster.members().size() > 1)
                .flatMap(cluster -> cluster.members().stream())
                .filter(member -> member.source().equals(source) && keysMet.contains(member.key()))
                .count();
    }
}
