package moisson.event;

/** Identifies a normalized event for ever across harvests: its source and the source's own key. */
public record EventId(String source, String key) implements Comparable<EventId> {
    @Override
    public int compareTo(EventId other) {
        int bySource = source.compareTo(other.source);
        return bySource == 0 ? key.compareTo(other.key) : bySource;
    }

    /** As Java would have it, but quick from the first call on: a million are looked up. */
    @Override
    public boolean equals(Object other) {
        return this == other || (other instanceof EventId that && key.equals(that.key) && source.equals(that.source));
    }

    @Override
    public int hashCode() {
        return 31 * source.hashCode() + key.hashCode();
    }

    @Override
    public String toString() {
        return source + "/" + key;
    }
}
