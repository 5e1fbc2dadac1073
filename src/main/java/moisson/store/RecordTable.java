package moisson.store;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import moisson.event.Event;
import moisson.event.EventId;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Every record ever accepted, word for word, with the event made of it. Nothing is deleted: removed records stay, marked. */
public final class RecordTable {
    /** Characters that a source's key may have: what an index of PostgreSQL is sure to take (2,704 bytes). */
    public static final int LONGEST_KEY = 500;

    private final Handle handle;

    RecordTable(Handle handle) {
        this.handle = handle;
    }

    /**
     * What is known of a record before a harvest.
     *
     * @param hash of the meaning of the event, see {@link Kept#hash}
     * @param missingSince when it was first absent from a complete delivery; null while present
     * @param removedAt when it was removed; null while it lives
     */
    public record Known(
            String hash,
            @Nullable Instant missingSince,
            @Nullable Instant removedAt) {}

    /** A record to write: its event, its place and words in the delivery, the hash of its meaning. */
    public record Kept(Event event, String place, String verbatim, String hash) {
        /** With the SHA-256 of the event's canonical JSON as hash: the same meaning, the same hash. */
        public static Kept of(Event event, String place, String verbatim) {
            return new Kept(event, place, verbatim, EventJson.hash(event));
        }
    }

    /** An event with the order in which its record first became known, from 1. */
    public record Sequenced(long sequence, Event event) {}

    /** A record as stored, for pages that explain. */
    public record Stored(
            EventId id,
            String place,
            String verbatim,
            Event event,
            long firstRun,
            long lastRun,
            @Nullable Instant removedAt) {}

    /** All records of a source by key, removed ones too. */
    public Map<String, Known> known(String source) {
        Map<String, Known> known = new LinkedHashMap<>();
        handle.createQuery("select record_key, hash, missing_since, removed_at from record where source = :source")
                .bind("source", source)
                .map((row, context) -> Map.entry(
                        row.getString("record_key"),
                        new Known(
                                row.getString("hash"),
                                Columns.instant(row, "missing_since"),
                                Columns.instant(row, "removed_at"))))
                .forEach(entry -> known.put(entry.getKey(), entry.getValue()));
        return known;
    }

    /** Inserts or replaces; a record that was missing or removed lives again. Its run must have begun. */
    public void keep(Collection<Kept> records, long run) {
        // Each statement of the batch sees those before it, so that sequences have no holes.
        Batch.forEach(
                handle,
                """
                insert into record (sequence, source, record_key, place, verbatim, event, hash, first_run, last_run)
                values ((select coalesce(max(sequence), 0) + 1 from record),
                    :source, :key, :place, :verbatim, :event, :hash, :run, :run)
                on conflict (source, record_key) do update set
                    place = excluded.place, verbatim = excluded.verbatim, event = excluded.event,
                    hash = excluded.hash, last_run = excluded.last_run,
                    missing_since = null, removed_at = null, removed_because = null""",
                records,
                (batch, kept) -> batch.bind("source", kept.event().id().source())
                        .bind("key", key(kept.event().id()))
                        .bind("place", kept.place())
                        .bind("verbatim", kept.verbatim())
                        .bind("event", EventJson.of(kept.event()))
                        .bind("hash", kept.hash())
                        .bind("run", run));
    }

    private static String key(EventId id) {
        if (id.key().length() > LONGEST_KEY) {
            throw new IllegalArgumentException("a key has at most %d characters: %s".formatted(LONGEST_KEY, id));
        }
        return id.key();
    }

    /** These records of a source were met again, unchanged: no longer missing. Removed ones live again by {@link #keep}. */
    public void seen(String source, Collection<String> keys, long run) {
        // One key at a time: with a list of keys PostgreSQL scanned the whole table, until it had statistics of it.
        Batch.forEach(
                handle,
                "update record set missing_since = null, last_run = :run where source = :source and record_key = :key",
                keys,
                (batch, key) -> batch.bind("source", source).bind("key", key).bind("run", run));
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
        return handle.createQuery("select sequence, event from record where removed_at is null order by sequence")
                .map((row, context) -> new Sequenced(row.getLong("sequence"), EventJson.event(row.getString("event"))))
                .list();
    }

    public long countLive() {
        return handle.createQuery("select count(*) from record where removed_at is null")
                .mapTo(Long.class)
                .one();
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
                        Columns.instant(row, "removed_at")))
                .findOne();
    }
}
