package moisson.harvest;

import java.io.Closeable;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Work that is done on all processors beside whoever gives it, while its fruits are taken by him, in the order in which it
 * was given: what comes out is the same with any number of threads. Used by one thread.
 */
final class InTurn implements Closeable {
    /** For so many no other thread is worth its beginning. */
    static final int FEW = 64;
    /** So many wait at most: each may hold a record as large as records can be. */
    private static final int MOST = 128;

    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final AtomicInteger given = new AtomicInteger();
    private final AtomicReference<@Nullable ExecutorService> beside = new AtomicReference<>();

    /**
     * Has something made, and used when its turn has come.
     *
     * @param making touches nothing that others change
     * @param use on the thread of the caller, during this call or a later one
     */
    <T> void make(Supplier<T> making, Consumer<T> use) {
        if (given.incrementAndGet() <= FEW) {
            use.accept(making.get());
            return;
        }
        Future<T> made = threads().submit(making::get);
        waiting.add(() -> use.accept(result(made)));
        take(MOST);
    }

    /** Does something when everything given before has been used. */
    void then(Runnable use) {
        if (waiting.isEmpty()) {
            use.run();
        } else {
            waiting.add(use);
            take(MOST);
        }
    }

    /** Uses everything that was given. */
    void settle() {
        take(0);
    }

    private void take(int left) {
        while (waiting.size() > left) {
            waiting.remove().run();
        }
    }

    private ExecutorService threads() {
        ExecutorService known = beside.get();
        if (known != null) {
            return known;
        }
        ExecutorService begun = Executors.newFixedThreadPool(
                Runtime.getRuntime().availableProcessors(),
                Thread.ofPlatform().daemon().name("moisson-fiches-", 1).factory());
        beside.set(begun);
        return begun;
    }

    /** What the making threw is thrown here, as if it had been done by the caller. */
    private static <T> T result(Future<T> made) {
        try {
            return made.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a delivery was read", e);
        } catch (ExecutionException e) {
            throw switch (Objects.requireNonNull(e.getCause())) {
                case RuntimeException ours -> ours;
                case Error error -> throw error;
                default -> new IllegalStateException(e);
            };
        }
    }

    /** Gives up what was not used. */
    @Override
    public void close() {
        ExecutorService threads = beside.get();
        if (threads != null) {
            threads.shutdownNow();
        }
    }
}
