package moisson.publish;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import moisson.event.PublishedEvent;
import moisson.publish.format.DatasetWriters;
import moisson.publish.graph.EventGraph;
import moisson.publish.graph.Iris;
import moisson.publish.proof.FilesProof;
import moisson.publish.proof.Findings;

/**
 * What each format costs: processor seconds to write it, against copying the same bytes, and to read everything back.
 * Not a test: {@code java -Xmx2g -cp … moisson.publish.PublishBench 100000 folder}.
 */
final class PublishBench {
    private final GeneratedEvents events;
    private final Path folder;
    private final PrintStream out;

    private PublishBench(GeneratedEvents events, Path folder, PrintStream out) {
        this.events = events;
        this.folder = folder;
        this.out = out;
    }

    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[1]));
        // Warm first, so that compiling is not counted.
        new PublishBench(new GeneratedEvents(5_000), folder, new PrintStream(OutputStream.nullOutputStream())).run();
        new PublishBench(new GeneratedEvents(Integer.parseInt(args[0])), folder, System.out).run();
    }

    private void run() throws IOException {
        double making = seconds(() -> {
            for (PublishedEvent event : events) {
                event.event().title().length();
            }
        });
        out.printf("%d events, made in %.2f s, which is taken off below%n", events.count(), making);
        out.printf("%-8s %8s %8s %8s %6s%n", "format", "MB", "write s", "copy s", "ratio");
        List<Manifest.Entry> files = new ArrayList<>();
        Dataset dataset = new Dataset("evenements", events);
        EventGraph graph = new EventGraph(new Iris(URI.create("https://moisson.example/")), EventForTest.EDITIONS);
        for (DatasetWriter writer : DatasetWriters.all(graph)) {
            Path file = folder.resolve("evenements." + writer.extension());
            double writing = seconds(() -> {
                        try (OutputStream to = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
                            writer.write(dataset, to);
                        }
                    })
                    - making;
            double copying = seconds(() -> copy(file, folder.resolve("copie")));
            out.printf(
                    "%-8s %8.1f %8.2f %8.2f %6.1f%n",
                    writer.extension(), Files.size(file) / 1e6, writing, copying, writing / copying);
            files.add(new Manifest.Entry(
                    file.getFileName().toString(),
                    writer.mediaType(),
                    Files.size(file),
                    SummedFile.sumOf(file),
                    "evenements",
                    null,
                    events.count()));
        }
        try (var lines = Files.lines(folder.resolve("evenements.nt"))) {
            out.printf("%d triples%n", lines.count());
        }
        Findings findings = new Findings();
        double proving = seconds(() -> new FilesProof(folder, files, findings).check());
        out.printf(
                "read back and compared in %.1f s: %d values%n",
                proving,
                findings.compared().stream()
                        .mapToLong(Findings.Compared::values)
                        .sum());
        findings.differences().stream().limit(5).forEach(out::println);
        Runtime.getRuntime().gc();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (InputStream in = Files.newInputStream(from);
                OutputStream copy = Files.newOutputStream(to)) {
            byte[] buffer = new byte[1 << 16];
            int read = in.read(buffer);
            while (read >= 0) {
                copy.write(buffer, 0, read);
                read = in.read(buffer);
            }
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    /** Of processor time, all threads together. */
    private static double seconds(Work work) throws IOException {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long before = system.getProcessCpuTime();
        work.run();
        return (system.getProcessCpuTime() - before) / 1e9;
    }
}
