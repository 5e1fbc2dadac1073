package moisson.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import moisson.event.Cluster;
import moisson.event.EventId;
import moisson.event.Match;
import moisson.event.Verdict;

/** Which record belongs to which cluster, why, and what became of ids: a ledger that only grows. */
public final class ClusterTable {
    ClusterTable() {}

    /** One line of the ledger: what happened to a cluster, in words. */
    public record Entry(Instant at, String cluster, String change) {}

    /** The cluster of every record that ever had one. */
    public Map<EventId, String> membership() {
        throw new UnsupportedOperationException();
    }

    public List<Cluster> all() {
        throw new UnsupportedOperationException();
    }

    /**
     * Makes these the clusters and matches; writes only what differs from before.
     *
     * @param redirects from ids that were merged away to the ids that took over, added to those known
     */
    public void replace(
            List<Cluster> clusters, List<Match> matches, Map<String, String> redirects, List<Entry> ledger) {
        throw new UnsupportedOperationException(clusters.toString() + matches + redirects + ledger);
    }

    /** Where a merged id leads to now, followed to its end; empty for ids never merged. */
    public Optional<String> redirect(String id) {
        throw new UnsupportedOperationException(id);
    }

    /** All redirects, each followed to its end. */
    public Map<String, String> redirects() {
        throw new UnsupportedOperationException();
    }

    /** Every pair that was joined, linked or left to a person. */
    public List<Match> matches() {
        throw new UnsupportedOperationException();
    }

    public List<Entry> ledger(String cluster) {
        throw new UnsupportedOperationException(cluster);
    }

    public List<Verdict> verdicts() {
        throw new UnsupportedOperationException();
    }

    /** Remembers a person's word; a later word on the same pair replaces it. */
    public void decide(Verdict verdict, String reason, Instant at) {
        throw new UnsupportedOperationException(verdict + reason + at);
    }
}
