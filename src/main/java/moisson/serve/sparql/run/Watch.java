package moisson.serve.sparql.run;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import moisson.serve.http.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Watches one query: whatever it does, it comes by here every few steps, stops when it must, and lets others pass when its
 * turn is over. Times are those of {@link System#nanoTime}.
 */
final class Watch {
    /** How often a step really looks at the clock. */
    private static final int STEPS = 64;
    /** All texts a query builds while it runs, together. */
    private static final long MOST_BUILT = 200_000_000;

    private final Turns turns;
    private final String client;
    private final long deadline;
    private final Refusal late;
    private final long[] steps = {0};
    private final AtomicLong built = new AtomicLong();
    private final AtomicLong seen = new AtomicLong();
    private final AtomicLong turnBegan = new AtomicLong();
    private final AtomicLong used = new AtomicLong();
    private final AtomicLong thread = new AtomicLong(-1);
    private final AtomicLong processorBefore = new AtomicLong();
    private final AtomicLong allocatedBefore = new AtomicLong();
    private final AtomicBoolean stray = new AtomicBoolean();
    private final AtomicReference<@Nullable Refusal> stopped = new AtomicReference<>();
    private final AtomicReference<@Nullable Runnable> abort = new AtomicReference<>();

    Watch(Turns turns, String client, long deadline, Refusal late) {
        this.turns = turns;
        this.client = client;
        this.deadline = deadline;
        this.late = late;
    }

    /** To be called often: costs next to nothing. */
    void step() {
        if (++steps[0] % STEPS == 0) {
            check();
        }
    }

    /** @throws Stop when the query must end */
    void check() {
        long now = System.nanoTime();
        seen.set(now);
        throwIfOver(now);
        if (stray.get() || now - turnBegan.get() > Turns.TURN) {
            turns.rest(this);
        }
    }

    void throwIfOver(long now) {
        Refusal reason = stopped.get();
        if (reason != null) {
            throw new Stop(reason);
        }
        if (now - deadline > 0) {
            throw new Stop(late);
        }
    }

    /** For what the query does and must not: there is no way on after this, even if ARQ catches it. */
    Stop refuse(String sentence) {
        Refusal refusal = new Refusal(400, sentence);
        stopped.compareAndSet(null, refusal);
        return new Stop(refusal);
    }

    /** Texts of so many characters were built. */
    void built(long characters) {
        step();
        if (built.addAndGet(characters) > MOST_BUILT) {
            throw refuse("La requête construit des valeurs trop grandes.");
        }
    }

    /** How to end what runs now, for steps that only ARQ itself watches. */
    void abortBy(Runnable how) {
        abort.set(how);
    }

    void stop(Refusal reason) {
        if (stopped.compareAndSet(null, reason)) {
            Runnable how = abort.get();
            if (how != null) {
                how.run();
            }
        }
    }

    void stopIfLate(long now) {
        if (now - deadline > 0) {
            stop(late);
        }
    }

    /** The reason why it was stopped; null while it may go on. */
    @Nullable
    Refusal reason() {
        return stopped.get();
    }

    Refusal late() {
        return late;
    }

    String client() {
        return client;
    }

    long left(long now) {
        return deadline - now;
    }

    /** What it has used up of turns, in nanoseconds. */
    long used() {
        return used.get();
    }

    void use(long nanos) {
        used.addAndGet(Math.max(0, nanos));
    }

    long seen() {
        return seen.get();
    }

    long turnBegan() {
        return turnBegan.get();
    }

    void beginTurn(long now) {
        turnBegan.set(now);
        seen.set(now);
    }

    void stray(boolean is) {
        stray.set(is);
    }

    /** The thread that works for it from now on, and what that thread had allocated before. */
    void onThread(long id, long allocated) {
        thread.set(id);
        allocatedBefore.set(allocated);
    }

    void processorBefore(long nanos) {
        processorBefore.set(nanos);
    }

    /** The processor time of its thread before it began, in nanoseconds. */
    long processorBefore() {
        return processorBefore.get();
    }

    long thread() {
        return thread.get();
    }

    long allocatedBefore() {
        return allocatedBefore.get();
    }
}
