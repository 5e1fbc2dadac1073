package moisson.publish.proof;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import moisson.event.Sha256;
import moisson.publish.Manifest;
import moisson.publish.format.OriginFile;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Compares the files of a version with each other: the CSV file of a dataset is what the others are held against. */
public final class FilesProof {
    private static final String EVENTS = "evenements";
    private static final String MEMBERS = "sources-et-doublons";

    private final Path folder;
    private final List<Manifest.Entry> files;
    private final Findings findings;
    private final Map<String, String> sums = new TreeMap<>();

    /** Opens the rows of a file. */
    private interface Opener {
        Rows open(Path file) throws IOException;
    }

    public FilesProof(Path folder, List<Manifest.Entry> files, Findings findings) {
        this.folder = folder;
        this.files = List.copyOf(files);
        this.findings = findings;
    }

    /** Sums, compressed copies, and every value of every event in every format. */
    public void check() {
        files.forEach(this::sum);
        files.stream().filter(entry -> entry.path().endsWith(".gz")).forEach(this::copy);
        files.stream().filter(FilesProof::csvOfEvents).forEach(this::formats);
        if (files.stream().anyMatch(entry -> csvOfEvents(entry) && entry.edition() != null)) {
            findings.tried(EVENTS + ".csv", this::editions);
        }
        if (files.stream().anyMatch(entry -> entry.path().equals(OriginFile.NAME))) {
            findings.tried(
                    OriginFile.NAME,
                    () -> compare(EVENTS + ".csv", OriginFile.NAME, OriginRows::of, Projections::same));
        }
        new FigureProof(folder, files, findings).check();
        files.stream()
                .filter(entry -> entry.mediaType().equals("text/csv") && !csvOfEvents(entry))
                .forEach(entry -> findings.tried(entry.path(), () -> rows(entry)));
        files.stream()
                .filter(entry ->
                        entry.mediaType().equals("text/csv") && entry.dataset().startsWith(MEMBERS))
                .forEach(entry -> findings.tried(entry.path(), () -> members(entry)));
    }

    private static boolean csvOfEvents(Manifest.Entry entry) {
        return entry.mediaType().equals("text/csv") && entry.dataset().startsWith(EVENTS);
    }

    private void sum(Manifest.Entry entry) {
        findings.tried(entry.path(), () -> {
            Path file = folder.resolve(entry.path());
            if (!Files.isRegularFile(file)) {
                findings.differ(entry.path(), "", "fichier", "présent", "absent");
                return;
            }
            String sum;
            try (InputStream in = Files.newInputStream(file)) {
                sum = sum(in);
            }
            sums.put(entry.path(), sum);
            same(entry.path(), "octets", String.valueOf(entry.bytes()), String.valueOf(Files.size(file)));
            same(entry.path(), "SHA-256", entry.sha256(), sum);
            findings.compared(entry.path(), "manifest.json", entry.bytes(), "octets", 2);
        });
    }

    private void copy(Manifest.Entry entry) {
        String plain = entry.path().substring(0, entry.path().length() - 3);
        findings.tried(entry.path(), () -> {
            try (InputStream in = new GZIPInputStream(Files.newInputStream(folder.resolve(entry.path())), 1 << 16)) {
                same(entry.path(), "contenu décompressé", sums.getOrDefault(plain, ""), sum(in));
            }
            findings.compared(entry.path(), plain, 1, "fichier", 1);
        });
    }

    private static String sum(InputStream in) throws IOException {
        MessageDigest digest = Sha256.digest();
        in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        return Sha256.hex(digest.digest());
    }

    private void same(String file, String field, String expected, String met) {
        if (!expected.equals(met)) {
            findings.differ(file, "", field, expected, met);
        }
    }

    private void formats(Manifest.Entry csv) {
        String name = csv.dataset();
        findings.tried(csv.path(), () -> {
            try (Rows rows = CsvRows.events(folder.resolve(csv.path()))) {
                same(csv.path(), "lignes", String.valueOf(csv.rows()), String.valueOf(count(rows.iterator())));
            }
        });
        TripleSum turtle = new TripleSum();
        TripleSum triples = new TripleSum();
        TripleSum jsonLd = new TripleSum();
        against(csv, ".xlsx", XlsxRows::of, Projections::spreadsheet);
        against(csv, ".parquet", ParquetRows::of, Projections::same);
        against(csv, ".json", JsonRows::json, Projections::same);
        against(csv, ".jsonl", JsonRows::lines, Projections::same);
        against(csv, ".geojson", JsonRows::geo, Projections::map);
        against(csv, ".ics", CalendarRows::of, Projections::calendar);
        against(csv, ".nt", file -> GraphRows.of(file, triples), Projections::graph);
        against(csv, ".ttl", file -> GraphRows.of(file, turtle), Projections::graph);
        against(csv, ".jsonld", file -> GraphRows.of(file, jsonLd), Projections::graph);
        same(name + ".ttl", "triplets", triples.told(), turtle.told());
        same(name + ".jsonld", "triplets", triples.told(), jsonLd.told());
        findings.compared(
                name + ".ttl, " + name + ".jsonld", name + ".nt", triples.count(), "triplets", triples.count());
    }

