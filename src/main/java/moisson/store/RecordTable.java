package moisson.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import moisson.event.Event;
import moisson.event.EventId;
import moisson.event.Notice;
import moisson.event.NoticeCode;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Every record ever accepted, word for word, with the event made of it. Nothing is deleted: removed records stay, marked. */
public final class RecordTable {
    /** Characters that a source's key may have: what an index of PostgreSQL is sure to take (2,704 bytes). */
    public static final int LONGEST_KEY = 500;

    private final Handle handle;
    private final Newcomers newcomers;

    RecordTable(Handle handle, Newcomers newcomers) {
        this.handle = handle;
        this.newcomers = newcomers;
    }

    /**
     * What is known of a record before a harvest.
     *
     * @param words sum of what the source said of it, see {@link Kept#words}
     * @param missingSince when it was first absent from a complete delivery; null while present
     * @param removedAt when it was removed; null while it lives
     * @param lastDay of the event; null when it has none
     * @param remarks how often each code occurs in what normalizing gave, see {@link #remarks}
     */
    public record Known(
            long words,
            @Nullable LocalDate lastDay,
            @Nullable Instant missingSince,
            @Nullable Instant removedAt,
            Map<NoticeCode, Integer> remarks) {
        public boolean lives() {
            return removedAt == null;
        }
    }

    /** What a record was before a harvest changes it. */
    public record Former(String hash, Event event) {}

    /**
     * An unchanged event told in other words.
     *
     * @param changed see {@link Kept}
     */
    public record Reworded(
            String key,
            long words,
            @Nullable LocalDate changed,
            @Nullable String remarks,
            @Nullable String remarkCodes) {}

    /**
     * An event with the order in which its record first became known, from 1.
     *
     * @param changed the day of its last known change; null when none is known
     */
    public record Sequenced(
            long sequence, Event event, @Nullable LocalDate changed) {}

    /** A record as stored, for pages that explain. */
    public record Stored(
            EventId id,
            String place,
            String verbatim,
            Event event,
            long firstRun,
            long lastRun,
            @Nullable LocalDate changed,
            @Nullable Instant removedAt) {}

    /** All records of a source by key, removed ones too. */
    public Map<String, Known> known(String source) {
        return known(source, before -> before);
    }

    /** The same, each as it is made of what is known of it. */
    public <T> Map<String, T> known(String source, Function<Known, T> make) {
        return new KnownRows().of(source, handle, make);
    }

    /** The notices that normalizing these records of a source gave, without place or key, by key. */
    public Map<String, List<Notice>> remarks(String source, Collection<String> keys) {
        Map<String, List<Notice>> remarks = new HashMap<>();
        Lists.forEach(
                handle,
                """
                select record_key, remarks from record
                where source = :source and record_key in (<values>) and remarks is not null""",
                keys,
                query -> query.bind("source", source),
                row -> remarks.put(row.getString(1), Remarks.list(row.getString(2))));
        return remarks;
    }

    /** The events of these records of a source as they are now, by key. */
    public Map<String, Former> former(String source, Collection<String> keys) {
        Map<String, Former> former = new HashMap<>();
        Lists.forEach(
                handle,
                "select record_key, hash, event from record where source = :source and record_key in (<values>)",
                keys,
                query -> query.bind("source", source),
                row -> former.put(row.getString(1), new Former(row.getString(2), EventJson.event(row.getString(3)))));
        return former;
    }

    /** What makes these records recognizable under another key, by key; see {@link Kept#content}. */
    public Map<String, Long> contents(String source, Collection<String> keys) {
        Map<String, Long> contents = new LinkedHashMap<>();
        for (List<String> portion : Batch.portions(keys)) {
            handle.createQuery("""
                    select record_key, content from record
                    where source = :source and record_key in (<keys>) order by sequence""")
                    .bind("source", source)
                    .bindList("keys", portion)
                    .map((row, context) -> contents.put(row.getString(1), row.getLong(2)))
                    .list();
        }
        return contents;
    }

    /**
     * The source has given these records other keys. They keep their place, their cluster and their past; the former key
     * is kept beside them.
     *
     * @param names former key by new key; no record has the new one
     */
    public void rename(String source, Map<String, String> names, long run) {
        Batch.forEach(
                handle,
                """
                insert into former_key (record, run, record_key)
                select sequence, :run, record_key from record where source = :source and record_key = :former""",
                names.values(),
                (batch, former) ->
                        batch.bind("source", source).bind("former", former).bind("run", run));
        Batch.forEach(
                handle,
                "update record set record_key = :key where source = :source and record_key = :former",
                names.entrySet(),
                (batch, name) -> batch.bind("source", source)
                        .bind("key", Keeping.key(new EventId(source, name.getKey())))
                        .bind("former", name.getValue()));
    }

