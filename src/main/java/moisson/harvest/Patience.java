package moisson.harvest;

import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Ends what takes too long. The work is done on a thread of its own, which is told to stop and then left alone: it only
 * reads and writes files of its own, so that a reader that never comes back can hold up nobody and change nothing.
 */
final class Patience {
    private final Duration longest;
    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("moisson-", 1).factory());

    Patience(Duration longest) {
        this.longest = longest;
    }

    <T> T within(Callable<T> work) throws IOException {
        Future<T> future = threads.submit(work);
        try {
            return future.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            future.cancel(true);
            throw new OutOfTimeException(longest, e);
        } catch (InterruptedException e) {
            future.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("le programme s’arrête", e);
        } catch (ExecutionException e) {
            throw thrown(Objects.requireNonNull(e.getCause()));
        }
    }

    private static IOException thrown(Throwable cause) {
        return switch (cause) {
            case IOException io -> io;
            case RuntimeException ours -> throw ours;
            case Error error -> throw error;
            default -> throw new IllegalStateException(cause);
        };
    }
}
