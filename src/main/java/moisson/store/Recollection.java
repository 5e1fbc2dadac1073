package moisson.store;

import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The postings as one transaction sees them. The process keeps those of the last transaction that changed them; a mark in the
 * database, another one after each change, tells whether they are those of this state: another process may have written
 * since, or this one have been given up. Else they are made anew of the table of keys.
 */
final class Recollection {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int AT_ONCE = 1000;

    private final Handle handle;
    private final AtomicReference<Marked> shared;
    /** What the process kept when this transaction first asked. */
    private final AtomicReference<@Nullable Marked> kept = new AtomicReference<>();

    private final AtomicReference<@Nullable Marked> own = new AtomicReference<>();
    private final AtomicBoolean changed = new AtomicBoolean();

    /** @param shared what the process keeps */
    Recollection(Handle handle, AtomicReference<Marked> shared) {
        this.handle = handle;
        this.shared = shared;
    }

    /** Postings, and the mark of the state of the database that they are of. */
    record Marked(long mark, Postings postings) {
        /** Of no state. */
        static final Marked UNKNOWN = new Marked(-1, Postings.NONE);
    }

    Postings postings() {
        Marked here = own.get();
        if (here != null) {
            return here.postings();
        }
        long mark = handle.createQuery("select mark from matching_mark")
                .mapTo(Long.class)
                .one();
        Marked known = shared.get();
        kept.set(known);
        Marked found = known.mark() == mark ? known : new Marked(mark, read());
        own.set(found);
        return found.postings();
    }

    /** From now on it is these. */
    void become(Postings postings) {
        // Never negative: no state of the database has the mark of an unknown one.
        long mark = RANDOM.nextLong() & Long.MAX_VALUE;
        handle.execute("update matching_mark set mark = ?", mark);
        own.set(new Marked(mark, postings));
        changed.set(true);
    }

    /** The transaction has ended, and what it wrote is there. Whoever only reads may see an older state by then. */
    void ended() {
        Marked here = own.get();
        if (changed.get()) {
            shared.set(Objects.requireNonNull(here));
        } else if (here != null) {
            shared.compareAndSet(Objects.requireNonNull(kept.get()), here);
        }
    }

    private Postings read() {
        LongStream.Builder postings = LongStream.builder();
        Map<Long, Long> glances = new HashMap<>();
        handle.createQuery("select record, keys, glance from matching_keys")
                .setFetchSize(AT_ONCE)
                .map((row, context) -> {
                    long record = row.getLong(1);
                    for (long key : MatchingKeys.parsed(row.getString(2))) {
                        postings.add(Postings.posting(key, record));
                    }
                    return glances.put(record, row.getLong(3));
                })
                .forEach(any -> {});
        return Postings.NONE.with(new long[0], postings.build().toArray(), glances);
    }
}
