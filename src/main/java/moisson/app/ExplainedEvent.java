package moisson.app;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import moisson.event.Cluster;
import moisson.event.EventId;
import moisson.event.Match;
import moisson.store.ClusterTable;
import moisson.store.PublicationTable.Life;
import moisson.store.RecordTable.Stored;
import moisson.store.Tables;
import moisson.store.VerdictLedger.Given;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of one event, taken from the store at one moment.
 *
 * @param asked what was asked for: this id, one merged into it, or one of its records
 * @param id the cluster's
 * @param members its records in the order they became known; those removed since are marked
 * @param removed why a record was removed
 * @param matches the pairs that one of its records is in
 * @param clusters of the records in these pairs
 * @param history of this id, and of the one asked for
 * @param verdicts of people, on pairs with one of its records
 * @param life when it was published; null when it never was
 */
record ExplainedEvent(
        String asked,
        String id,
        List<Stored> members,
        Map<EventId, String> removed,
        List<Match> matches,
        Map<EventId, String> clusters,
        List<ClusterTable.Entry> history,
        List<Given> verdicts,
        @Nullable Life life) {
    ExplainedEvent {
        members = List.copyOf(members);
        matches = List.copyOf(matches);
        history = List.copyOf(history);
        verdicts = List.copyOf(verdicts);
    }

    /** @param asked the id of a cluster, living or merged away, or {@code source/key} */
    static Optional<ExplainedEvent> find(Tables tables, String asked) {
        Optional<Stored> record = record(tables, asked);
        Optional<String> id = record.isPresent()
                ? record.flatMap(stored -> tables.clusters().clusterOf(stored.id()))
                : cluster(tables, asked);
        return id.map(known -> of(tables, asked, known, record));
    }

    /** Sources have no slash in their ids; keys may. */
    private static Optional<Stored> record(Tables tables, String asked) {
        int slash = asked.indexOf('/');
        return slash < 0
                ? Optional.empty()
                : tables.records().find(new EventId(asked.substring(0, slash), asked.substring(slash + 1)));
    }

    private static Optional<String> cluster(Tables tables, String asked) {
        String id = tables.clusters().redirect(asked).orElse(asked);
        boolean known = tables.clusters().find(id).isPresent()
                || !tables.clusters().ledger(id).isEmpty();
        return known ? Optional.of(id) : Optional.empty();
    }

    private static ExplainedEvent of(Tables tables, String asked, String id, Optional<Stored> record) {
        List<EventId> ids = tables.clusters().find(id).map(Cluster::members).orElse(List.of());
        List<Stored> members = new ArrayList<>();
        ids.forEach(member -> tables.records().find(member).ifPresent(members::add));
        record.filter(stored -> !ids.contains(stored.id())).ifPresent(members::add);
        Map<EventId, String> removed = new HashMap<>();
        for (Stored member : members) {
            tables.records().removedBecause(member.id()).ifPresent(why -> removed.put(member.id(), why));
        }
        List<Match> matches = tables.clusters().matchesOf(id);
        Map<EventId, String> clusters = new HashMap<>();
        matches.stream()
                .flatMap(match -> Stream.of(match.left(), match.right()))
                .distinct()
                .forEach(one -> tables.clusters().clusterOf(one).ifPresent(cluster -> clusters.put(one, cluster)));
        List<ClusterTable.Entry> history =
                new ArrayList<>(asked.equals(id) ? List.of() : tables.clusters().ledger(asked));
        history.addAll(tables.clusters().ledger(id));
        Life life = tables.publications().lives().get(id);
        return new ExplainedEvent(
                asked,
                id,
                members,
                removed,
                matches,
                clusters,
                history,
                tables.verdicts().about(ids),
                life);
    }

    /** Its records that have not been removed. */
    List<Stored> live() {
        return members.stream().filter(member -> member.removedAt() == null).toList();
    }

    List<Match> matches(Match.Decision decision) {
        return matches.stream().filter(match -> match.decision() == decision).toList();
    }
}
