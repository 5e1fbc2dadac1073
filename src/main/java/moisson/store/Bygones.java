package moisson.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import moisson.event.EventId;
import org.jdbi.v3.core.Handle;

/** The ids that records bore before they were merged away, so that a merge can be undone to the letter. */
final class Bygones {
    private static final String HOLDERS = """
            select p.cluster, p.record, p.number, source, record_key
            from cluster_past p join record on sequence = p.record
            where removed_at is null and p.cluster in (select id from redirect)
            """;

    private final Handle handle;

    Bygones(Handle handle) {
        this.handle = handle;
    }

    private record Holder(String cluster, long record, long number, EventId id) {}

    /** A record that is seated anew remembers where it came from. */
    void remember(Map<Long, String> left) {
        Batch.forEach(
                handle,
                """
                insert into cluster_past (record, cluster, number)
                values (:record, :cluster, (select coalesce(max(number), 0) + 1 from cluster_past))
                on conflict (record, cluster) do update set number = excluded.number""",
                new TreeMap<>(left).entrySet(),
                (batch, seat) -> batch.bind("record", seat.getKey()).bind("cluster", seat.getValue()));
    }

    /** The oldest living record of every merged id. */
    List<ClusterTable.Bygone> all() {
        List<Holder> holders = new ArrayList<>();
        handle.createQuery(HOLDERS)
                .map((row, context) -> holders.add(holder(row)))
                .list();
        return oldest(holders);
    }

    /** The same for the ids that one of these records once bore. */
    List<ClusterTable.Bygone> of(Collection<Long> records) {
        List<String> ids = new ArrayList<>();
        Lists.forEach(
                handle,
                "select distinct cluster from cluster_past where record in (<values>)",
                records,
                row -> ids.add(row.getString(1)));
        List<Holder> holders = new ArrayList<>();
        Lists.forEach(handle, HOLDERS + "and p.cluster in (<values>)", ids, row -> holders.add(holder(row)));
        return oldest(holders);
    }

    private List<ClusterTable.Bygone> oldest(List<Holder> holders) {
        Map<String, Holder> oldest = new TreeMap<>();
        holders.forEach(holder ->
                oldest.merge(holder.cluster(), holder, (one, other) -> one.record() <= other.record() ? one : other));
        Map<String, String> ends = new Redirects(handle).followed(oldest.keySet());
        return oldest.values().stream()
                .sorted(Comparator.comparingLong(Holder::number).reversed())
                .map(holder ->
                        new ClusterTable.Bygone(holder.cluster(), holder.id(), ends.getOrDefault(holder.cluster(), "")))
                .toList();
    }

    private static Holder holder(ResultSet row) throws SQLException {
        return new Holder(
                row.getString(1), row.getLong(2), row.getLong(3), new EventId(row.getString(4), row.getString(5)));
    }
}
