package moisson.app.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import moisson.event.Event;
import moisson.event.PublishedEvent;
import moisson.publish.Dataset;
import moisson.publish.DatasetWriter;
import moisson.publish.format.DatasetWriters;
import moisson.publish.graph.EventGraph;
import moisson.publish.graph.Iris;

/** Writes one dataset in every format, and compares each with copying the same bytes. */
public final class PublishTrial {
    private static final int ROUNDS = 9;
    private static final int BUFFER = 1 << 16;

    private final Path folder;
    private final int rounds;

    public PublishTrial(Path folder) {
        this(folder, ROUNDS);
    }

    /** @param rounds that count, for each format */
    PublishTrial(Path folder, int rounds) {
        this.folder = folder;
        this.rounds = rounds;
    }

    /** Answers one row for each format. */
    public List<Map<String, Object>> run(int records) throws IOException {
        Dataset dataset = new Dataset("evenements", events(records));
        List<Map<String, Object>> rows = new ArrayList<>();
        EventGraph graph = new EventGraph(new Iris(URI.create("https://moisson.example/")), GeneratedEvents.EDITIONS);
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
        for (int round = 0; round <= rounds; round++) {
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

    private List<PublishedEvent> events(int records) throws IOException {
        List<Event> sorted = GeneratedEvents.of(records, folder);
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
                Map.of(),
                80,
                GeneratedEvents.PUBLISHED,
                GeneratedEvents.PUBLISHED);
    }
}
