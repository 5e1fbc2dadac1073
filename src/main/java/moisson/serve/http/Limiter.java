package moisson.serve.http;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts what each address did lately. In memory and bounded: the address not seen for longest is forgotten first. */
public final class Limiter {
    private static final int MOST_ADDRESSES = 10_000;

    private final int most;
    private final Duration window;
    private final Map<String, Deque<Instant>> seen = new LinkedHashMap<>(16, 0.75f, true);

    /** Allows {@code most} within any {@code window}. */
    public Limiter(int most, Duration window) {
        this.most = most;
        this.window = window;
    }

    /** True when the address has used up what it may do. */
    public synchronized boolean exhausted(String address, Instant now) {
        Deque<Instant> times = seen.get(address);
        if (times == null) {
            return false;
        }
        while (!times.isEmpty() && !times.getFirst().isAfter(now.minus(window))) {
            times.removeFirst();
        }
        return times.size() >= most;
    }

    public synchronized void count(String address, Instant now) {
        Deque<Instant> times = seen.computeIfAbsent(address, unknown -> new ArrayDeque<>());
        times.addLast(now);
        while (times.size() > most) {
            times.removeFirst();
        }
        if (seen.size() > MOST_ADDRESSES) {
            seen.remove(seen.keySet().iterator().next());
        }
    }

    public synchronized void forget(String address) {
        seen.remove(address);
    }

    public Duration window() {
        return window;
    }
}
