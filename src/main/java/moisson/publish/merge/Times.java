package moisson.publish.merge;

import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import moisson.event.Event;
import moisson.event.When;

/** Sessions are taken together from one member: the one that knows the most of them to the hour, then with their ends. */
final class Times {
    private static final Comparator<Event> MOST_PRECISE = Comparator.comparingLong(
                    (Event event) -> event.when().sessions().stream()
                            .filter(session -> session.start().hasHour())
                            .count())
            .thenComparingLong(event -> event.when().sessions().stream()
                    .filter(session -> session.end() != null)
                    .count())
            .thenComparingInt(event -> event.when().sessions().size())
            .thenComparingLong(event -> Stream.of(
                            event.when().availableFrom(), event.when().availableUntil())
                    .filter(Objects::nonNull)
                    .count());

    private Times() {}

    static When of(Choice choice) {
        Event best = choice.best(MOST_PRECISE);
        When when = best.when();
        choice.came("seances", !when.onDemand(), best);
        choice.came("debut", when.start().isPresent(), best);
        choice.came("fin", when.end().isPresent(), best);
        choice.came("fuseau", true, best);
        return new When(
                when.sessions(),
                when.zone(),
                choice.first("disponible_du", event -> event.when().availableFrom()),
                choice.first("disponible_au", event -> event.when().availableUntil()),
                choice.first("edition", event -> event.when().declaredFor()));
    }
}
