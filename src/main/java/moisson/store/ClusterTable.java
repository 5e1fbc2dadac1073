package moisson.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import moisson.event.Cluster;
import moisson.event.EventId;
import moisson.event.Match;
import moisson.event.Verdict;
import moisson.store.Newcomers.Book;
import org.jdbi.v3.core.Handle;

/** Which record belongs to which cluster, why, and what became of ids: a ledger that only grows. */
public final class ClusterTable {
    private final Handle handle;
    private final Newcomers newcomers;
    private final Members members;
    private final Matches matches;
    private final Redirects redirects;
    private final Verdicts verdicts;

    ClusterTable(Handle handle, Newcomers newcomers) {
        this.handle = handle;
        this.newcomers = newcomers;
        members = new Members(handle, newcomers);
        matches = new Matches(handle, newcomers);
        redirects = new Redirects(handle);
        verdicts = new Verdicts(handle);
    }

    /** One line of the ledger: what happened to a cluster, in words. */
    public record Entry(Instant at, String cluster, String change) {}

    /**
     * An id that was merged away.
     *
     * @param holder the oldest living record of those it stood for
     * @param end where it leads to now
     */
    public record Bygone(String id, EventId holder, String end) {}

    /** A verdict with its reason and its hour, for pages that explain. */
    public record Decided(Verdict verdict, String reason, Instant at) {}

    /** The cluster of every record that ever had one; when that cluster was merged away, the one that took over. */
    public Map<EventId, String> membership() {
        Map<EventId, String> membership = members.everyone();
        Map<String, String> ends = redirects.followed();
        membership.replaceAll((record, cluster) -> ends.getOrDefault(cluster, cluster));
        return membership;
    }

    /** The same for some records, told by their numbers. */
    public Map<Long, String> membership(Collection<Long> records) {
        Map<Long, String> membership = members.of(records);
        Map<String, String> ends = redirects.followed(membership.values());
        membership.replaceAll((record, cluster) -> ends.getOrDefault(cluster, cluster));
        return membership;
    }

    /** The numbers of the living members of all clusters that these records belong to, or belonged to last. */
    public List<Long> companions(Collection<Long> records) {
        return members.numbers(membership(records).values());
    }

    /** Those of these ids that a cluster ever had. */
    public Set<String> everUsed(Collection<String> ids) {
        Set<String> used = members.named(ids);
        used.addAll(redirects.known(ids));
        return used;
    }

    /** How many of a source's records stand in a cluster with others. */
    public int inCompany(String source) {
        return members.inCompany(source);
    }

    /** How many of these records of a source do. */
    public int inCompany(String source, Collection<String> keys) {
        return members.inCompany(source, keys);
    }

    /** The cluster that a record belongs to, or belonged to last, as {@link #membership()} has it. */
    public Optional<String> clusterOf(EventId record) {
        return members.clusterOf(record).map(cluster -> redirect(cluster).orElse(cluster));
    }

    /** The living clusters, sorted by id. */
    public List<Cluster> all() {
        return members.all();
    }

    /** A living cluster as its living records tell it now, in no order. */
    public record Living(String id, List<RecordTable.Sequenced> records) {}

    /**
     * What a living cluster is made of, without reading it.
     *
     * @param records of each living record, in the order in which they became known: its number, its id, the
     *     SHA-256 of its event and the day of its last change
     */
    public record Outline(String id, String records) {}

    /** Every living cluster that has a living record, in no order; one is held at a time. */
    public void forEachLiving(Consumer<Living> each) {
        members.forEachLiving(outline -> false, each);
    }

    /**
     * The same, but those that are known are not read.
     *
     * @param known is asked of each of them, once
     */
    public void forEachLiving(Predicate<Outline> known, Consumer<Living> each) {
        members.forEachLiving(known, each);
    }

    /** A living cluster; redirects are not followed. */
    public Optional<Cluster> find(String id) {
        return members.find(id);
    }

    /**
     * Makes these the clusters and matches; writes only what differs from before. Members must be records.
     *
     * @param redirects from ids that were merged away to the ids that took over, added to those known; an id that is a
     *     cluster again is no longer redirected
     * @throws IllegalArgumentException when redirects run in a circle or lead away from a cluster of the list
     */
    public void replace(
            List<Cluster> clusters, List<Match> matches, Map<String, String> redirects, List<Entry> ledger) {
        RecordNumbers numbers = new RecordNumbers(handle);
        members.replace(clusters, numbers);
        this.matches.replace(matches, numbers);
        this.redirects.add(redirects, ids(clusters));
        write(ledger);
    }

