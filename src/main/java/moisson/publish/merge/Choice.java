package moisson.publish.merge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import moisson.event.Event;
import moisson.event.EventId;
import moisson.event.Ground;
import org.jspecify.annotations.Nullable;

/** Chooses the value of each column among the records, and remembers whose it was and why. */
final class Choice {
    private final List<Telling> tellings;
    private final Map<String, EventId> origin = new HashMap<>();
    private final Map<String, Ground> grounds = new HashMap<>();
    private final Map<String, EventId> rivals = new HashMap<>();

    /** @param tellings the one known for longest first */
    Choice(List<Telling> tellings) {
        this.tellings = List.copyOf(tellings);
    }

    Merged merged(Event event) {
        return new Merged(event, origin, grounds, rivals, Completeness.of(event));
    }

    /** The value of the best record that has one. */
    <T> @Nullable T first(String column, Belief order, Function<Event, @Nullable T> value) {
        Telling best = tellings.size() == 1 ? tellings.getFirst() : order.best(telling(value));
        if (best == null) {
            return null;
        }
        came(column, order, value, best);
        return value.apply(best.event());
    }

    /** A welcome value before one that is only filled. */
    <T> @Nullable T first(String column, Topic topic, Function<Event, @Nullable T> value, Predicate<T> welcome) {
        Comparator<Event> serves = Comparator.comparing((Event event) -> {
            T told = value.apply(event);
            return told != null && welcome.test(told);
        });
        return first(column, new Belief(topic, serves, null, false), value);
    }

    /** The longest list of the sources trusted most. */
    <T> List<T> longest(String column, Topic topic, Function<Event, List<T>> value) {
        Belief order = Belief.steady(
                topic,
                Comparator.comparingInt((Event event) -> value.apply(event).size()));
        List<T> list = first(column, order, event -> value.apply(event));
        return list == null ? List.of() : list;
    }

    /** The best record of all, for what is taken together. */
    Telling best(Belief order) {
        return Objects.requireNonNull(order.best(tellings));
    }

    /** Notes whose a column is, if it has a value there. */
    <T> void came(String column, Belief order, Function<Event, @Nullable T> value, Telling from) {
        T chosen = value.apply(from.event());
        if (!isTold(chosen)) {
            return;
        }
        origin.put(column, from.id());
        if (tellings.size() == 1) {
            return;
        }
        List<Telling> telling = telling(value);
        List<Telling> others = telling.stream()
                .filter(other -> !Objects.equals(value.apply(other.event()), chosen))
                .toList();
        Telling rival = order.best(others);
        if (rival == null) {
            grounds.put(column, telling.size() == 1 ? Ground.ONLY : Ground.AGREED);
        } else {
            grounds.put(column, order.ground(from, rival));
            rivals.put(column, rival.id());
        }
    }

    private <T> List<Telling> telling(Function<Event, @Nullable T> value) {
        List<Telling> telling = new ArrayList<>(tellings.size());
        for (Telling one : tellings) {
            if (isTold(value.apply(one.event()))) {
                telling.add(one);
            }
        }
        return telling;
    }

    private static boolean isTold(@Nullable Object value) {
        return value != null && !(value instanceof Collection<?> many && many.isEmpty());
    }
}
