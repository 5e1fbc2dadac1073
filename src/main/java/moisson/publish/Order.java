package moisson.publish;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import moisson.event.Moment;
import moisson.event.PublishedEvent;

/** The order of every published file: edition, start, id. An on-demand item starts on its first day, or comes last. */
final class Order {
    private static final Moment LAST = Moment.of(LocalDate.of(9999, 12, 31));

    private Order() {}

    /** What the place of an event depends on. */
    record Rank(int edition, Moment start, String id) implements Comparable<Rank> {
        private static final Comparator<Rank> ORDER = Comparator.comparingInt(Rank::edition)
                .thenComparing(Rank::start)
                .thenComparing(Rank::id);

        @Override
        public int compareTo(Rank other) {
            return ORDER.compare(this, other);
        }
    }

    static Rank rank(PublishedEvent event) {
        var when = event.event().when();
        Moment start = when.start().or(() -> when.firstDay().map(Moment::of)).orElse(LAST);
        return new Rank(event.edition(), start, event.id());
    }

    static List<PublishedEvent> sorted(List<PublishedEvent> events) {
        return events.stream().sorted(Comparator.comparing(Order::rank)).toList();
    }

    /** The events of each edition that has any. Looks only for where editions end: events may have to be read from a file. */
    static SortedMap<Integer, List<PublishedEvent>> byEdition(List<PublishedEvent> sorted) {
        SortedMap<Integer, List<PublishedEvent>> editions = new TreeMap<>();
        int from = 0;
        while (from < sorted.size()) {
            int edition = sorted.get(from).edition();
            int to = from;
            // By halves: the next edition begins where the first event of another one stands.
            for (int step = Integer.highestOneBit(sorted.size()); step > 0; step >>= 1) {
                if (to + step < sorted.size() && sorted.get(to + step).edition() == edition) {
                    to += step;
                }
            }
            editions.put(edition, sorted.subList(from, to + 1));
            from = to + 1;
        }
        return Collections.unmodifiableSortedMap(editions);
    }
}
