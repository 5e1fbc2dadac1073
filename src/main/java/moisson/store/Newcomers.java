package moisson.store;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jdbi.v3.core.Handle;

/**
 * The records that this transaction has brought: their numbers are the highest, and tables that it has not yet written say
 * nothing of them. Whoever asks about all records of a large delivery need not ask about these.
 */
final class Newcomers {
    /** Where nothing stands of a record before something was found out about it. */
    enum Book {
        KEYS,
        PAIRS,
        CLUSTERS,
        MATCHES
    }

    private final Handle handle;
    /** The highest number before they came. */
    private final AtomicLong before = new AtomicLong(Long.MAX_VALUE);

    private final Set<Book> written = new HashSet<>();

    Newcomers(Handle handle) {
        this.handle = handle;
    }

    /** To be called before records are kept. */
    void expect() {
        if (before.get() == Long.MAX_VALUE) {
            before.set(handle.createQuery("select coalesce(max(sequence), 0) from record")
                    .mapTo(Long.class)
                    .one());
        }
    }

    /** To be called before anything is written there. */
    void written(Book book) {
        written.add(book);
    }

    /** Those of whom something may stand there. */
    Collection<Long> known(Collection<Long> records, Book book) {
        if (before.get() == Long.MAX_VALUE || written.contains(book)) {
            return records;
        }
        return records.stream().filter(record -> record <= before.get()).toList();
    }
}
