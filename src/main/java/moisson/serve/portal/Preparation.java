package moisson.serve.portal;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import moisson.serve.http.Refusal;

/** Something that takes long to make, and those who wait for it: not so many that nobody else is answered. */
final class Preparation<T> {
    private static final int MOST_WAITING = 64;
    /** Seconds, after which proxies would give up. */
    private static final int PATIENCE = 50;

    private final FutureTask<T> task;
    private final String refusal;
    private final Semaphore places = new Semaphore(MOST_WAITING);

    /** @param refusal to those for whom there is no place to wait, and those who have waited long enough */
    Preparation(Supplier<T> made, String refusal) {
        this.task = new FutureTask<>(made::get);
        this.refusal = refusal;
    }

    /** Makes it, and comes back when it is made, by whomever. */
    void run() {
        task.run();
        try {
            task.get();
        } catch (ExecutionException e) {
            throw failure(e);
        } catch (InterruptedException e) {
            throw stopping();
        }
    }

    boolean ready() {
        return task.state() == FutureTask.State.SUCCESS;
    }

    boolean failed() {
        return task.state() == FutureTask.State.FAILED;
    }

    T get() {
        if (task.isDone()) {
            return waited(0);
        }
        if (!places.tryAcquire()) {
            throw new Refusal(503, refusal);
        }
        try {
            return waited(PATIENCE);
        } finally {
            places.release();
        }
    }

    private T waited(int seconds) {
        try {
            return task.get(seconds, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new Refusal(503, refusal);
        } catch (ExecutionException e) {
            throw failure(e);
        } catch (InterruptedException e) {
            throw stopping();
        }
    }

    private static IllegalStateException failure(ExecutionException e) {
        return new IllegalStateException("the lists of a version could not be made", e.getCause());
    }

    private static Refusal stopping() {
        Thread.currentThread().interrupt();
        return new Refusal(503, "Le service s’arrête.");
    }
}
