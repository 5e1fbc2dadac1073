package moisson.deduplicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import moisson.event.Event;
import moisson.event.EventId;
import moisson.event.Match;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Measures precision and recall on a folder of generated events: {@code -Dmoisson.generated=FOLDER}. */
@EnabledIfSystemProperty(named = "moisson.generated", matches = ".+")
class GeneratedEventsTest {
    private final Path folder = Path.of(System.getProperty("moisson.generated", ""));
    private final Map<String, String> truth = new HashMap<>();
    private final Map<String, String> kinds = new HashMap<>();
    private final Set<String> ignored = new HashSet<>();

    @Test
    void findsTheKnownDuplicates() throws IOException {
        List<Event> events = events();
        readTruth();
        Clustering clustering = new Deduplicator().cluster(events, List.of());
        int rounds = Integer.getInteger("moisson.rounds", 1);
        for (int round = 0; round < rounds; round++) {
            long start = System.nanoTime();
            new Deduplicator().cluster(events, List.of());
            System.out.printf("%d events in %.2f s%n", events.size(), (System.nanoTime() - start) / 1e9);
        }
        double f1 = score(clustering);
        tellMatches(clustering);
        assertThat(f1).isGreaterThan(0.96);
    }

    private List<Event> events() throws IOException {
        List<Event> events = new ArrayList<>();
        for (CSVRecord row : rows("events.csv")) {
            events.add(GeneratedEvent.of(row));
        }
        return events;
    }

    private void readTruth() throws IOException {
        for (CSVRecord row : rows("truth.csv")) {
            truth.put(row.get(0), row.get(1));
            kinds.put(row.get(0), row.get(2));
        }
        for (CSVRecord row : rows("ignore_pairs.csv")) {
            ignored.add(row.get(0) + row.get(1));
            ignored.add(row.get(1) + row.get(0));
        }
    }

    private Iterable<CSVRecord> rows(String file) throws IOException {
        try (Reader in = Files.newBufferedReader(folder.resolve(file))) {
            return CSVFormat.DEFAULT
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(in)
                    .getRecords();
        }
    }

    private double score(Clustering clustering) {
        int right = 0;
        Map<String, Integer> wrong = new TreeMap<>();
        Map<String, Integer> found = new TreeMap<>();
        for (List<EventId> group : clustering.groups()) {
            for (int i = 0; i < group.size(); i++) {
                for (int j = i + 1; j < group.size(); j++) {
                    String a = group.get(i).key();
                    String b = group.get(j).key();
                    if (same(a, b)) {
                        right++;
                        found.merge(kinds.getOrDefault(a, ""), 1, Integer::sum);
                    } else if (!ignored.contains(a + b)) {
                        wrong.merge(kinds.getOrDefault(a, ""), 1, Integer::sum);
                    }
                }
            }
        }
        Map<String, Integer> expected = expected();
        int all = expected.values().stream().mapToInt(Integer::intValue).sum();
        int bad = wrong.values().stream().mapToInt(Integer::intValue).sum();
        double precision = right / Math.max(1.0, right + bad);
        double recall = (double) right / all;
        double f1 = 2 * precision * recall / (precision + recall);
        System.out.printf("P %.4f R %.4f F1 %.4f%n", precision, recall, f1);
        System.out.println("wrong " + wrong + " found " + found + " of " + expected);
        return f1;
    }

    private Map<String, Integer> expected() {
        Map<String, Integer> sizes = new HashMap<>();
        Map<String, String> kind = new HashMap<>();
        truth.forEach((record, cluster) -> {
            sizes.merge(cluster, 1, Integer::sum);
            kind.put(cluster, kinds.getOrDefault(record, ""));
        });
        Map<String, Integer> expected = new TreeMap<>();
        sizes.forEach((cluster, n) -> expected.merge(kind.getOrDefault(cluster, ""), n * (n - 1) / 2, Integer::sum));
        return expected;
    }

    private boolean same(String a, String b) {
        return truth.getOrDefault(a, a).equals(truth.get(b));
    }

    private void tellMatches(Clustering clustering) throws IOException {
        int reviews = 0;
        int good = 0;
        List<String> lines = new ArrayList<>();
        for (Match match : clustering.matches()) {
            boolean same = same(match.left().key(), match.right().key());
            if (match.decision() == Match.Decision.REVIEW) {
                reviews++;
                good += same ? 1 : 0;
            }
            lines.add(match.decision() + "\t" + same + "\t" + match.left().key() + "\t"
                    + match.right().key() + "\t" + match.score() + "\t" + match.reasons());
        }
        System.out.printf("%d reviews, %d of them true%n", reviews, good);
        Files.write(Path.of(System.getProperty("java.io.tmpdir"), "moisson-matches.tsv"), lines);
    }
}
