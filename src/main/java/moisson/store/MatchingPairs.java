package moisson.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import moisson.store.MatchingTable.Pair;
import moisson.store.Newcomers.Book;
import org.jdbi.v3.core.Handle;

/** Pairs of records that are worth a thought. */
final class MatchingPairs {
    private static final String SELECT = "select left_record, right_record, score, part from matching_pair";

    private final Handle handle;
    private final Newcomers newcomers;

    MatchingPairs(Handle handle, Newcomers newcomers) {
        this.handle = handle;
        this.newcomers = newcomers;
    }

    List<Pair> all() {
        return handle.createQuery(SELECT).map((row, context) -> pair(row)).list();
    }

    List<Pair> of(Collection<Long> records) {
        Set<Pair> pairs = new HashSet<>();
        Collection<Long> known = newcomers.known(records, Book.PAIRS);
        for (String side : List.of("left_record", "right_record")) {
            Lists.forEach(handle, SELECT + " where " + side + " in (<values>)", known, row -> pairs.add(pair(row)));
        }
        return List.copyOf(pairs);
    }

    void replace(Collection<Pair> before, Collection<Pair> after) {
        newcomers.written(Book.PAIRS);
        Set<Pair> gone = new HashSet<>(before);
        gone.removeAll(new HashSet<>(after));
        Set<Pair> known = new HashSet<>(before);
        // In the order of the table: its pages are filled one after the other.
        List<Pair> come = after.stream()
                .filter(pair -> !known.contains(pair))
                .sorted(Comparator.comparingLong(Pair::left).thenComparingLong(Pair::right))
                .toList();
        Batch.forEach(
                handle,
                "delete from matching_pair where left_record = :left and right_record = :right",
                gone,
                (batch, pair) -> batch.bind("left", pair.left()).bind("right", pair.right()));
        Batch.forEach(
                handle,
                """
                insert into matching_pair (left_record, right_record, score, part)
                values (:left, :right, :score, :part)""",
                come,
                (batch, pair) -> batch.bind("left", pair.left())
                        .bind("right", pair.right())
                        .bind("score", pair.score())
                        .bind("part", pair.part() ? 1 : 0));
    }

    private static Pair pair(ResultSet row) throws SQLException {
        return new Pair(row.getLong(1), row.getLong(2), row.getInt(3), row.getInt(4) == 1);
    }
}
