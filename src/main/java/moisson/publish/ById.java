package moisson.publish;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import moisson.event.PublishedEvent;

/** Finds events by their ids, wherever they are held. */
final class ById {
    private final List<PublishedEvent> events;
    private final Map<String, Integer> places;

    /** Goes through all of them once. */
    ById(List<PublishedEvent> events) {
        this.events = events;
        this.places = HashMap.newHashMap(events.size());
        for (PublishedEvent event : events) {
            places.put(event.id(), places.size());
        }
    }

    Optional<PublishedEvent> find(String id) {
        return Optional.ofNullable(places.get(id)).map(events::get);
    }
}
