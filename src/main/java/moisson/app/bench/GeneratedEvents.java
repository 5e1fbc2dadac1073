package moisson.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import moisson.event.Delivery;
import moisson.event.Edition;
import moisson.event.Event;
import moisson.event.Moment;
import moisson.event.Notice;
import moisson.event.Session;
import moisson.event.Source;
import moisson.event.SourceRecord;
import moisson.event.When;
import moisson.generate.FeedFormat;
import moisson.generate.Generator;
import moisson.generate.Variation;
import moisson.intake.FeedReaders;
import moisson.intake.RecordSink;
import moisson.normalize.Normalizer;
import moisson.reference.Reference;

/**
 * Generated records as the events of seven editions of equal size, each event for itself: joining duplicates is measured
 * elsewhere. The generator tells of two years; events are moved by whole years to the others.
 */
final class GeneratedEvents {
    static final Instant PUBLISHED = Instant.parse("2021-01-01T00:00:00Z");
    static final String SOURCE = "mesure";

    static final int FIRST_YEAR = 2019;
    static final int LAST_YEAR = 2025;

    static final List<Edition> EDITIONS = IntStream.rangeClosed(FIRST_YEAR, LAST_YEAR)
            .mapToObj(year -> new Edition(
                    year - 2013,
                    year,
                    "Toute l’année (mesure)",
                    LocalDate.of(year, 1, 1),
                    LocalDate.of(year, 12, 31),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    true))
            .toList();

    private GeneratedEvents() {}

    /** By first day and id. */
    static List<Event> of(int records, Path folder) throws IOException {
        Path feed = folder.resolve("mesure.csv");
        new Generator(Reference.shipped(), 1, true).feed(records, FeedFormat.CSV, Variation.FIRST, feed);
        Source source = new Source(SOURCE, SOURCE, "csv", feed.toUri().toString(), null, "Europe/Paris", "", true, 0);
        Normalizing events = new Normalizing(source);
        FeedReaders.forFormat("csv")
                .orElseThrow()
                .read(new Delivery(source, "", feed, Files.size(feed), PUBLISHED, null, null), events);
        return IntStream.range(0, events.made.size())
                .mapToObj(rank -> moved(events.made.get(rank), FIRST_YEAR + rank % EDITIONS.size()))
                .filter(event -> EDITIONS.stream().anyMatch(edition -> edition.welcomes(event.when())))
                .sorted(Comparator.comparing(
                                (Event event) -> event.when().firstDay().orElseThrow())
                        .thenComparing(Event::id))
                .toList();
    }

    /** To begin in another year, at the same hours. All of it moves by as many days: not every year has a 29 February. */
    private static Event moved(Event event, int year) {
        LocalDate first = event.when().firstDay().orElseThrow();
        long days = ChronoUnit.DAYS.between(first, first.withYear(year));
        When when = event.when();
        return new Event(
                event.id(),
                event.wording(),
                event.kind(),
                new When(
                        when.sessions().stream()
                                .map(session -> new Session(
                                        later(session.start(), days),
                                        session.end() == null ? null : later(session.end(), days)))
                                .toList(),
                        when.zone(),
                        when.availableFrom() == null
                                ? null
                                : when.availableFrom().plusDays(days),
                        when.availableUntil() == null
                                ? null
                                : when.availableUntil().plusDays(days),
                        null),
                event.place(),
                event.hosts(),
                event.access(),
                event.links());
    }

    private static Moment later(Moment moment, long days) {
        return moment.at() == null
                ? Moment.of(moment.day().plusDays(days))
                : Moment.of(moment.at().plusDays(days));
    }

    /** Keeps the events and forgets what is wrong with them. */
    private static final class Normalizing implements RecordSink {
        private final Normalizer normalizer = new Normalizer(Reference.shipped());
        private final Source source;
        private final List<Event> made = new ArrayList<>();

        Normalizing(Source source) {
            this.source = source;
        }

        @Override
        public void record(SourceRecord record, List<Notice> notices) {
            normalizer.normalize(record, source, notice -> {}).ifPresent(made::add);
        }

        @Override
        public void reject(Notice why) {
            // Nothing of it can be published.
        }

        @Override
        public void remark(Notice notice) {
            // About the file as a whole.
        }
    }
}
