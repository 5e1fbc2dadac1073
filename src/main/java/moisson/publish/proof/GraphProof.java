package moisson.publish.proof;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import moisson.publish.Manifest;

/**
 * Holds the RDF files of the events' datasets against their CSV files. The N-Triples file is compared row by row; of the
 * two others only the sum of their triples must be the same. Where anything differs they are compared row by row, too,
 * so that the difference has a name. Give it the file of all first: what its JSON-LD says is known afterwards.
 */
final class GraphProof {
    private final Path folder;
    private final List<Manifest.Entry> files;
    private final NodeLines lines;

    /** Sums a file up. */
    private interface Summing {
        TripleSum sum(Path file) throws IOException;
    }

    /** @param lines what JSON-LD says that was read already, and is to be known afterwards */
    GraphProof(Path folder, List<Manifest.Entry> files, NodeLines lines) {
        this.lines = lines;
        this.folder = folder;
        this.files = files;
    }

    void check(Manifest.Entry csv, Findings findings) {
        String reference = csv.dataset() + ".nt";
        TripleSum triples = new TripleSum();
        long before = findings.count();
        rows(csv, reference, triples, findings);
        boolean sound = findings.count() == before;
        check(csv, ".ttl", GraphRows::sum, sound, triples, findings);
        check(csv, ".jsonld", lines::sum, sound, triples, findings);
    }

    private void check(
            Manifest.Entry csv,
            String extension,
            Summing summing,
            boolean sound,
            TripleSum triples,
            Findings findings) {
        String file = csv.dataset() + extension;
        if (files.stream().noneMatch(entry -> entry.path().equals(file))) {
            return;
        }
        findings.tried(file, () -> {
            String sum = summing.sum(folder.resolve(file)).told();
            if (sound && sum.equals(triples.told())) {
                findings.compared(file, csv.dataset() + ".nt", triples.count(), "triplets", triples.count());
                return;
            }
            rows(csv, file, new TripleSum(), findings);
            if (!sum.equals(triples.told())) {
                findings.differ(file, "", "triplets", triples.told(), sum);
            }
        });
    }

    private void rows(Manifest.Entry csv, String file, TripleSum sum, Findings findings) {
        findings.tried(file, () -> {
            try (Rows reference = CsvRows.events(folder.resolve(csv.path()));
                    Rows rows = GraphRows.of(folder.resolve(file), sum)) {
                new Lockstep(file, findings).compare(reference.as(Projections::graph), rows.iterator(), csv.path());
            }
        });
    }
}