    /** Inserts or replaces; a record that was missing or removed lives again. Its run must have begun. */
    public void keep(Collection<Kept> records, long run) {
        newcomers.expect();
        new Keeping(handle).all(records, run);
    }

    /** The same meaning in other words: only what spares the next harvest from normalizing is written. */
    public void reworded(String source, Collection<Reworded> records) {
        Batch.forEach(
                handle,
                """
                update record set words = :words, changed_on = coalesce(:changed, changed_on),
                    remarks = :remarks, remark_codes = :codes
                where source = :source and record_key = :key""",
                records,
                (batch, record) -> batch.bind("source", source)
                        .bind("key", record.key())
                        .bind("words", record.words())
                        .bind("changed", Columns.text(record.changed()))
                        .bind("remarks", record.remarks())
                        .bind("codes", record.remarkCodes()));
    }

    /** These missing records of a source were met again, unchanged. Removed ones live again by {@link #keep}. */
    public void seen(String source, Collection<String> keys, long run) {
        // One key at a time: with a list of keys PostgreSQL scanned the whole table, until it had statistics of it.
        Batch.forEach(
                handle,
                "update record set missing_since = null, last_run = :run where source = :source and record_key = :key",
                keys,
                (batch, key) -> batch.bind("source", source).bind("key", key).bind("run", run));
    }

    /** Since when each living record of a source has been absent, by key; those that are present are not named. */
    public Map<String, Instant> missing(String source) {
        Map<String, Instant> missing = new LinkedHashMap<>();
        handle.createQuery("""
                select record_key, missing_since from record
                where source = :source and missing_since is not null and removed_at is null order by sequence""")
                .bind("source", source)
                .map((row, context) ->
                        missing.put(row.getString(1), Objects.requireNonNull(Columns.instant(row, "missing_since"))))
                .list();
        return missing;
    }

    /** These records of a source are absent from a complete delivery; those already missing keep their first instant. */
    public void missing(String source, Collection<String> keys, Instant at) {
        Batch.forEach(
                handle,
                """
                update record set missing_since = :at
                where source = :source and record_key = :key and missing_since is null""",
                keys,
                (batch, key) -> batch.bind("source", source).bind("key", key).bind("at", at));
    }

    /** Marks records as removed, with the reason an event's page gives; those already removed keep theirs. */
    public void remove(String source, Collection<String> keys, Instant at, String reason) {
        Batch.forEach(
                handle,
                """
                update record set removed_at = :at, removed_because = :reason
                where source = :source and record_key = :key and removed_at is null""",
                keys,
                (batch, key) -> batch.bind("source", source)
                        .bind("key", key)
                        .bind("at", at)
                        .bind("reason", reason));
    }

    /** Why a record was removed; empty while it lives. */
    public Optional<String> removedBecause(EventId id) {
        return handle.createQuery("select removed_because from record where source = :source and record_key = :key")
                .bind("source", id.source())
                .bind("key", id.key())
                .map((row, context) -> Optional.ofNullable(row.getString(1)))
                .findOne()
                .flatMap(because -> because);
    }

    /** Every event whose record is not removed, in the order of their sequence. */
    public List<Sequenced> live() {
        return handle.createQuery(
                        "select sequence, event, changed_on from record where removed_at is null order by sequence")
                .map((row, context) -> sequenced(row))
                .list();
    }

    static Sequenced sequenced(ResultSet row) throws SQLException {
        return new Sequenced(
                row.getLong("sequence"), EventJson.event(row.getString("event")), Columns.day(row, "changed_on"));
    }

    /** The harvest that last wrote each record that is not removed: it changed since, or came back. */
    public Map<EventId, Long> lastRuns() {
        Map<EventId, Long> runs = new HashMap<>();
        handle.createQuery("select source, record_key, last_run from record where removed_at is null")
                .map((row, context) -> runs.put(new EventId(row.getString(1), row.getString(2)), row.getLong(3)))
                .forEach(any -> {});
        return runs;
    }

    public Optional<Stored> find(EventId id) {
        return handle.createQuery("select * from record where source = :source and record_key = :key")
                .bind("source", id.source())
                .bind("key", id.key())
                .map((row, context) -> new Stored(
                        new EventId(row.getString("source"), row.getString("record_key")),
                        row.getString("place"),
                        row.getString("verbatim"),
                        EventJson.event(row.getString("event")),
                        row.getLong("first_run"),
                        row.getLong("last_run"),
                        Columns.day(row, "changed_on"),
                        Columns.instant(row, "removed_at")))
                .findOne();
    }
}
