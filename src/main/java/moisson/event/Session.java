package moisson.event;

import org.jspecify.annotations.Nullable;

/** One start and end of an event (séance); the end is unknown when null. */
public record Session(Moment start, @Nullable Moment end) implements Comparable<Session> {
    public Session {
        if (end != null && end.compareTo(start) < 0) {
            throw new IllegalArgumentException("a session cannot end before it starts");
        }
    }

    @Override
    public int compareTo(Session other) {
        int byStart = start.compareTo(other.start);
        return byStart == 0 ? toString().compareTo(other.toString()) : byStart;
    }

    /** {@code start/end}, or {@code start/} when the end is unknown. */
    @Override
    public String toString() {
        return start + "/" + (end == null ? "" : end);
    }
}
