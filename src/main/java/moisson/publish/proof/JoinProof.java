package moisson.publish.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import moisson.publish.Manifest;
import moisson.publish.proof.Ranges.Range;
import org.apache.commons.io.IOUtils;

/**
 * A file of all events holds, byte for byte, what the files of the editions hold, which are compared event by event; and
 * around it there is no other event. What RDF tells around them is told the same in its three forms, of the same resources
 * as by the editions.
 */
final class JoinProof {
    private static final String LINES = ".nt";
    private static final String TABLE = ".csv";
    /** How the properties end that lead to what events share. */
    private static final List<String> SHARED = List.of(
            "schema.org/organizer>",
            "/def/theme>",
            "/def/commune>",
            "/def/departement>",
            "/def/region>",
            "/def/source>",
            "prov#wasGeneratedBy>");

    private final Excerpt excerpt;
    private final NodeLines lines;
    private final Findings findings;

    /** @param lines what JSON-LD says that was read already */
    JoinProof(Excerpt excerpt, NodeLines lines, Findings findings) {
        this.excerpt = excerpt;
        this.lines = lines;
        this.findings = findings;
    }

    /**
     * Compares.
     *
     * @param files of the dataset of all events that hold what others hold
     * @param editions names of the datasets of the editions, in their order
     * @param changed whether an edition was not compared before
     * @param aside an empty folder for what stands around the events
     */
    void check(List<Manifest.Entry> files, List<String> editions, Predicate<String> changed, Path aside) {
        for (Manifest.Entry file : files) {
            findings.tried(file.path(), () -> {
                String extension = extension(file);
                List<String> parts =
                        editions.stream().map(edition -> part(file, edition)).toList();
                bytes(file, parts);
                if (extension.equals(TABLE)) {
                    header(file.path(), parts);
                }
                around(file.path(), extension, aside.resolve(file.path()));
                for (String edition : editions.stream().filter(changed).toList()) {
                    around(edition + extension, extension, aside.resolve(edition + extension));
                }
            });
        }
        findings.tried(
                files.getFirst().dataset() + LINES,
                () -> shared(files.getFirst().dataset(), editions, aside));
    }

    private static String extension(Manifest.Entry file) {
        return file.path().substring(file.dataset().length());
    }

    /** The file of an edition that holds its part of a file of all. */
    static String part(Manifest.Entry file, String edition) {
        return edition + extension(file);
    }

    private void bytes(Manifest.Entry all, List<String> parts) throws IOException {
        String names = String.join(", ", parts);
        boolean same;
        try (Ranges ranges = new Ranges()) {
            same = same(all.path(), parts, ranges);
        }
        if (same) {
            long rows = Objects.requireNonNullElse(all.rows(), 0);
            findings.compared(all.path(), names, rows, "événements", rows);
        } else {
            findings.differ(all.path(), "", "événements", "octet par octet ceux de " + names, "d’autres octets");
        }
    }

    private boolean same(String all, List<String> parts, Ranges ranges) throws IOException {
        byte[] between = Excerpt.between(all);
        long at = excerpt.body(all).from();
        for (String part : parts) {
            if (at > excerpt.body(all).from()) {
                try (InputStream gap = excerpt.range(all, at, at + between.length)) {
                    if (!Arrays.equals(gap.readAllBytes(), between)) {
                        return false;
                    }
                }
                at += between.length;
            }
            Range own = excerpt.events(part);
            if (!ranges.same(new Range(excerpt.events(all).file(), at, at + own.length()), own)) {
                return false;
            }
            at += own.length();
        }
        return at == excerpt.body(all).to();
    }

    /** Tables of events name their columns alike. */
    private void header(String all, List<String> parts) throws IOException {
        String expected = new String(excerpt.head(all), UTF_8);
        for (String part : parts) {
            findings.same(part, "en-tête", expected, new String(excerpt.head(part), UTF_8));
        }
    }

    /** What is left of a file when its events are taken out is a file without events. */
    private void around(String file, String extension, Path left) throws IOException {
        excerpt.write(file, List.of(), left);
        Optional<Rows.Opener> opener = opener(extension);
        if (opener.isPresent()) {
            try (Rows rows = opener.get().open(left)) {
                if (rows.iterator().hasNext()) {
                    findings.differ(file, rows.iterator().next().id(), "ligne", "parmi les événements", "à côté");
                }
            }
        }
    }

    private static Optional<Rows.Opener> opener(String extension) {
        return switch (extension) {
            case TABLE -> Optional.of(CsvRows::events);
            case LINES -> Optional.of(file -> GraphRows.of(file, new TripleSum()));
            default -> TableProof.opener(extension);
        };
    }

    /** Around the events, the three forms of RDF say the same, and of the same resources as the editions. */
    private void shared(String all, List<String> editions, Path aside) throws IOException {
        try (var left = Files.list(aside)) {
            for (Path triples : left.filter(file -> file.toString().endsWith(LINES))
                    .sorted()
                    .toList()) {
                String name = triples.getFileName().toString().replace(LINES, "");
                String expected = GraphRows.sum(triples).told();
                same(
                        name + ".ttl",
                        expected,
                        GraphRows.sum(aside.resolve(name + ".ttl")).told());
                same(
                        name + ".jsonld",
                        expected,
                        lines.sum(aside.resolve(name + ".jsonld")).told());
            }
        }
        Set<String> known = new HashSet<>();
        Set<String> subjects = new TreeSet<>();
        for (String edition : editions) {
            Set<String> own = new HashSet<>();
            for (String line : head(edition + LINES)) {
                known.add(line);
                own.add(subject(line));
            }
            mentioned(edition + LINES, own);
            subjects.addAll(own);
        }
        for (String line : head(all + LINES)) {
            if (!known.contains(line)) {
                findings.differ(all + LINES, subject(line), "triplet", "", line);
            }
            subjects.remove(subject(line));
        }
        subjects.forEach(subject -> findings.differ(all + LINES, subject, "ressource", "présente", "absente"));
    }

    /** What events that were not read say they share is told before them. */
    private void mentioned(String file, Set<String> told) throws IOException {
        if (!excerpt.body(file).mixed()) {
            return;
        }
        try (InputStream in = excerpt.range(
                        file, excerpt.body(file).from(), excerpt.body(file).to());
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int property = line.indexOf(' ') + 1;
                int object = line.indexOf(' ', property) + 1;
                if (SHARED.stream().anyMatch(line.substring(property, object - 1)::endsWith)
                        && !told.contains(line.substring(object, line.length() - 2))) {
                    findings.differ(file, subject(line), "ressource citée", line.substring(object), "");
                }
            }
        }
    }

    private void same(String file, String expected, String met) {
        findings.same(file, "triplets autour des événements", expected, met);
    }

    private List<String> head(String file) throws IOException {
        return IOUtils.readLines(new ByteArrayInputStream(excerpt.head(file)), UTF_8);
    }

    private static String subject(String line) {
        return line.substring(0, line.indexOf(' '));
    }
}
