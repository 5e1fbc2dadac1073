package moisson.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import moisson.event.Cluster;
import moisson.event.EventId;
import moisson.store.Newcomers.Book;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Which record sits in which cluster. A record that leaves loses its rank but keeps the name of its cluster. */
final class Members {
    /** A source with less than one record in so many has few. */
    private static final long FEW = 20;

    /** Rows that PostgreSQL sends at once; it would send all. */
    private static final int AT_ONCE = 1_000;

    private final Handle handle;
    private final Newcomers newcomers;

    Members(Handle handle, Newcomers newcomers) {
        this.handle = handle;
        this.newcomers = newcomers;
    }

    private record Seat(String cluster, @Nullable Integer rank) {}

    Map<EventId, String> everyone() {
        Map<EventId, String> clusters = new LinkedHashMap<>();
        handle.createQuery("""
                select source, record_key, cluster from cluster_member join record on sequence = record
                order by record""")
                .map((row, context) -> clusters.put(new EventId(row.getString(1), row.getString(2)), row.getString(3)))
                .list();
        return clusters;
    }

    Optional<String> clusterOf(EventId id) {
        return handle.createQuery("""
                select cluster from cluster_member join record on sequence = record
                where source = :source and record_key = :key""")
                .bind("source", id.source())
                .bind("key", id.key())
                .mapTo(String.class)
                .findOne();
    }

    List<Cluster> all() {
        return clusters(handle.createQuery("""
                select cluster, source, record_key from cluster_member join record on sequence = record
                where rank_in_cluster is not null order by rank_in_cluster, record"""));
    }

    Optional<Cluster> find(String id) {
        return clusters(handle.createQuery("""
                select cluster, source, record_key from cluster_member join record on sequence = record
                where rank_in_cluster is not null and cluster = :id order by rank_in_cluster, record""").bind("id", id)).stream().findFirst();
    }

    /** Sorted by id in Java: databases do not agree on the order of texts. */
    private static List<Cluster> clusters(Query query) {
        Map<String, List<EventId>> members = new TreeMap<>();
        query.map((row, context) -> members.computeIfAbsent(row.getString(1), id -> new ArrayList<>())
                        .add(new EventId(row.getString(2), row.getString(3))))
                .list();
        return members.entrySet().stream()
                .map(cluster -> new Cluster(cluster.getKey(), cluster.getValue()))
                .toList();
    }

    void forEachLiving(Predicate<ClusterTable.Outline> known, Consumer<ClusterTable.Living> each) {
        List<Raw> records = new ArrayList<>();
        AtomicReference<String> at = new AtomicReference<>("");
        handle.createQuery("""
                select cluster, sequence, source, record_key, hash, changed_on, event
                from cluster_member join record on sequence = record
                where rank_in_cluster is not null and removed_at is null order by cluster""")
                .setFetchSize(AT_ONCE)
                .map((row, context) -> {
                    String cluster = row.getString("cluster");
                    if (!cluster.equals(at.get())) {
                        tell(at.get(), records, known, each);
                        at.set(cluster);
                    }
                    return records.add(new Raw(
                            row.getLong("sequence"),
                            new EventId(row.getString("source"), row.getString("record_key")),
                            row.getString("hash"),
                            Columns.day(row, "changed_on"),
                            row.getString("event")));
                })
                .forEach(any -> {});
        tell(at.get(), records, known, each);
    }

    /** A record whose event has not been read yet. */
    private record Raw(
            long sequence,
            EventId id,
            String hash,
            @Nullable LocalDate changed,
            String event) {
        RecordTable.Sequenced read() {
            return new RecordTable.Sequenced(sequence, EventJson.event(event), changed);
        }

        String outline() {
            return sequence + " " + id + " " + hash + " " + changed + "\n";
        }
    }

    private static void tell(
            String cluster,
            List<Raw> records,
            Predicate<ClusterTable.Outline> known,
            Consumer<ClusterTable.Living> each) {
        if (records.isEmpty()) {
            return;
        }
        records.sort(Comparator.comparingLong(Raw::sequence));
        String outline = records.stream().map(Raw::outline).collect(Collectors.joining());
        if (!known.test(new ClusterTable.Outline(cluster, outline))) {
            each.accept(new ClusterTable.Living(
                    cluster, records.stream().map(Raw::read).toList()));
        }
        records.clear();
    }

    /** The cluster of each of these records that has, or had, one. */
    Map<Long, String> of(Collection<Long> records) {
        Map<Long, String> clusters = new HashMap<>();
        Lists.forEach(
                handle,
                "select record, cluster from cluster_member where record in (<values>)",
                newcomers.known(records, Book.CLUSTERS),
                row -> clusters.put(row.getLong(1), row.getString(2)));
        return clusters;
    }

    /** The numbers of the members of these clusters. */
    List<Long> numbers(Collection<String> clusters) {
        List<Long> members = new ArrayList<>();
        Lists.forEach(
                handle,
                "select record from cluster_member where cluster in (<values>) and rank_in_cluster is not null",
                clusters,
                row -> members.add(row.getLong(1)));
        return members;
    }

