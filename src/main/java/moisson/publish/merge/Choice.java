package moisson.publish.merge;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import moisson.event.Event;
import moisson.event.EventId;
import org.jspecify.annotations.Nullable;

/** Chooses the value of each column among the members, the best first, and remembers whose it was. */
final class Choice {
    private final List<Event> ranked;
    private final Map<String, EventId> origin = new HashMap<>();

    /** @param ranked the most complete first; among equals the one known for longest */
    Choice(List<Event> ranked) {
        this.ranked = List.copyOf(ranked);
    }

    Map<String, EventId> origin() {
        return origin;
    }

    /** Filled over empty. */
    <T> @Nullable T first(String column, Function<Event, @Nullable T> value) {
        return first(column, value, filled -> true);
    }

    /** The first value that is welcome, else the first that is filled. */
    <T> @Nullable T first(String column, Function<Event, @Nullable T> value, Predicate<T> welcome) {
        Event found = null;
        for (Event event : ranked) {
            T candidate = value.apply(event);
            if (candidate != null && welcome.test(candidate)) {
                origin.put(column, event.id());
                return candidate;
            }
            found = found == null && candidate != null ? event : found;
        }
        if (found == null) {
            return null;
        }
        origin.put(column, found.id());
        return value.apply(found);
    }

    /** The longest list. */
    <T> List<T> longest(String column, Function<Event, List<T>> value) {
        Event best =
                best(Comparator.comparingInt((Event event) -> value.apply(event).size()));
        List<T> list = value.apply(best);
        if (!list.isEmpty()) {
            origin.put(column, best.id());
        }
        return list;
    }

    /** The member that is greatest in this order; among equals the best ranked. */
    Event best(Comparator<Event> order) {
        Event best = ranked.getFirst();
        for (Event event : ranked) {
            best = order.compare(event, best) > 0 ? event : best;
        }
        return best;
    }

    void came(String column, boolean filled, Event from) {
        if (filled) {
            origin.put(column, from.id());
        }
    }
}
