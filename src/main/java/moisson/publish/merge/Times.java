package moisson.publish.merge;

import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import moisson.event.Event;
import moisson.event.When;

/**
 * Sessions are taken together from one record: one that tells an hour; of a source trusted more; that knows the most of them
 * to the hour, then with their ends.
 */
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
    private static final Belief ORDER =
            Belief.passing(Topic.DATES, Comparator.comparing(Times::tellsAnHour), MOST_PRECISE);

    private Times() {}

    static When of(Choice choice) {
        Telling best = choice.best(ORDER);
        When when = best.event().when();
        choice.came("seances", ORDER, event -> event.when().sessions(), best);
        choice.came("debut", ORDER, event -> event.when().start().orElse(null), best);
        choice.came("fin", ORDER, event -> event.when().end().orElse(null), best);
        choice.came("fuseau", ORDER, event -> event.when().zone(), best);
        return new When(
                when.sessions(),
                when.zone(),
                choice.first("disponible_du", ORDER, event -> event.when().availableFrom()),
                choice.first("disponible_au", ORDER, event -> event.when().availableUntil()),
                choice.first("edition", ORDER, event -> event.when().declaredFor()));
    }

    private static boolean tellsAnHour(Event event) {
        return event.when().sessions().stream()
                .anyMatch(session -> session.start().hasHour());
    }
}