    private void against(Manifest.Entry csv, String extension, Opener opener, Function<Row, Optional<Row>> projection) {
        String file = csv.dataset() + extension;
        if (files.stream().anyMatch(entry -> entry.path().equals(file))) {
            findings.tried(file, () -> compare(csv.path(), file, opener, projection));
        }
    }

    private void compare(String csv, String file, Opener opener, Function<Row, Optional<Row>> projection)
            throws IOException {
        try (Rows reference = CsvRows.events(folder.resolve(csv));
                Rows rows = opener.open(folder.resolve(file))) {
            new Lockstep(file, findings).compare(reference.as(projection), rows.iterator(), csv);
        }
    }

    /** The files of the editions, one after the other, are the file of all. */
    private void editions() throws IOException {
        List<Rows> open = new ArrayList<>();
        try (Rows all = CsvRows.events(folder.resolve(EVENTS + ".csv"))) {
            List<Manifest.Entry> editions = files.stream()
                    .filter(entry -> csvOfEvents(entry) && entry.edition() != null)
                    .toList();
            for (Manifest.Entry edition : editions) {
                open.add(CsvRows.events(folder.resolve(edition.path())));
            }
            Iterator<Row> together = open.stream()
                    .flatMap(rows -> {
                        Iterable<Row> iterable = rows::iterator;
                        return java.util.stream.StreamSupport.stream(iterable.spliterator(), false);
                    })
                    .iterator();
            String names = editions.stream().map(Manifest.Entry::path).collect(Collectors.joining(", "));
            new Lockstep(names, findings).compare(all.iterator(), together, EVENTS + ".csv");
        } finally {
            for (Rows rows : open) {
                rows.close();
            }
        }
    }

    private void rows(Manifest.Entry csv) throws IOException {
        try (CSVParser parser = CsvRows.parser(folder.resolve(csv.path()))) {
            same(csv.path(), "lignes", String.valueOf(csv.rows()), String.valueOf(count(parser.iterator())));
        }
    }

    /** Every event has as many rows as it says, and they name its sources. */
    private void members(Manifest.Entry csv) throws IOException {
        String events = csv.path().replace(MEMBERS, EVENTS);
        Map<String, java.util.TreeSet<String>> sources = new TreeMap<>();
        Map<String, Integer> counts = new TreeMap<>();
        Map<String, String> said = new TreeMap<>();
        try (CSVParser parser = CsvRows.parser(folder.resolve(csv.path()))) {
            for (CSVRecord row : parser) {
                String id = row.get("id");
                sources.computeIfAbsent(id, unknown -> new java.util.TreeSet<>())
                        .add(row.get("source"));
                counts.merge(id, 1, Integer::sum);
                said.put(id, row.get("nb_enregistrements"));
            }
        }
        long compared = 0;
        try (Rows rows = CsvRows.events(folder.resolve(events))) {
            while (rows.iterator().hasNext()) {
                Row event = rows.iterator().next();
                String named = Alike.set(List.copyOf(sources.getOrDefault(event.id(), new java.util.TreeSet<>())));
                if (!named.equals(event.get("sources"))) {
                    findings.differ(csv.path(), event.id(), "source", event.get("sources"), named);
                }
                String count = String.valueOf(counts.getOrDefault(event.id(), 0));
                if (!count.equals(said.get(event.id()))) {
                    findings.differ(
                            csv.path(), event.id(), "nb_enregistrements", count, said.getOrDefault(event.id(), ""));
                }
                counts.remove(event.id());
                compared++;
            }
        }
        counts.keySet().forEach(id -> findings.differ(csv.path(), id, "ligne", "absente", "présente"));
        findings.compared(csv.path(), events, compared, "événements", 2 * compared);
    }

    private static long count(Iterator<?> rows) {
        long count = 0;
        while (rows.hasNext()) {
            rows.next();
            count++;
        }
        return count;
    }
}
