package moisson.store;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import moisson.event.EventId;
import moisson.event.Verdict;
import moisson.store.ClusterTable.Decided;
import org.jdbi.v3.core.Handle;

/** What people said of pairs. The order of a pair means nothing: the smaller id stands on the left. */
final class Verdicts {
    private final Handle handle;

    Verdicts(Handle handle) {
        this.handle = handle;
    }

    List<Decided> all() {
        return handle.createQuery("""
                select l.source as left_source, l.record_key as left_key, r.source as right_source,
                    r.record_key as right_key, same, reason, decided_at
                from verdict join record l on l.sequence = left_record join record r on r.sequence = right_record
                order by left_record, right_record""")
                .map((row, context) -> new Decided(
                        new Verdict(
                                new EventId(row.getString("left_source"), row.getString("left_key")),
                                new EventId(row.getString("right_source"), row.getString("right_key")),
                                row.getInt("same") == 1),
                        row.getString("reason"),
                        Objects.requireNonNull(Columns.instant(row, "decided_at"))))
                .list();
    }

    void keep(Verdict verdict, String reason, Instant at) {
        boolean inOrder = verdict.left().compareTo(verdict.right()) <= 0;
        long left = number(inOrder ? verdict.left() : verdict.right());
        long right = number(inOrder ? verdict.right() : verdict.left());
        handle.createUpdate("""
                insert into verdict (left_record, right_record, same, reason, decided_at)
                values (:left, :right, :same, :reason, :at)
                on conflict (left_record, right_record) do update set
                    same = excluded.same, reason = excluded.reason, decided_at = excluded.decided_at""")
                .bind("left", left)
                .bind("right", right)
                .bind("same", verdict.same() ? 1 : 0)
                .bind("reason", reason)
                .bind("at", at)
                .execute();
        // The next harvest looks at both again, whatever it brings.
        Batch.forEach(
                handle,
                "insert into matching_due (record) values (:record) on conflict (record) do nothing",
                List.of(left, right),
                (batch, record) -> batch.bind("record", record));
    }

    private long number(EventId id) {
        return handle.createQuery("select sequence from record where source = :source and record_key = :key")
                .bind("source", id.source())
                .bind("key", id.key())
                .mapTo(Long.class)
                .findOne()
                .orElseThrow(() -> new IllegalArgumentException("no record " + id));
    }
}
