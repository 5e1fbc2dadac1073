package moisson.app;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** What another thread does for a command: it fails for good, or not at all. */
final class Awaited {
    private Awaited() {}

    /** @param doing what is waited for, as a participle */
    static <T> T result(Future<T> future, String doing) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + doing, e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
