package moisson.publish.proof;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Holds the table of the records that events are made of against the table of the events. */
final class MembersProof {
    private final Path folder;
    private final Findings findings;

    MembersProof(Path folder, Findings findings) {
        this.folder = folder;
        this.findings = findings;
    }

    /** Every event has as many rows as it says, and they name its sources. */
    void check(String members, String events) throws IOException {
        Map<String, TreeSet<String>> sources = new TreeMap<>();
        Map<String, Integer> counts = new TreeMap<>();
        Map<String, String> said = new TreeMap<>();
        try (CSVParser parser = CsvRows.parser(folder.resolve(members))) {
            for (CSVRecord row : parser) {
                String id = row.get("id");
                sources.computeIfAbsent(id, unknown -> new TreeSet<>()).add(row.get("source"));
                counts.merge(id, 1, Integer::sum);
                said.put(id, row.get("nb_enregistrements"));
            }
        }
        long compared = 0;
        try (Rows rows = CsvRows.events(folder.resolve(events))) {
            while (rows.iterator().hasNext()) {
                Row event = rows.iterator().next();
                String named = Alike.set(List.copyOf(sources.getOrDefault(event.id(), new TreeSet<>())));
                if (!named.equals(event.get("sources"))) {
                    findings.differ(members, event.id(), "source", event.get("sources"), named);
                }
                String count = String.valueOf(counts.getOrDefault(event.id(), 0));
                if (!count.equals(said.get(event.id()))) {
                    findings.differ(
                            members, event.id(), "nb_enregistrements", count, said.getOrDefault(event.id(), ""));
                }
                counts.remove(event.id());
                compared++;
            }
        }
        counts.keySet().forEach(id -> findings.differ(members, id, "ligne", "absente", "présente"));
        findings.compared(members, events, compared, "événements", 2 * compared);
    }
}
