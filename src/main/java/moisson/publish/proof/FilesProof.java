package moisson.publish.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import moisson.publish.Body;
import moisson.publish.Imprint;
import moisson.publish.Manifest;
import moisson.publish.format.OriginFile;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.io.FileUtils;

/** Compares the files of a version with each other: the CSV file of a dataset is what the others are held against. */
public final class FilesProof {
    private static final String EVENTS = "evenements";
    private static final String MEMBERS = "sources-et-doublons";
    private static final String ALL_GROUPS = EVENTS + ".parquet";

    private final Path folder;
    private final List<Manifest.Entry> files;
    private final Map<String, String> sumsBefore;
    private final Findings findings;
    private final Map<String, Body> bodies;
    private final Map<String, Imprint> imprints;
    private final NodeLines lines;
    private final Map<String, List<Manifest.Entry>> excerpts = new TreeMap<>();

    public FilesProof(Path folder, List<Manifest.Entry> files, Findings findings) {
        this(folder, files, List.of(), Map.of(), Map.of(), new NodeLines(), findings);
    }

    /**
     * @param proven files of a version that was proven before it was shown. The events of a dataset whose every file has
     *     the same sum as there are not compared again; that each file has the sum it is said to have always is.
     * @param bodies where the events stand in files that were put together from others, and in these: such a file is
     *     compared with these byte for byte; and which events were taken over from those proven files, and are not compared
     *     again. Empty to compare every file event by event.
     * @param imprints of files whose sums were taken as they were written; empty to sum up every file
     * @param lines what lines of JSON-LD say that were read for another version
     */
    public FilesProof(
            Path folder,
            List<Manifest.Entry> files,
            List<Manifest.Entry> proven,
            Map<String, Body> bodies,
            Map<String, Imprint> imprints,
            NodeLines lines,
            Findings findings) {
        this.bodies = Map.copyOf(bodies);
        this.imprints = Map.copyOf(imprints);
        this.lines = lines;
        this.folder = folder;
        this.sumsBefore =
                proven.stream().collect(Collectors.toUnmodifiableMap(Manifest.Entry::path, Manifest.Entry::sha256));
        this.files = List.copyOf(files);
        this.findings = findings;
    }

