package moisson.event;

/** Identifies a normalized event for ever across harvests: its source and the source's own key. */
public record EventId(String source, String key) implements Comparable<EventId> {
    @Override
    public int compareTo(EventId other) {
        int bySource = source.compareTo(other.source);
        return bySource == 0 ? key.compareTo(other.key) : bySource;
    }

    @Override
    public String toString() {
        return source + "/" + key;
    }
}
