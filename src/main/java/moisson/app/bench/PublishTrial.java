package moisson.app.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import moisson.event.Delivery;
import moisson.event.Edition;
import moisson.event.Event;
import moisson.event.Notice;
import moisson.event.PublishedEvent;
import moisson.event.Source;
import moisson.event.SourceRecord;
import moisson.generate.FeedFormat;
import moisson.generate.Generator;
import moisson.generate.Variation;
import moisson.intake.FeedReaders;
import moisson.intake.RecordSink;
import moisson.normalize.Normalizer;
import moisson.publish.Dataset;
import moisson.publish.DatasetWriter;
import moisson.publish.format.DatasetWriters;
import moisson.publish.graph.EventGraph;
import moisson.publish.graph.Iris;
import moisson.reference.Reference;

/** Writes one dataset in every format, and compares each with copying the same bytes. */
public final class PublishTrial {
    private static final int ROUNDS = 3;
    private static final int BUFFER = 1 << 16;
    private static final Instant PUBLISHED = Instant.parse("2021-01-01T00:00:00Z");

    private final Path folder;
    private final List<Edition> editions = Stream.of(2019, 2020)
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

    public PublishTrial(Path folder) {
        this.folder = folder;
    }

    /** Answers one row for each format. */
    public List<Map<String, Object>> run(int records) throws IOException {
        Dataset dataset = new Dataset("evenements", events(records));
        List<Map<String, Object>> rows = new ArrayList<>();
        EventGraph graph = new EventGraph(new Iris(URI.create("https://moisson.example/")), editions);
        for (DatasetWriter writer : DatasetWriters.all(graph)) {
            rows.add(row(writer, dataset, records));
        }
        return rows;
    }

    private Map<String, Object> row(DatasetWriter writer, Dataset dataset, int records) throws IOException {
        Path file = folder.resolve("evenements." + writer.extension());
        Path copy = folder.resolve("copie." + writer.extension());
        List<Usage> writing = new ArrayList<>();
        List<Usage> copying = new ArrayList<>();
        // One round more than counts: the first warms up.
        for (int round = 0; round <= ROUNDS; round++) {
            Usage.forgetPeaks();
            Usage before = Usage.now();
            write(writer, dataset, file);
            Usage between = Usage.now();
            copy(file, copy);
            if (round > 0) {
                writing.add(between.since(before));
                copying.add(Usage.now().since(between));
            }
        }
        Usage written = Figures.median(writing);
        Usage copied = Figures.median(copying);
        Map<String, Object> row = Figures.row("format", writer.extension());
        long size = Files.size(file);
        row.put("events", records);
        row.put("MB", size / 1e6);
        Figures.put(row, written);
        row.put("times a copy, wall", written.wall() / copied.wall());
        row.put("times a copy, processor", written.processor() / copied.processor());
        row.put("MB/s", size / 1e6 / written.wall());
        if (writer.extension().equals("nt")) {
            try (Stream<String> lines = Files.lines(file)) {
                row.put("triples/s", Math.round(lines.count() / written.wall()));
            }
        }
        Files.delete(file);
        Files.delete(copy);
        return row;
    }

    private static void write(DatasetWriter writer, Dataset dataset, Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER)) {
            writer.write(dataset, out);
        }
    }

    /** By a buffer of 64 KiB, as a program that looks at the bytes would; the system's own copy might move none at all. */
    private static void copy(Path from, Path to) throws IOException {
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(from);
                OutputStream out = Files.newOutputStream(to)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                out.write(buffer, 0, count);
            }
        }
    }

    /** Each event for itself: joining duplicates is measured elsewhere. */
    private List<PublishedEvent> events(int records) throws IOException {
        Path feed = folder.resolve("mesure.csv");
        new Generator(Reference.shipped(), 1, true).feed(records, FeedFormat.CSV, Variation.FIRST, feed);
        Source source =
                new Source("mesure", "mesure", "csv", feed.toUri().toString(), null, "Europe/Paris", "", true, 0);
        Normalizing events = new Normalizing(source);
        FeedReaders.forFormat("csv")
                .orElseThrow()
                .read(new Delivery(source, "", feed, Files.size(feed), PUBLISHED, null, null), events);
        List<Event> sorted = events.made.stream()
                .filter(event -> editions.stream().anyMatch(edition -> edition.welcomes(event.when())))
                .sorted(Comparator.comparing(
                                (Event event) -> event.when().firstDay().orElseThrow())
                        .thenComparing(Event::id))
                .toList();
        return IntStream.range(0, sorted.size())
                .mapToObj(rank -> published(sorted.get(rank), rank))
                .toList();
    }

    private static PublishedEvent published(Event event, int rank) {
        return new PublishedEvent(
                "m%07d".formatted(rank),
                event.when().firstDay().orElseThrow().getYear(),
                event,
                List.of(event.id().source()),
                List.of(event.id()),
                Map.of("titre", event.id()),
                80,
                PUBLISHED,
                PUBLISHED);
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
