package moisson.deduplicate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Splits a range among threads; one alone is the caller's own. What comes back is in the order of the range, however many
 * threads there were.
 */
final class Workers implements AutoCloseable {
    private static final int CHUNKS_PER_THREAD = 16;
    private static final int SMALLEST_CHUNK = 512;

    private final int threads;
    private final ExecutorService executor;

    Workers(int threads) {
        this.threads = threads;
        this.executor = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().daemon().name("deduplicate-", 0).factory());
    }

    /** @param part works on a part of the range, from included, to excluded */
    <R> List<R> split(int size, BiFunction<Integer, Integer, R> part) {
        if (threads == 1) {
            return size == 0 ? List.of() : List.of(part.apply(0, size));
        }
        int chunk = Math.max(SMALLEST_CHUNK, size / (threads * CHUNKS_PER_THREAD) + 1);
        List<Future<R>> futures = new ArrayList<>();
        for (int from = 0; from < size; from += chunk) {
            int start = from;
            futures.add(executor.submit(() -> part.apply(start, Math.min(size, start + chunk))));
        }
        return futures.stream().map(Workers::result).toList();
    }

    /** Does something with each; what comes back is in the same order. */
    <T, R> List<R> each(Collection<T> all, Function<T, R> work) {
        if (threads == 1) {
            return all.stream().map(work).toList();
        }
        List<Future<R>> futures = new ArrayList<>();
        for (T one : all) {
            futures.add(executor.submit(() -> work.apply(one)));
        }
        return futures.stream().map(Workers::result).toList();
    }

    private static <R> R result(Future<R> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while deduplicating", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
