package moisson.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import moisson.event.EventId;
import moisson.event.Match;
import moisson.store.Newcomers.Book;
import org.jdbi.v3.core.Handle;

/** The pairs that were joined, linked or left to a person, and why. */
final class Matches {
    private static final String SELECT = """
            select l.source as left_source, l.record_key as left_key, r.source as right_source,
                r.record_key as right_key, score, decision, reasons
            from match_found join record l on l.sequence = left_record join record r on r.sequence = right_record
            """;
    private static final String FINDINGS =
            "select left_record, right_record, score, decision, reasons from match_found";
    private static final String ORDER = " order by left_record, right_record";

    private final Handle handle;
    private final Newcomers newcomers;

    Matches(Handle handle, Newcomers newcomers) {
        this.handle = handle;
        this.newcomers = newcomers;
    }

    private record Pair(long left, long right) implements Comparable<Pair> {
        @Override
        public int compareTo(Pair other) {
            int byLeft = Long.compare(left, other.left);
            return byLeft == 0 ? Long.compare(right, other.right) : byLeft;
        }
    }

    /** Of a pair in the queue. */
    private record Place(double score, long left, long right) {}

    private record Finding(double score, String decision, String reasons) {}

    List<Match> all() {
        return handle.createQuery(SELECT + ORDER)
                .map((row, context) -> match(row))
                .list();
    }

    List<Match> of(String cluster) {
        // Asked from the members, through the indexes of both sides: a page must not wait for a scan of all pairs.
        return handle.createQuery(SELECT + """
                where (left_record, right_record) in (
                    select left_record, right_record from cluster_member join match_found on left_record = record
                    where cluster = :cluster and rank_in_cluster is not null
                    union
                    select left_record, right_record from cluster_member join match_found on right_record = record
                    where cluster = :cluster and rank_in_cluster is not null)
                """ + ORDER)
                .bind("cluster", cluster)
                .map((row, context) -> match(row))
                .list();
    }

    List<Match> toReview(int most, int from) {
        return handle.createQuery(SELECT
                        + " where decision = 'REVIEW' order by score desc, left_record, right_record"
                        + " limit :most offset :from")
                .bind("most", most)
                .bind("from", from)
                .map((row, context) -> match(row))
                .list();
    }

    /** What follows a pair in the order of {@link #toReview}, asked for alone. */
    Optional<Match> toReviewAfter(EventId left, EventId right) {
        return handle.createQuery("""
                        select score, left_record, right_record
                        from match_found join record l on l.sequence = left_record join record r on r.sequence = right_record
                        where decision = 'REVIEW' and l.source = :leftSource and l.record_key = :leftKey
                            and r.source = :rightSource and r.record_key = :rightKey""")
                .bind("leftSource", left.source())
                .bind("leftKey", left.key())
                .bind("rightSource", right.source())
                .bind("rightKey", right.key())
                .map((row, context) -> new Place(row.getDouble(1), row.getLong(2), row.getLong(3)))
                .findOne()
                .flatMap(this::after);
    }

    private Optional<Match> after(Place place) {
        return handle.createQuery(SELECT + """
                        where decision = 'REVIEW' and (score < :score or (score = :score
                            and (left_record > :left or (left_record = :left and right_record > :right))))
                        order by score desc, left_record, right_record limit 1""")
                .bind("score", place.score())
                .bind("left", place.left())
                .bind("right", place.right())
                .map((row, context) -> match(row))
                .findOne();
    }

    long countToReview() {
        return handle.createQuery("select count(*) from match_found where decision = 'REVIEW'")
                .mapTo(Long.class)
                .one();
    }

    void replace(List<Match> matches, RecordNumbers numbers) {
        write(findings(), matches, numbers);
    }

    /** Replaces the pairs that have one of these records on either side, and no others. */
    void replace(Collection<Long> records, List<Match> matches, RecordNumbers numbers) {
        Map<Pair, Finding> before = new HashMap<>();
        for (String side : List.of("left_record", "right_record")) {
            Lists.forEach(
                    handle,
                    FINDINGS + " where " + side + " in (<values>)",
                    newcomers.known(records, Book.MATCHES),
                    row -> before.put(pair(row), finding(row)));
        }
        write(before, matches, numbers);
    }

    private void write(Map<Pair, Finding> before, List<Match> matches, RecordNumbers numbers) {
        Map<Pair, Finding> after = new HashMap<>();
        for (Match match : matches) {
            Pair pair = new Pair(numbers.of(match.left()), numbers.of(match.right()));
            after.put(pair, new Finding(match.score(), match.decision().name(), EventJson.of(match.reasons())));
        }
        newcomers.written(Book.MATCHES);
        Set<Pair> gone = new HashSet<>(before.keySet());
        gone.removeAll(after.keySet());
        Batch.forEach(
                handle,
                "delete from match_found where left_record = :left and right_record = :right",
                gone,
                (batch, pair) -> batch.bind("left", pair.left()).bind("right", pair.right()));
        after.entrySet().removeAll(before.entrySet());
        // In the order of the table: its pages are filled one after the other.
        List<Map.Entry<Pair, Finding>> come =
                after.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList();
        Batch.forEach(
                handle,
                """
                insert into match_found (left_record, right_record, score, decision, reasons)
                values (:left, :right, :score, :decision, :reasons)
                on conflict (left_record, right_record) do update set
                    score = excluded.score, decision = excluded.decision, reasons = excluded.reasons""",
                come,
                (batch, found) -> batch.bind("left", found.getKey().left())
                        .bind("right", found.getKey().right())
                        .bind("score", found.getValue().score())
                        .bind("decision", found.getValue().decision())
                        .bind("reasons", found.getValue().reasons()));
    }

    private Map<Pair, Finding> findings() {
        Map<Pair, Finding> findings = new HashMap<>();
        handle.createQuery(FINDINGS)
                .map((row, context) -> findings.put(pair(row), finding(row)))
                .list();
        return findings;
    }

    private static Pair pair(ResultSet row) throws SQLException {
        return new Pair(row.getLong(1), row.getLong(2));
    }

    private static Finding finding(ResultSet row) throws SQLException {
        return new Finding(row.getDouble(3), row.getString(4), row.getString(5));
    }

    private static Match match(ResultSet row) throws SQLException {
        return new Match(
                new EventId(row.getString("left_source"), row.getString("left_key")),
                new EventId(row.getString("right_source"), row.getString("right_key")),
                row.getDouble("score"),
                Match.Decision.valueOf(row.getString("decision")),
                EventJson.reasons(row.getString("reasons")));
    }
}
