package moisson.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import moisson.event.Delivery;
import moisson.event.Edition;
import moisson.event.Event;
import moisson.event.Notice;
import moisson.event.Source;
import moisson.event.SourceRecord;
import moisson.generate.FeedFormat;
import moisson.generate.Generator;
import moisson.generate.Variation;
import moisson.intake.FeedReaders;
import moisson.intake.RecordSink;
import moisson.normalize.Normalizer;
import moisson.reference.Reference;

/** Generated records as the events of two editions, each event for itself: joining duplicates is measured elsewhere. */
final class GeneratedEvents {
    static final Instant PUBLISHED = Instant.parse("2021-01-01T00:00:00Z");
    static final String SOURCE = "mesure";

    static final List<Edition> EDITIONS = Stream.of(2019, 2020)
            .map(year -> new Edition(
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
        return events.made.stream()
                .filter(event -> EDITIONS.stream().anyMatch(edition -> edition.welcomes(event.when())))
                .sorted(Comparator.comparing(
                                (Event event) -> event.when().firstDay().orElseThrow())
                        .thenComparing(Event::id))
                .toList();
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
