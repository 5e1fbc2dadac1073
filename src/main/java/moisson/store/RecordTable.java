package moisson.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import moisson.event.Event;
import moisson.event.EventId;
import org.jspecify.annotations.Nullable;

/** Every record ever accepted, word for word, with the event made of it. Nothing is deleted: removed records stay, marked. */
public final class RecordTable {
    RecordTable() {}

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
    public record Kept(Event event, String place, String verbatim, String hash) {}

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
        throw new UnsupportedOperationException(source);
    }

    /** Inserts or replaces; a record that was missing or removed lives again. */
    public void keep(Collection<Kept> records, long run) {
        throw new UnsupportedOperationException(records.toString() + run);
    }

    /** These records of a source were met again, unchanged: no longer missing. */
    public void seen(String source, Collection<String> keys, long run) {
        throw new UnsupportedOperationException(source + keys + run);
    }

    /** These records of a source are absent from a complete delivery; those already missing keep their first instant. */
    public void missing(String source, Collection<String> keys, Instant at) {
        throw new UnsupportedOperationException(source + keys + at);
    }

    /** Marks records as removed, with the reason an event's page gives. */
    public void remove(String source, Collection<String> keys, Instant at, String reason) {
        throw new UnsupportedOperationException(source + keys + at + reason);
    }

    /** Every event whose record is not removed, in the order of their sequence. */
    public List<Sequenced> live() {
        throw new UnsupportedOperationException();
    }

    public Optional<Stored> find(EventId id) {
        throw new UnsupportedOperationException(id.toString());
    }
}
