package moisson.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import moisson.event.Counts;
import moisson.event.Notice;
import moisson.event.NoticeCode;
import moisson.event.Run;
import moisson.event.RunState;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Harvests, kept for ever, and examples of their notices. */
public final class RunTable {
    private final Handle handle;

    RunTable(Handle handle) {
        this.handle = handle;
    }

    /** Writes down that a harvest has begun; answers its number. */
    public long begin(String source, Instant at) {
        long id = handle.createQuery("select coalesce(max(id), 0) + 1 from run")
                .mapTo(Long.class)
                .one();
        handle.createUpdate("""
                insert into run (id, source, state, started_at, records_read, created, updated, unchanged,
                    rejected, removed, duplicates, warnings)
                values (:id, :source, :state, :at, 0, 0, 0, 0, 0, 0, 0, 0)""")
                .bind("id", id)
                .bind("source", source)
                .bind("state", RunState.RUNNING.name())
                .bind("at", at)
                .execute();
        return id;
    }

    /** Writes down how it ended: state, counts, message, exact counts of notices. */
    public void end(Run run) {
        int found = handle.createUpdate("""
                update run set state = :state, ended_at = :endedAt, delivery = :delivery, records_read = :read,
                    created = :created, updated = :updated, unchanged = :unchanged, rejected = :rejected,
                    removed = :removed, duplicates = :duplicates, warnings = :warnings, message = :message
                where id = :id""")
                .bind("id", run.id())
                .bind("state", run.state().name())
                .bind("endedAt", run.endedAt())
                .bind("delivery", run.delivery())
                .bindMethods(run.counts())
                .bind("message", run.message())
                .execute();
        if (found == 0) {
            throw new IllegalArgumentException("no run " + run.id());
        }
        handle.execute("delete from run_notice_count where run = ?", run.id());
        Batch.forEach(
                handle,
                "insert into run_notice_count (run, code, times) values (:run, :code, :times)",
                run.noticeCounts().entrySet(),
                (batch, count) -> batch.bind("run", run.id())
                        .bind("code", count.getKey().name())
                        .bind("times", count.getValue()));
    }

    /** Keeps examples of notices, in order; the caller bounds their number. */
    public void keep(long run, List<Notice> notices) {
        Batch.forEach(
                handle,
                """
                insert into notice (run, place_in_run, code, place, record_key, field, value_met)
                values (:run, (select coalesce(max(place_in_run), 0) + 1 from notice where run = :run),
                    :code, :place, :key, :field, :value)""",
                notices,
                (batch, notice) -> batch.bind("run", run)
                        .bind("code", notice.code().name())
                        .bind("place", notice.place())
                        .bind("key", notice.key())
                        .bind("field", notice.field())
                        .bind("value", notice.value()));
    }

    /** When a harvest was, and of which source. */
    public record Span(
            long run,
            String source,
            Instant startedAt,
            @Nullable Instant endedAt) {
        /** A harvest that a killed process left open ends when it begins. */
        public Instant end() {
            return endedAt == null ? startedAt : endedAt;
        }
    }

    /** The harvests that last wrote a record which is not removed, by number. */
    public Map<Long, Span> spans() {
        Map<Long, Span> spans = new HashMap<>();
        handle.createQuery("""
                select id, source, started_at, ended_at from run
                where id in (select distinct last_run from record where removed_at is null)""")
                .map((row, context) -> new Span(
                        row.getLong("id"),
                        row.getString("source"),
                        Objects.requireNonNull(Columns.instant(row, "started_at")),
                        Columns.instant(row, "ended_at")))
                .forEach(span -> spans.put(span.run(), span));
        return spans;
    }

    public List<Notice> notices(long run) {
        return handle.createQuery("select * from notice where run = :run order by place_in_run")
                .bind("run", run)
                .map((row, context) -> new Notice(
                        NoticeCode.valueOf(row.getString("code")),
                        row.getString("place"),
                        row.getString("record_key"),
                        row.getString("field"),
                        row.getString("value_met")))
                .list();
    }

    public Optional<Run> find(long id) {
        return runs(handle.createQuery("select * from run where id = :id").bind("id", id)).stream()
                .findFirst();
    }

    /** The latest first. */
    public List<Run> latest(int limit) {
        return runs(handle.createQuery("select * from run order by id desc limit :limit")
                .bind("limit", limit));
    }

    /** The latest first. */
    public List<Run> ofSource(String source, int limit) {
        return runs(handle.createQuery("select * from run where source = :source order by id desc limit :limit")
                .bind("source", source)
                .bind("limit", limit));
    }

    /** Those begun after a given one, the oldest first. */
    public List<Run> ofSourceAfter(String source, long after) {
        return runs(handle.createQuery("select * from run where source = :source and id > :after order by id")
                .bind("source", source)
                .bind("after", after));
    }

    /** Closes as INTERRUPTED, with counts of zero, every run that a killed process left open; answers how many. */
    public int interruptOpen(Instant at, String message) {
        return handle.createUpdate(
                        "update run set state = :interrupted, ended_at = :at, message = :message where state = :running")
                .bind("interrupted", RunState.INTERRUPTED.name())
                .bind("at", at)
                .bind("message", message)
                .bind("running", RunState.RUNNING.name())
                .execute();
    }

    /** The same for one source, of which no run can be under way. */
    public int interruptOpen(String source, Instant at, String message) {
        return handle.createUpdate("""
                update run set state = :interrupted, ended_at = :at, message = :message
                where state = :running and source = :source""")
                .bind("interrupted", RunState.INTERRUPTED.name())
                .bind("at", at)
                .bind("message", message)
                .bind("running", RunState.RUNNING.name())
                .bind("source", source)
                .execute();
    }

    private List<Run> runs(Query query) {
        List<Run> runs = query.map((row, context) -> run(row)).list();
        Map<Long, Map<NoticeCode, Integer>> counts =
                noticeCounts(runs.stream().map(Run::id).toList());
        return runs.stream()
                .map(run -> new Run(
                        run.id(),
                        run.source(),
                        run.state(),
                        run.startedAt(),
                        run.endedAt(),
                        run.delivery(),
                        run.counts(),
                        run.message(),
                        counts.getOrDefault(run.id(), Map.of())))
                .toList();
    }

    private Map<Long, Map<NoticeCode, Integer>> noticeCounts(List<Long> runs) {
        Map<Long, Map<NoticeCode, Integer>> counts = new HashMap<>();
        for (List<Long> portion : Batch.portions(runs)) {
            handle.createQuery("select * from run_notice_count where run in (<runs>)")
                    .bindList("runs", portion)
                    .map((row, context) -> counts.computeIfAbsent(
                                    row.getLong("run"), run -> new EnumMap<>(NoticeCode.class))
                            .put(NoticeCode.valueOf(row.getString("code")), row.getInt("times")))
                    .list();
        }
        return counts;
    }

    private static Run run(ResultSet row) throws SQLException {
        Counts counts = new Counts(
                row.getInt("records_read"),
                row.getInt("created"),
                row.getInt("updated"),
                row.getInt("unchanged"),
                row.getInt("rejected"),
                row.getInt("removed"),
                row.getInt("duplicates"),
                row.getInt("warnings"));
        return new Run(
                row.getLong("id"),
                row.getString("source"),
                RunState.valueOf(row.getString("state")),
                Objects.requireNonNull(Columns.instant(row, "started_at")),
                Columns.instant(row, "ended_at"),
                row.getString("delivery"),
                counts,
                row.getString("message"),
                Map.of());
    }
}
