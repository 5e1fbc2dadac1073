package moisson.store;

import java.util.Collection;
import moisson.event.EventId;
import org.jdbi.v3.core.Handle;

/** Writes records as they are told. */
final class Keeping {
    private final Handle handle;

    Keeping(Handle handle) {
        this.handle = handle;
    }

    /** Inserts or replaces; a record that was missing or removed lives again. */
    void all(Collection<Kept> records, long run) {
        // Each statement of the batch sees those before it, so that sequences have no holes.
        Batch.forEach(
                handle,
                """
                insert into record (sequence, source, record_key, place, verbatim, event, hash, words, content, last_day,
                    changed_on, remarks, remark_codes, first_run, last_run)
                values ((select coalesce(max(sequence), 0) + 1 from record),
                    :source, :key, :place, :verbatim, :event, :hash, :words, :content, :lastDay,
                    :changed, :remarks, :codes, :run, :run)
                on conflict (source, record_key) do update set
                    place = excluded.place, verbatim = excluded.verbatim, event = excluded.event,
                    hash = excluded.hash, words = excluded.words, content = excluded.content,
                    last_day = excluded.last_day,
                    changed_on = case when excluded.changed_on is not null then excluded.changed_on
                        when record.verbatim <> excluded.verbatim
                            then (select substr(started_at, 1, 10) from run where id = :run)
                        else record.changed_on end,
                    remarks = excluded.remarks, remark_codes = excluded.remark_codes, last_run = excluded.last_run,
                    missing_since = null, removed_at = null, removed_because = null""",
                records,
                (batch, kept) -> batch.bind("source", kept.id().source())
                        .bind("key", key(kept.id()))
                        .bind("place", kept.place())
                        .bind("verbatim", kept.verbatim())
                        .bind("event", kept.event())
                        .bind("hash", kept.hash())
                        .bind("words", kept.words())
                        .bind("content", kept.content())
                        .bind("lastDay", Columns.text(kept.lastDay()))
                        .bind("changed", Columns.text(kept.changed()))
                        .bind("remarks", kept.remarks())
                        .bind("codes", kept.remarkCodes())
                        .bind("run", run));
    }

    static String key(EventId id) {
        if (id.key().length() > RecordTable.LONGEST_KEY) {
            throw new IllegalArgumentException(
                    "a key has at most %d characters: %s".formatted(RecordTable.LONGEST_KEY, id));
        }
        return id.key();
    }
}
