package moisson.publish.merge;

import java.time.LocalDate;
import moisson.event.Event;
import moisson.event.EventId;
import org.jspecify.annotations.Nullable;

/**
 * One of the records that tell of an event.
 *
 * @param trust in its source
 * @param changed the day of its last known change; null when it is not known to have changed since it was first met
 */
public record Telling(Event event, Trust trust, @Nullable LocalDate changed) {
    /** By itself, of a source that is trusted as any other. */
    public static Telling of(Event event) {
        return new Telling(event, Trust.NORMAL, null);
    }

    public EventId id() {
        return event.id();
    }

    /** The same with what stays of the event for the files. */
    Telling plain() {
        return new Telling(Plain.event(event), trust, changed);
    }
}
