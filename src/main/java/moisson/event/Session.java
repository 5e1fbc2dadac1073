package moisson.event;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** One start and end of an event (séance); the end is unknown when null. */
public record Session(Moment start, @Nullable Moment end) implements Comparable<Session> {
    private static final Comparator<Session> ORDER =
            Comparator.comparing(Session::start).thenComparing(Session::toString);

    public Session {
        if (end != null && end.compareTo(start) < 0) {
            throw new IllegalArgumentException("a session cannot end before it starts");
        }
    }

    @Override
    public int compareTo(Session other) {
        return ORDER.compare(this, other);
    }

    /** {@code start/end}, or {@code start/} when the end is unknown. */
    @Override
    public String toString() {
        return start + "/" + (end == null ? "" : end);
    }
}
