package moisson.deduplicate;

import moisson.event.Event;
import moisson.event.EventId;

/**
 * An event of which only what is compared is left: a million events are too large to be held. Two are equal when they
 * were made of equal events.
 */
public final class Reduced {
    private final EventId id;
    private final long sum;
    private final Profile profile;

    Reduced(Event event, Profile profile) {
        this.id = event.id();
        this.sum = Summing.of(event);
        this.profile = profile;
    }

    public EventId id() {
        return id;
    }

    /** Not yet weighed against the others of its day. */
    Profile profile() {
        return profile;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Reduced that && sum == that.sum && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(sum);
    }
}
