package moisson.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import moisson.event.EventId;
import moisson.event.Verdict;
import moisson.store.VerdictPairs.Row;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Every word that people ever said of pairs, and which of them holds now. Nothing in it is ever changed or deleted. */
public final class VerdictLedger {
    private static final String SELECT = """
            select g.number, given_at, who, word, reason, undoes,
                (select max(u.number) from verdict_given u where u.undoes = g.number) as undone_by
            from verdict_given g
            """;

    private final Handle handle;
    private final VerdictPairs pairs;

    VerdictLedger(Handle handle) {
        this.handle = handle;
        this.pairs = new VerdictPairs(handle);
    }

    /** What was said. */
    public enum Word {
        SAME,
        APART,
        /** Takes an earlier verdict back. */
        UNDONE
    }

    /** Two records; which is on the left means nothing. */
    public record Pair(EventId left, EventId right) {}

    /**
     * One line of the ledger.
     *
     * @param who the role, never a person's name
     * @param undoes the verdict that this one takes back
     * @param undoneBy the one that took this back
     */
    public record Given(
            long number,
            Instant at,
            String who,
            Word word,
            String reason,
            List<Pair> pairs,
            @Nullable Long undoes,
            @Nullable Long undoneBy) {
        public Given {
            pairs = List.copyOf(pairs);
        }
    }

    /** A word that holds now, and the verdict it was said in. */
    public record Standing(Verdict verdict, long number) {}

    /**
     * Remembers a word on some pairs; it replaces any earlier word on them. Answers its number.
     *
     * @param same false to keep them apart
     * @throws IllegalArgumentException when one of them is no record
     */
    public long give(boolean same, Collection<Pair> pairs, String who, String reason, Instant at) {
        List<Row> rows = this.pairs.rows(pairs);
        long number = write(same ? Word.SAME : Word.APART, who, reason, at, null, rows);
        Batch.forEach(
                handle,
                """
                insert into verdict (left_record, right_record, same, reason, decided_at, number)
                values (:left, :right, :same, :reason, :at, :number)
                on conflict (left_record, right_record) do update set same = excluded.same, reason = excluded.reason,
                    decided_at = excluded.decided_at, number = excluded.number""",
                rows,
                (batch, row) -> batch.bind("left", row.left())
                        .bind("right", row.right())
                        .bind("same", same ? 1 : 0)
                        .bind("reason", reason)
                        .bind("at", at)
                        .bind("number", number));
        this.pairs.due(rows);
        return number;
    }

    /** Takes a verdict back: on each of its pairs holds what held before. Whether that may be done is for others to say. */
    public long undo(long undone, String who, String reason, Instant at) {
        List<Row> rows = pairs.rows(undone);
        long number = write(Word.UNDONE, who, reason, at, undone, rows);
        Batch.forEach(
                handle,
                "delete from verdict where left_record = :left and right_record = :right",
                rows,
                (batch, row) -> batch.bind("left", row.left()).bind("right", row.right()));
        Batch.forEach(
                handle,
                """
                insert into verdict (left_record, right_record, same, reason, decided_at, number)
                select :left, :right, case word when 'SAME' then 1 else 0 end, reason, given_at, number
                from verdict_given where number = :former""",
                rows.stream().filter(row -> row.former() != null).toList(),
                (batch, row) -> batch.bind("left", row.left())
                        .bind("right", row.right())
                        .bind("former", row.former()));
        this.pairs.due(rows);
        return number;
    }

    public Optional<Given> find(long number) {
        return whole(handle.createQuery(SELECT + "where g.number = :number")
                        .bind("number", number)
                        .map((row, context) -> given(row))
                        .list())
                .stream()
                .findFirst();
    }

    /** The latest first. */
    public List<Given> latest(int most, int from) {
        return whole(handle.createQuery(SELECT + "order by g.number desc limit :most offset :from")
                .bind("most", most)
                .bind("from", from)
                .map((row, context) -> given(row))
                .list());
    }

    public long count() {
        return handle.createQuery("select count(*) from verdict_given")
                .mapTo(Long.class)
                .one();
    }

    /** Whatever was said of pairs with one of these records, the latest first. */
    public List<Given> about(Collection<EventId> records) {
        Map<Long, Given> given = new TreeMap<>();
        for (String side : List.of("left_record", "right_record")) {
            Lists.forEach(
                    handle,
                    SELECT + "where g.number in (select verdict from verdict_pair where " + side + " in (<values>))",
                    pairs.numbers(records).values(),
                    row -> given.put(row.getLong("number"), given(row)));
        }
        return whole(List.copyOf(given.values()).reversed());
    }

    /** The words that hold on pairs with one of these records. */
    public List<Standing> standing(Collection<EventId> records) {
        Map<Pair, Standing> standing = new HashMap<>();
        for (String side : List.of("l", "r")) {
            Lists.forEach(handle, """
                    select l.source, l.record_key, r.source, r.record_key, same, v.number
                    from verdict v join record l on l.sequence = left_record join record r on r.sequence = right_record
                    where %s.sequence in (<values>)""".formatted(side), pairs.numbers(records).values(), row -> {
                Pair pair = new Pair(
                        new EventId(row.getString(1), row.getString(2)),
                        new EventId(row.getString(3), row.getString(4)));
                Verdict verdict = new Verdict(pair.left(), pair.right(), row.getInt(5) == 1);
                standing.put(pair, new Standing(verdict, row.getLong(6)));
            });
        }
        return standing.values().stream()
                .sorted((one, other) -> Long.compare(one.number(), other.number()))
                .toList();
    }

    /** The verdicts that took the place of this one on one of its pairs: none as long as it holds on all of them. */
    public List<Long> overtaking(long number) {
        return handle.createQuery("""
                        select distinct coalesce(v.number, 0) from verdict_pair p left join verdict v
                            on v.left_record = p.left_record and v.right_record = p.right_record
                        where p.verdict = :number and coalesce(v.number, 0) <> :number order by 1""").bind("number", number).mapTo(Long.class).list();
    }

    private long write(Word word, String who, String reason, Instant at, @Nullable Long undoes, List<Row> rows) {
        long number = handle.createQuery("select coalesce(max(number), 0) + 1 from verdict_given")
                .mapTo(Long.class)
                .one();
        handle.createUpdate("""
                        insert into verdict_given (number, given_at, who, word, reason, undoes)
                        values (:number, :at, :who, :word, :reason, :undoes)""")
                .bind("number", number)
                .bind("at", at)
                .bind("who", who)
                .bind("word", word.name())
                .bind("reason", reason)
                .bind("undoes", undoes)
                .execute();
        pairs.write(number, rows);
        return number;
    }

    private static Given given(ResultSet row) throws SQLException {
        return new Given(
                row.getLong("number"),
                Objects.requireNonNull(Columns.instant(row, "given_at")),
                row.getString("who"),
                Word.valueOf(row.getString("word")),
                row.getString("reason"),
                List.of(),
                optional(row, "undoes"),
                optional(row, "undone_by"));
    }

    private static @Nullable Long optional(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    /** With their pairs. */
    private List<Given> whole(List<Given> bare) {
        Map<Long, List<Pair>> all = pairs.of(bare.stream().map(Given::number).toList());
        return bare.stream()
                .map(one -> new Given(
                        one.number(),
                        one.at(),
                        one.who(),
                        one.word(),
                        one.reason(),
                        all.getOrDefault(one.number(), List.of()),
                        one.undoes(),
                        one.undoneBy()))
                .toList();
    }
}
