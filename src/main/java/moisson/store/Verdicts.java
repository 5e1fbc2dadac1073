package moisson.store;

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
}