    /** Sums, compressed copies, and every value of every event in every format; RDF on a thread of its own. */
    public void check() {
        try {
            Path aside = Files.createTempDirectory("moisson-extraits-");
            try {
                check(aside);
            } finally {
                FileUtils.deleteQuietly(aside.toFile());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param aside an empty folder for the events that are to be compared, of datasets that also have others */
    private void check(Path aside) throws IOException {
        for (Manifest.Entry csv : files) {
            if (toCompare(csv) && mixed(csv.path())) {
                excerpts.put(csv.path(), new Excerpt(folder, bodies).fresh(dataset(csv), aside));
            }
        }
        Findings graphs = new Findings();
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            CompletableFuture<Void> checked = CompletableFuture.runAsync(() -> graphs(aside, graphs), other);
            tables(aside);
            checked.join();
        }
        findings.append(graphs);
    }

    /** The file of all comes last in a manifest: what it says in JSON-LD is to be known before its parts are read. */
    private void graphs(Path aside, Findings graphs) {
        GraphProof proof = new GraphProof(folder, files, lines);
        files.reversed().stream().filter(csv -> toCompare(csv) && !joined(csv)).forEach(csv -> {
            List<Manifest.Entry> some = excerpts.get(csv.path());
            if (some == null) {
                proof.check(csv, graphs);
            } else {
                new GraphProof(aside, some, lines).check(excerpt(csv, some), graphs);
            }
        });
        files.stream()
                .filter(csv -> toCompare(csv) && joined(csv))
                .forEach(csv -> graphs.tried(csv.path(), () -> join(aside, graphs)));
        lines.rest();
    }

    private static Manifest.Entry excerpt(Manifest.Entry csv, List<Manifest.Entry> some) {
        return some.stream()
                .filter(entry -> entry.path().equals(csv.path()))
                .findFirst()
                .orElseThrow();
    }

    private boolean mixed(String file) {
        Body body = bodies.get(file);
        return body != null && body.mixed();
    }

    private List<Manifest.Entry> dataset(Manifest.Entry csv) {
        return files.stream()
                .filter(entry -> entry.dataset().equals(csv.dataset()))
                .toList();
    }

    private void tables(Path aside) throws IOException {
        Set<String> before =
                files.stream().filter(this::before).map(Manifest.Entry::path).collect(Collectors.toUnmodifiableSet());
        try (ByteProof bytes = new ByteProof(folder, bodies, imprints, findings)) {
            bytes.check(files, before::contains, this::parts);
        }
        files.stream().filter(this::toCompare).forEach(csv -> table(csv, aside));
        List<Manifest.Entry> editions = editions();
        files.stream()
                .filter(entry -> csvOfEvents(entry) && entry.edition() == null && !editions.isEmpty() && !joined(entry))
                .forEach(all ->
                        findings.tried(all.path(), () -> new EditionProof(folder, findings).check(all, editions)));
        new FigureProof(folder, files, this::changed, findings).check();
        files.stream()
                .filter(entry -> entry.mediaType().equals("text/csv") && !csvOfEvents(entry) && !before(entry))
                .forEach(entry -> findings.tried(entry.path(), () -> rows(entry)));
        files.stream()
                .filter(entry ->
                        entry.mediaType().equals("text/csv") && entry.dataset().startsWith(MEMBERS) && !both(entry))
                .filter(entry -> !together(entry))
                .forEach(entry -> findings.tried(
                        entry.path(), () -> new MembersProof(folder, findings).check(entry.path(), events(entry))));
    }

    /** A table of members and the table of the events they are members of, both proven as they are. */
    private boolean both(Manifest.Entry members) {
        return before(members)
                && files.stream()
                        .filter(entry -> entry.path().equals(events(members)))
                        .allMatch(this::before);
    }

    /** The table of all members is that of the editions, byte for byte, and so are the events; these are compared. */
    private boolean together(Manifest.Entry members) {
        List<Manifest.Entry> editions = files.stream()
                .filter(entry -> entry.edition() != null
                        && entry.dataset().equals(MEMBERS + "-" + entry.edition())
                        && entry.mediaType().equals(members.mediaType()))
                .toList();
        try {
            return members.edition() == null
                    && bodies.containsKey(events(members))
                    && new EditionProof(folder, findings).same(members, editions);
        } catch (IOException e) {
            return false; // Whoever reads it row by row will tell.
        }
    }

    private static String events(Manifest.Entry members) {
        return members.path().replace(MEMBERS, EVENTS);
    }

    private void table(Manifest.Entry csv, Path aside) {
        List<Manifest.Entry> some = excerpts.get(csv.path());
        if (some != null) {
            new TableProof(aside, some, findings).check(excerpt(csv, some));
        }
        // What cannot be taken over event by event is compared whole.
        List<Manifest.Entry> whole = files.stream()
                .filter(file -> some == null ? !joined(file) && !mixed(file.path()) : !bodies.containsKey(file.path()))
                .filter(file -> !inGroups(csv, file))
                .toList();
        new TableProof(folder, whole, findings).check(csv);
        files.stream()
                .filter(file -> inGroups(csv, file))
                .forEach(all -> findings.tried(all.path(), () -> groups(all)));
        if (csv.edition() == null && mixed(OriginFile.NAME)) {
            findings.tried(OriginFile.NAME, () -> origins(csv, Files.createDirectory(aside.resolve("origines"))));
        }
    }

    /** A file that is held against the files of the editions and not, as the others are, against the table of all. */
    private boolean inGroups(Manifest.Entry csv, Manifest.Entry file) {
        return joined(csv) && file.path().equals(ALL_GROUPS);
    }

    private void groups(Manifest.Entry all) throws IOException {
        List<String> editions = editions().stream()
                .map(edition -> JoinProof.part(all, edition.dataset()))
                .toList();
        new RowGroupProof(folder, findings).check(all, editions);
    }

    private void origins(Manifest.Entry csv, Path aside) throws IOException {
        Manifest.Entry origins = files.stream()
                .filter(entry -> entry.path().equals(OriginFile.NAME))
                .findFirst()
                .orElseThrow();
        List<String> tables = editions().stream().map(Manifest.Entry::path).toList();
        List<Manifest.Entry> known = new Excerpt(folder, bodies).origins(origins, csv, tables, aside);
        new TableProof(aside, known, findings).check(known.getFirst());
    }

    /** The tables of the events of each edition. */
    private List<Manifest.Entry> editions() {
        return files.stream()
                .filter(entry -> csvOfEvents(entry) && entry.edition() != null)
                .toList();
    }

    private void join(Path aside, Findings found) throws IOException {
        List<Manifest.Entry> editions = editions();
        Set<String> changed = editions.stream()
                .filter(this::toCompare)
                .map(Manifest.Entry::dataset)
                .collect(Collectors.toUnmodifiableSet());
        new JoinProof(new Excerpt(folder, bodies), lines, found)
                .check(
                        files.stream().filter(this::joined).toList(),
                        editions.stream().map(Manifest.Entry::dataset).toList(),
                        changed::contains,
                        Files.createDirectory(aside.resolve("autour")));
    }

    /** A file of all events, put together from those of the editions. */
    private boolean joined(Manifest.Entry entry) {
        return entry.edition() == null && entry.dataset().equals(EVENTS) && bodies.containsKey(entry.path());
    }

    /** What it was put together from. */
    private List<String> parts(String file) {
        return files.stream()
                .filter(entry -> entry.path().equals(file) && joined(entry))
                .flatMap(entry -> editions().stream().map(edition -> JoinProof.part(entry, edition.dataset())))
                .toList();
    }

    private static boolean csvOfEvents(Manifest.Entry entry) {
        return entry.mediaType().equals("text/csv") && entry.dataset().startsWith(EVENTS);
    }

    /** A CSV file of events, but that of a dataset that was proven as it is. */
    private boolean toCompare(Manifest.Entry csv) {
        return csvOfEvents(csv) && changed(csv);
    }

    private boolean changed(Manifest.Entry csv) {
        return !dataset(csv).stream().allMatch(this::before);
    }

    private boolean before(Manifest.Entry entry) {
        return entry.sha256().equals(sumsBefore.get(entry.path()));
    }

    private void rows(Manifest.Entry csv) throws IOException {
        try (CSVParser parser = CsvRows.parser(folder.resolve(csv.path()))) {
            findings.same(csv.path(), "lignes", String.valueOf(csv.rows()), String.valueOf(count(parser.iterator())));
        }
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
