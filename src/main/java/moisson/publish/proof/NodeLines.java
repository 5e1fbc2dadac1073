package moisson.publish.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import moisson.event.Sha256;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDFBase;
import org.jspecify.annotations.Nullable;

/**
 * Sums up published JSON-LD files, which have one node per line. A processor of JSON-LD reads portions of them, each with
 * the context of all; what a line said is remembered, so that an event that stands in the file of all and, in the same
 * letters and under the same context, in the file of its edition is processed once, and what events share not for every
 * version again. A file of another layout is not what is published, and refused.
 */
public final class NodeLines {
    private static final int AT_ONCE = 500;
    /** At 150 bytes each: an eighth of the heap, or 150 MB. What does not fit is processed again. */
    private static final int MOST_KNOWN =
            (int) Math.min(1_000_000, Runtime.getRuntime().maxMemory() / 8 / 150);
    /** Between two versions: some 15 MB. */
    private static final int MOST_KEPT = 100_000;

    private static final String NODE = "{\"@id\":\"";
    private static final String END = "]}";

    private final Map<Key, TripleSum.Part> known = new HashMap<>();
    private final AtomicReference<String> context = new AtomicReference<>("");

    /** Half of the SHA-256 of a line. */
    private record Key(long first, long second) {}

    /** Forgets everything when it is more than should be held until the next version. */
    void rest() {
        if (known.size() > MOST_KEPT) {
            known.clear();
        }
    }

    /** The sum of every triple of a file. */
    TripleSum sum(Path file) throws IOException {
        TripleSum sum = new TripleSum();
        Map<String, Key> portion = new LinkedHashMap<>();
        try (BufferedReader in = Files.newBufferedReader(file, UTF_8)) {
            String head = told(in.readLine());
            if (!head.startsWith("{\"@context\":{") || !head.endsWith("},\"@graph\":[")) {
                throw new IllegalStateException("le fichier ne commence pas par son @context");
            }
            if (!head.equals(context.getAndSet(head))) {
                known.clear();
            }
            String separator = "";
            for (String line = told(in.readLine()); !line.equals(END); line = told(in.readLine())) {
                if (!line.startsWith(separator + NODE) || !line.endsWith("}")) {
                    throw new IllegalStateException("une ligne n’est pas un nœud : " + line);
                }
                String node = line.substring(separator.length());
                separator = ",";
                add(node, portion, sum);
                if (portion.size() == AT_ONCE) {
                    process(head, portion, sum);
                }
            }
            process(head, portion, sum);
            if (in.readLine() != null) {
                throw new IllegalStateException("il y a quelque chose après la fin");
            }
        }
        return sum;
    }

    private static String told(@Nullable String line) {
        if (line == null) {
            throw new IllegalStateException("le fichier s’arrête au milieu");
        }
        return line;
    }

    private void add(String node, Map<String, Key> portion, TripleSum sum) {
        byte[] digest = Sha256.bytes(node);
        Key key = new Key(TripleSum.number(digest, 0), TripleSum.number(digest, Long.BYTES));
        TripleSum.Part met = known.get(key);
        if (met == null) {
            portion.put(node, key);
        } else {
            sum.add(met);
        }
    }

    private void process(String head, Map<String, Key> portion, TripleSum sum) {
        Map<String, List<String>> lines = new HashMap<>();
        portion.keySet().forEach(node -> lines.merge(subject(node), List.of(node), NodeLines::both));
        Map<String, TripleSum> parts = new HashMap<>();
        GraphRows.jsonLd(head + String.join(",", portion.keySet()) + END, new StreamRDFBase() {
            @Override
            public void triple(Triple triple) {
                parts.computeIfAbsent(triple.getSubject().toString(), subject -> sum.beginning())
                        .add(triple);
            }
        });
        parts.values().forEach(part -> sum.add(part.part()));
        // Remembered only where it is sure which line said what: each of a subject of its own, and no others.
        if (lines.keySet().equals(parts.keySet()) && known.size() + lines.size() <= MOST_KNOWN) {
            parts.forEach((subject, part) -> {
                List<String> said = lines.getOrDefault(subject, List.of());
                if (said.size() == 1) {
                    known.put(portion.getOrDefault(said.getFirst(), new Key(0, 0)), part.part());
                }
            });
        }
        portion.clear();
    }

    private static List<String> both(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private static String subject(String node) {
        return node.substring(NODE.length(), node.indexOf('"', NODE.length()));
    }
}
