package moisson.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import moisson.event.EventId;
import moisson.store.VerdictLedger.Pair;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The pairs that verdicts were given on. The record with the smaller id stands on the left. */
final class VerdictPairs {
    private final Handle handle;

    VerdictPairs(Handle handle) {
        this.handle = handle;
    }

    /** @param former the verdict that held on the pair before this one */
    record Row(long left, long right, @Nullable Long former) {}

    /** In the order of ids, so that a pair is one row whoever is named first. */
    List<Row> rows(Collection<Pair> pairs) {
        List<EventId> records = new ArrayList<>();
        pairs.forEach(pair -> records.addAll(List.of(pair.left(), pair.right())));
        Map<EventId, Long> numbers = numbers(records);
        return pairs.stream()
                .map(pair -> pair.left().compareTo(pair.right()) <= 0
                        ? pair
                        : new Pair(/* left= */ pair.right(), /* right= */ pair.left()))
                .distinct()
                .map(pair -> new Row(number(pair.left(), numbers), number(pair.right(), numbers), null))
                .toList();
    }

    List<Row> rows(long verdict) {
        return handle.createQuery("select left_record, right_record, former from verdict_pair where verdict = :verdict")
                .bind("verdict", verdict)
                .map((row, context) -> {
                    long former = row.getLong(3);
                    return new Row(row.getLong(1), row.getLong(2), row.wasNull() ? null : former);
                })
                .list();
    }

    /** Of each of these verdicts. */
    Map<Long, List<Pair>> of(Collection<Long> verdicts) {
        Map<Long, List<Pair>> pairs = new HashMap<>();
        Lists.forEach(
                handle,
                """
                select verdict, l.source, l.record_key, r.source, r.record_key
                from verdict_pair join record l on l.sequence = left_record join record r on r.sequence = right_record
                where verdict in (<values>) order by left_record, right_record""",
                verdicts,
                row -> pairs.computeIfAbsent(row.getLong(1), number -> new ArrayList<>())
                        .add(new Pair(
                                new EventId(row.getString(2), row.getString(3)),
                                new EventId(row.getString(4), row.getString(5)))));
        return pairs;
    }

    /** Remembers them with the verdicts that hold on them now: must come before these are replaced. */
    void write(long verdict, List<Row> rows) {
        Batch.forEach(
                handle,
                """
                insert into verdict_pair (verdict, left_record, right_record, former)
                values (:verdict, :left, :right, (
                    select number from verdict where left_record = :left and right_record = :right))""",
                rows,
                (batch, row) ->
                        batch.bind("verdict", verdict).bind("left", row.left()).bind("right", row.right()));
    }

    /** The next joining looks at both records of each again, whatever it brings. */
    void due(List<Row> rows) {
        TreeSet<Long> records = new TreeSet<>();
        rows.forEach(row -> records.addAll(List.of(row.left(), row.right())));
        Batch.forEach(
                handle,
                "insert into matching_due (record) values (:record) on conflict (record) do nothing",
                records,
                (batch, record) -> batch.bind("record", record));
    }

    Map<EventId, Long> numbers(Collection<EventId> records) {
        return RecordNumbers.known(handle, records);
    }

    private static long number(EventId id, Map<EventId, Long> numbers) {
        Long number = numbers.get(id);
        if (number == null) {
            throw new IllegalArgumentException("no record " + id);
        }
        return number;
    }
}
