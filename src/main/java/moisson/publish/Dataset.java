package moisson.publish;

import java.util.List;
import moisson.event.PublishedEvent;

/** The published events of one edition or of all, in the order they are written: edition, start, id. */
public record Dataset(String name, List<PublishedEvent> events) {
    public Dataset {
        events = List.copyOf(events);
    }
}