    /**
     * The same for some records: they leave their clusters and matches for these, in which nobody else stands; all others
     * stay where they are, and are not even looked at.
     *
     * @param touched the numbers of the records, those that live no longer too
     */
    public void replace(
            Map<EventId, Long> touched,
            List<Cluster> clusters,
            List<Match> matches,
            Map<String, String> redirects,
            List<Entry> ledger) {
        RecordNumbers numbers = new RecordNumbers(touched);
        members.replace(touched.values(), clusters, numbers);
        this.matches.replace(touched.values(), matches, numbers);
        this.redirects.addFew(redirects, ids(clusters));
        write(ledger);
    }

    private static Set<String> ids(List<Cluster> clusters) {
        return clusters.stream().map(Cluster::id).collect(Collectors.toSet());
    }

    private void write(List<Entry> ledger) {
        Batch.forEach(
                handle,
                """
                insert into ledger (number, happened_at, cluster, change)
                values ((select coalesce(max(number), 0) + 1 from ledger), :at, :cluster, :change)""",
                ledger,
                (batch, entry) -> batch.bind("at", entry.at())
                        .bind("cluster", entry.cluster())
                        .bind("change", entry.change()));
    }

    /** Adds lines to the ledger beside those of {@link #replace}. */
    public void note(List<Entry> entries) {
        write(entries);
    }

    /** The ids merged away, those that their holders bore last first. */
    public List<Bygone> bygones() {
        return new Bygones(handle).all();
    }

    /** The same, of the ids that one of these records once bore. */
    public List<Bygone> bygones(Collection<Long> records) {
        return new Bygones(handle).of(newcomers.known(records, Book.CLUSTERS));
    }

    /** Where a merged id leads to now, followed to its end; empty for ids never merged. */
    public Optional<String> redirect(String id) {
        return redirects.followed(id);
    }

    /** All redirects, each followed to its end. */
    public Map<String, String> redirects() {
        return redirects.followed();
    }

    /** Every pair that was joined, linked or left to a person. */
    public List<Match> matches() {
        return matches.all();
    }

    /** The pairs that wait for a person, the likeliest first. */
    public List<Match> toReview(int most, int from) {
        return matches.toReview(most, from);
    }

    /** The pair that comes after this one in the same order; empty when it is the last, or does not wait. */
    public Optional<Match> toReviewAfter(EventId left, EventId right) {
        return matches.toReviewAfter(left, right);
    }

    public long countToReview() {
        return matches.countToReview();
    }

    /** The pairs in which at least one record is a member of this living cluster. */
    public List<Match> matchesOf(String cluster) {
        return matches.of(cluster);
    }

    /** Why a record of a cluster was removed, in words, and by which source it had been told. */
    public record Removal(String source, Instant at, String because) {}

    /** The records removed of those that belong to a cluster, or belonged to it last, the first removed first. */
    public List<Removal> removals(String cluster) {
        return handle.createQuery("""
                select source, removed_at, removed_because from record join cluster_member on record = sequence
                where cluster = :cluster and removed_at is not null order by removed_at, sequence""")
                .bind("cluster", cluster)
                .map((row, context) -> new Removal(
                        row.getString("source"),
                        Objects.requireNonNull(Columns.instant(row, "removed_at")),
                        row.getString("removed_because")))
                .list();
    }

    /** The oldest entry first. */
    public List<Entry> ledger(String cluster) {
        return handle.createQuery("select * from ledger where cluster = :cluster order by number")
                .bind("cluster", cluster)
                .map((row, context) -> new Entry(
                        Objects.requireNonNull(Columns.instant(row, "happened_at")),
                        row.getString("cluster"),
                        row.getString("change")))
                .list();
    }

    public List<Verdict> verdicts() {
        return decided().stream().map(Decided::verdict).toList();
    }

    /** The verdicts with their reasons. */
    public List<Decided> decided() {
        return verdicts.all();
    }

    /** Remembers a person's word; a later word on the same pair, in whichever order, replaces it. Both must be records. */
    public void decide(Verdict verdict, String reason, Instant at) {
        new VerdictLedger(handle)
                .give(
                        verdict.same(),
                        List.of(new VerdictLedger.Pair(verdict.left(), verdict.right())),
                        "exploitant",
                        reason,
                        at);
    }
}
