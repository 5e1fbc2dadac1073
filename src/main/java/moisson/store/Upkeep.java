package moisson.store;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a database wants done some time after something was written, in a thread of its own: nobody waits for it. */
final class Upkeep implements AutoCloseable {
    /** Seldom enough that few deliveries meet it, often enough that little is left to do at once. */
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);

    private final Jdbi jdbi;
    private final String statement;
    private final AtomicBoolean due = new AtomicBoolean();
    /** Whoever still writes while this is closed is told nothing of it. */
    private final ScheduledExecutorService thread = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("store-upkeep").factory(), new DiscardPolicy());

    Upkeep(Jdbi jdbi, String statement) {
        this.jdbi = jdbi;
        this.statement = statement;
    }

    /** Something was written. */
    @SuppressWarnings("FutureReturnValueIgnored") // what fails tells of it itself
    void soon() {
        if (due.compareAndSet(false, true)) {
            thread.schedule(this::now, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    void now() {
        due.set(false);
        try {
            jdbi.useHandle(handle -> handle.execute(statement));
        } catch (JdbiException e) {
            // Nothing is lost: the next commit, or the next upkeep, does it, and a commit that fails is told to whoever
            // made it.
            LOG.warn("La base n’a pas pu être entretenue", e);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