    /** Those of these names that a record has, or had last. */
    Set<String> named(Collection<String> clusters) {
        Set<String> named = new HashSet<>();
        Lists.forEach(
                handle,
                "select cluster from cluster_member where cluster in (<values>)",
                clusters,
                row -> named.add(row.getString(1)));
        return named;
    }

    /**
     * How many of a source's records stand in a cluster with others. From the side of the clusters when the source has a
     * good part of all records, from the side of its records when it has few.
     */
    int inCompany(String source) {
        List<Long> numbers = handle.createQuery("select sequence from record where source = :source")
                .bind("source", source)
                .map((row, context) -> row.getLong(1))
                .list();
        long all = handle.createQuery("select coalesce(max(sequence), 0) from record")
                .mapTo(Long.class)
                .one();
        if (numbers.size() * FEW < all) {
            return inCompany(numbers);
        }
        BitSet here = new BitSet();
        numbers.forEach(number -> here.set(Math.toIntExact(number)));
        return (int)
                handle.createQuery("""
                        select record from cluster_member where rank_in_cluster is not null
                            and cluster in (select cluster from cluster_member where rank_in_cluster = 2)""").map((row, context) -> here.get(Math.toIntExact(row.getLong(1)))).list().stream()
                        .filter(Boolean::booleanValue)
                        .count();
    }

    /** How many of these records of a source stand in a cluster with others. */
    int inCompany(String source, Collection<String> keys) {
        List<Long> numbers = new ArrayList<>();
        Lists.forEach(
                handle,
                "select sequence from record where source = :source and record_key in (<values>)",
                keys,
                query -> query.bind("source", source),
                row -> numbers.add(row.getLong(1)));
        return inCompany(numbers);
    }

    private int inCompany(List<Long> numbers) {
        List<Long> found = new ArrayList<>();
        Lists.forEach(handle, """
                select record from cluster_member where record in (<values>) and rank_in_cluster is not null
                    and exists (select 1 from cluster_member other
                        where other.cluster = cluster_member.cluster and other.rank_in_cluster = 2)""", numbers, row -> found.add(row.getLong(1)));
        return found.size();
    }

    void replace(List<Cluster> clusters, RecordNumbers numbers) {
        write(seats(), clusters, numbers);
    }

    /** Seats these records anew, and nobody else. */
    void replace(Collection<Long> records, List<Cluster> clusters, RecordNumbers numbers) {
        Map<Long, Seat> before = new HashMap<>();
        Lists.forEach(
                handle,
                "select record, cluster, rank_in_cluster from cluster_member where record in (<values>)",
                newcomers.known(records, Book.CLUSTERS),
                row -> before.put(row.getLong(1), seat(row)));
        write(before, clusters, numbers);
    }

    private void write(Map<Long, Seat> before, List<Cluster> clusters, RecordNumbers numbers) {
        Map<Long, Seat> after = new HashMap<>();
        before.forEach((record, seat) -> after.put(record, new Seat(seat.cluster(), null)));
        seats(clusters, numbers).forEach(after::put);
        after.entrySet().removeAll(before.entrySet());
        Map<Long, String> left = new HashMap<>();
        after.forEach((record, seat) -> {
            Seat old = before.get(record);
            if (old != null && !old.cluster().equals(seat.cluster())) {
                left.put(record, old.cluster());
            }
        });
        newcomers.written(Book.CLUSTERS);
        new Bygones(handle).remember(left);
        Batch.forEach(
                handle,
                """
                insert into cluster_member (record, cluster, rank_in_cluster) values (:record, :cluster, :rank)
                on conflict (record) do update set
                    cluster = excluded.cluster, rank_in_cluster = excluded.rank_in_cluster""",
                after.entrySet(),
                (batch, seat) -> batch.bind("record", seat.getKey())
                        .bind("cluster", seat.getValue().cluster())
                        .bind("rank", seat.getValue().rank()));
    }

    private Map<Long, Seat> seats() {
        Map<Long, Seat> seats = new HashMap<>();
        handle.createQuery("select record, cluster, rank_in_cluster from cluster_member")
                .map((row, context) -> seats.put(row.getLong(1), seat(row)))
                .list();
        return seats;
    }

    private static Seat seat(ResultSet row) throws SQLException {
        int rank = row.getInt(3);
        return new Seat(row.getString(2), row.wasNull() ? null : rank);
    }

    private static Map<Long, Seat> seats(List<Cluster> clusters, RecordNumbers numbers) {
        Map<Long, Seat> seats = new LinkedHashMap<>();
        for (Cluster cluster : clusters) {
            int rank = 1;
            for (EventId member : cluster.members()) {
                if (seats.put(numbers.of(member), new Seat(cluster.id(), rank++)) != null) {
                    throw new IllegalArgumentException(member + " is a member twice");
                }
            }
        }
        return seats;
    }
}
