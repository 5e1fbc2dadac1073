package moisson.publish.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import moisson.publish.Body;
import moisson.publish.Manifest;
import org.apache.commons.io.IOUtils;
import org.apache.commons.io.file.PathUtils;
import org.apache.commons.io.input.BoundedInputStream;

/**
 * A file of all events holds, byte for byte, what the files of the editions hold, which are compared event by event; and
 * around it there is no other event. What RDF tells around them is told the same in its three forms, of the same resources
 * as by the editions.
 */
final class JoinProof {
    private static final String LINES = ".nt";
    /** What stands between two events. */
    private static final Map<String, String> BETWEEN =
            Map.of(".json", "\n,", ".geojson", "\n,", ".jsonl", "\n", ".jsonld", "\n,");

    private static final Map<String, Opener> ROWS = Map.of(
            ".csv", CsvRows::events,
            ".json", JsonRows::json,
            ".jsonl", JsonRows::lines,
            ".geojson", JsonRows::geo,
            ".ics", CalendarRows::of,
            LINES, file -> GraphRows.of(file, new TripleSum()));

    private final Path folder;
    private final Map<String, Body> bodies;
    private final NodeLines lines;
    private final Findings findings;

    /** Opens the rows of a file. */
    private interface Opener {
        Rows open(Path file) throws IOException;
    }

    /** @param lines what JSON-LD says that was read already */
    JoinProof(Path folder, Map<String, Body> bodies, NodeLines lines, Findings findings) {
        this.lines = lines;
        this.folder = folder;
        this.bodies = bodies;
        this.findings = findings;
    }

    /**
     * Compares.
     *
     * @param files of the dataset of all events that hold what others hold
     * @param editions names of the datasets of the editions, in their order
     * @param changed whether an edition was not compared before
     */
    void check(List<Manifest.Entry> files, List<String> editions, Predicate<String> changed) throws IOException {
        Path aside = Files.createTempDirectory("moisson-autour-");
        try {
            for (Manifest.Entry file : files) {
                findings.tried(file.path(), () -> {
                    String extension = extension(file);
                    bytes(file, parts(editions, extension));
                    around(file.path(), extension, aside.resolve(file.path()));
                    for (String edition : editions.stream().filter(changed).toList()) {
                        around(edition + extension, extension, aside.resolve(edition + extension));
                    }
                });
            }
            findings.tried(files.getFirst().dataset() + LINES, () -> shared(files.getFirst().dataset(), editions, aside));
        } finally {
            PathUtils.deleteDirectory(aside);
        }
    }

    private static String extension(Manifest.Entry file) {
        return file.path().substring(file.dataset().length());
    }

    private static List<String> parts(List<String> editions, String extension) {
        return editions.stream().map(edition -> edition + extension).toList();
    }

    private Body body(String file) {
        return Objects.requireNonNull(bodies.get(file), file);
    }

    private void bytes(Manifest.Entry all, List<String> parts) throws IOException {
        byte[] between = BETWEEN.getOrDefault(extension(all), "").getBytes(UTF_8);
        List<InputStream> open = new ArrayList<>();
        try (InputStream whole = range(all.path(), body(all.path()).from(), body(all.path()).to())) {
            for (String part : parts) {
                if (!open.isEmpty()) {
                    open.add(new ByteArrayInputStream(between));
                }
                open.add(range(part, body(part).from(), body(part).to()));
            }
            String names = String.join(", ", parts);
            if (IOUtils.contentEquals(whole, new SequenceInputStream(Collections.enumeration(open)))) {
                long rows = Objects.requireNonNullElse(all.rows(), 0);
                findings.compared(all.path(), names, rows, "événements", rows);
            } else {
                findings.differ(all.path(), "", "événements", "octet par octet ceux de " + names, "d’autres octets");
            }
        } finally {
            for (InputStream in : open) {
                in.close();
            }
        }
    }

    private InputStream range(String file, long from, long to) throws IOException {
        return BoundedInputStream.builder()
                .setInputStream(Channels.newInputStream(
                        FileChannel.open(folder.resolve(file)).position(from)))
                .setMaxCount(to - from)
                .get();
    }

    /** What is left of a file when its events are taken out is a file without events. */
    private void around(String file, String extension, Path left) throws IOException {
        String before = BETWEEN.getOrDefault(extension, "");
        try (InputStream head = range(file, 0, body(file).from());
                InputStream tail = range(file, body(file).to(), Long.MAX_VALUE)) {
            String around = new String(head.readAllBytes(), UTF_8);
            Files.writeString(
                    left,
                    (around.endsWith(before) ? around.substring(0, around.length() - before.length()) : around)
                            + new String(tail.readAllBytes(), UTF_8));
        }
        if (ROWS.containsKey(extension)) {
            try (Rows rows = Objects.requireNonNull(ROWS.get(extension)).open(left)) {
                if (rows.iterator().hasNext()) {
                    findings.differ(file, rows.iterator().next().id(), "ligne", "parmi les événements", "à côté");
                }
            }
        }
    }

    /** Around the events, the three forms of RDF say the same, and of the same resources as the editions. */
    private void shared(String all, List<String> editions, Path aside) throws IOException {
        try (var left = Files.list(aside)) {
            for (Path triples : left.filter(file -> file.toString().endsWith(LINES)).sorted().toList()) {
                String name = triples.getFileName().toString().replace(LINES, "");
                String expected = GraphRows.sum(triples).told();
                same(name + ".ttl", expected, GraphRows.sum(aside.resolve(name + ".ttl")).told());
                same(name + ".jsonld", expected, lines.sum(aside.resolve(name + ".jsonld")).told());
            }
        }
        Set<String> known = new HashSet<>();
        Set<String> subjects = new TreeSet<>();
        for (String edition : editions) {
            for (String line : head(edition + LINES)) {
                known.add(line);
                subjects.add(subject(line));
            }
        }
        for (String line : head(all + LINES)) {
            if (!known.contains(line)) {
                findings.differ(all + LINES, subject(line), "triplet", "", line);
            }
            subjects.remove(subject(line));
        }
        subjects.forEach(subject -> findings.differ(all + LINES, subject, "ressource", "présente", "absente"));
    }

    private void same(String file, String expected, String met) {
        if (!expected.equals(met)) {
            findings.differ(file, "", "triplets autour des événements", expected, met);
        }
    }

    private List<String> head(String file) throws IOException {
        try (InputStream in = range(file, 0, body(file).from())) {
            return IOUtils.readLines(in, UTF_8);
        }
    }

    private static String subject(String line) {
        return line.substring(0, line.indexOf(' '));
    }
}
