package moisson.app.fetch;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.http.HttpRequest;

/** Breaks a request off when its time is over, even one whose server says a byte now and then. */
final class Deadline implements AutoCloseable {
    private final AtomicBoolean over;
    private final ScheduledFuture<?> alarm;

    private Deadline(AtomicBoolean over, ScheduledFuture<?> alarm) {
        this.over = over;
        this.alarm = alarm;
    }

    static Deadline start(Duration time, HttpRequest request, ScheduledExecutorService clock) {
        AtomicBoolean over = new AtomicBoolean();
        return new Deadline(
                over,
                clock.schedule(
                        () -> {
                            over.set(true);
                            if (request instanceof Cancellable cancellable) {
                                cancellable.cancel();
                            }
                        },
                        time.toMillis(),
                        TimeUnit.MILLISECONDS));
    }

    boolean isOver() {
        return over.get();
    }

    @Override
    public void close() {
        alarm.cancel(false);
    }
}
