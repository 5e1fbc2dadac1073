package moisson.publish.graph;

import java.util.concurrent.atomic.AtomicInteger;
import org.apache.jena.graph.impl.TransactionHandlerBase;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.sparql.core.Transactional;

/**
 * The read transaction that a database on the disk wants from every thread. Nested: the first that begins opens it, the
 * last that ends closes it.
 */
final class Reading extends TransactionHandlerBase {
    private final Transactional database;
    /** Of this database: a thread may read several. */
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<AtomicInteger> depth = ThreadLocal.withInitial(AtomicInteger::new);

    Reading(Transactional database) {
        this.database = database;
    }

    void enter() {
        if (depth.get().getAndIncrement() == 0) {
            database.begin(ReadWrite.READ);
        }
    }

    /** Does nothing on a thread that has nothing open. */
    void leave() {
        int open = depth.get().updateAndGet(now -> Math.max(0, now - 1));
        if (open == 0 && database.isInTransaction()) {
            database.end();
        }
    }

    @Override
    public boolean transactionsSupported() {
        return true;
    }

    @Override
    public void begin() {
        enter();
    }

    /** Ends whatever this thread has open, iterators that nobody closed included. */
    @Override
    public void commit() {
        depth.get().set(0);
        leave();
    }

    @Override
    public void abort() {
        commit();
    }
}
