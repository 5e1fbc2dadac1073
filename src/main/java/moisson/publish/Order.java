package moisson.publish;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import moisson.event.Moment;
import moisson.event.PublishedEvent;

/** The order of every published file: edition, start, id. An on-demand item starts on its first day, or comes last. */
final class Order {
    private static final Moment LAST = Moment.of(LocalDate.of(9999, 12, 31));

    private static final Comparator<PublishedEvent> ORDER = Comparator.comparingInt(PublishedEvent::edition)
            .thenComparing(Order::start)
            .thenComparing(PublishedEvent::id);

    private Order() {}

    static List<PublishedEvent> sorted(List<PublishedEvent> events) {
        return events.stream().sorted(ORDER).toList();
    }

    private static Moment start(PublishedEvent event) {
        var when = event.event().when();
        return when.start().or(() -> when.firstDay().map(Moment::of)).orElse(LAST);
    }
}
