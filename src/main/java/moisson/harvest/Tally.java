package moisson.harvest;

import java.util.concurrent.atomic.AtomicInteger;
import moisson.event.Counts;

/** Counts the records of one harvest as they pass. */
final class Tally {
    private final AtomicInteger read = new AtomicInteger();
    private final AtomicInteger created = new AtomicInteger();
    private final AtomicInteger updated = new AtomicInteger();
    private final AtomicInteger unchanged = new AtomicInteger();
    private final AtomicInteger rejected = new AtomicInteger();
    private final AtomicInteger removed = new AtomicInteger();

    void read() {
        read.incrementAndGet();
    }

    void created() {
        created.incrementAndGet();
    }

    void updated() {
        updated.incrementAndGet();
    }

    void unchanged() {
        unchanged.incrementAndGet();
    }

    void rejected() {
        rejected.incrementAndGet();
    }

    void removed(int count) {
        removed.addAndGet(count);
    }

    /** So many told of as new are known ones under another key. */
    void renamed(int count) {
        created.addAndGet(-count);
        updated.addAndGet(count);
    }

    int rejectedSoFar() {
        return rejected.get();
    }

    int createdSoFar() {
        return created.get();
    }

    int readSoFar() {
        return read.get();
    }

    Counts counts(int duplicates, int warnings) {
        return new Counts(
                read.get(),
                created.get(),
                updated.get(),
                unchanged.get(),
                rejected.get(),
                removed.get(),
                duplicates,
                warnings);
    }
}
