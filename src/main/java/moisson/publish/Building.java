package moisson.publish;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import moisson.event.Edition;
import moisson.event.Match;
import moisson.event.PublishedEvent;
import moisson.event.Sha256;
import moisson.publish.format.ChangesFile;
import moisson.publish.format.CsvwFile;
import moisson.publish.format.DatasetWriters;
import moisson.publish.format.FigureFiles;
import moisson.publish.format.MembersFile;
import moisson.publish.format.OriginFile;
import moisson.publish.format.TableSchema;
import moisson.publish.graph.Catalogue;
import moisson.publish.graph.Cube;
import moisson.publish.graph.EventGraph;
import moisson.publish.graph.Iris;
import moisson.publish.graph.Provenance;
import moisson.publish.graph.QualityGraph;
import moisson.publish.quality.Score;
import moisson.statistics.Sheet;
import moisson.statistics.Statistics;
import moisson.store.PublicationTable.Change;
import org.jspecify.annotations.Nullable;

/** Writes every file of a version but its manifest into a folder nobody looks at yet. */
final class Building {
    static final String EVENTS = "evenements";
    static final String FIGURES = "statistiques";
    static final String MEMBERS = "sources-et-doublons";
    static final String CHANGES = "changements";
    static final String CATALOGUE = "catalogue";
    static final String QUALITY = "qualite";
    /** How the name of a Table Schema ends; written once for all editions. */
    static final String SCHEMA = ".schema.json";

    private final Path folder;
    private final PublisherSettings settings;
    private final List<Edition> editions;
    private final Statistics statistics;
    private final Iris iris;
    private final Shelf shelf;
    private final Provenance provenance;
    private final Optional<Earlier> earlier;
    private final Map<String, String> recipes = new TreeMap<>();
    private final Map<String, String> merged = new HashMap<>();
    private final Map<Integer, List<Block>> blocks = new TreeMap<>();

    Building(Path folder, PublisherSettings settings, List<Edition> editions, Statistics statistics) {
        this(folder, settings, editions, statistics, Provenance.UNKNOWN, Optional.empty());
    }

    /**
     * @param provenance which harvest brought which record
     * @param earlier the version before, of which files are taken over that would be written the same again
     */
    Building(
            Path folder,
            PublisherSettings settings,
            List<Edition> editions,
            Statistics statistics,
            Provenance provenance,
            Optional<Earlier> earlier) {
        this.earlier = earlier;
        this.folder = folder;
        this.provenance = provenance;
        this.settings = settings;
        this.editions =
                editions.stream().sorted(Comparator.comparingInt(Edition::year)).toList();
        this.statistics = statistics;
        this.iris = new Iris(settings.base());
        this.shelf = new Shelf(folder);
    }

    /**
     * @param selection events in the order of the files
     * @param matches why records were joined
     * @param changes the whole ledger, with what this version adds to it
     */
    List<Manifest.Entry> write(Selection selection, List<Match> matches, List<Change> changes) throws IOException {
        List<PublishedEvent> events = selection.events();
        merged.putAll(selection.merged());
        SortedMap<Integer, List<PublishedEvent>> byEdition = Order.byEdition(events);
        List<Edition> held = editions.stream()
                .filter(edition -> byEdition.containsKey(edition.year()))
                .toList();
        MembersFile members = new MembersFile(iris, events, matches);
        List<Sheet> figures = statistics.of(held, events);
        for (Edition edition : held) {
            List<Sheet> sheet = figures.stream()
                    .filter(one -> Objects.equals(one.edition(), edition.year()))
                    .toList();
            edition(edition.year(), Objects.requireNonNull(byEdition.get(edition.year())), sheet, members, changes);
        }
        edition(null, events, figures, members, changes);
        shelf.events(
                new Shelf.Label(OriginFile.NAME, "application/jsonl", MEMBERS, null, events.size()),
                OriginFile::write,
                all(),
                earlier);
        for (Described table : Described.values()) {
            shelf.file(
                    new Shelf.Label(table.dataset() + SCHEMA, "application/json", table.dataset(), null, null),
                    out -> TableSchema.write(table.dataset(), table.title(), table.headings(), table.unique(), out));
        }
        catalogue(events);
        return shelf.files();
    }

    /** How the version is made, once it is written. */
    Made made() {
        return new Made(recipes, shelf.bodies(), shelf.imprints(), merged);
    }

    /** @param year null for all editions together */
    private void edition(
            @Nullable Integer year,
            List<PublishedEvent> events,
            List<Sheet> figures,
            MembersFile members,
            List<Change> changes)
            throws IOException {
        events(year, events);
        figures(year, figures);
        int rows = events.stream().mapToInt(event -> event.members().size()).sum();
        if (year == null || !taken(name(MEMBERS, year), members(year, events, members))) {
            csv(Described.MEMBERS, year, rows, out -> members.write(events, out));
        }
        List<Change> own = changes.stream()
                .filter(change -> year == null || change.edition() == year)
                .toList();
        csv(Described.CHANGES, year, own.size(), out -> ChangesFile.write(own, out));
    }

    private String members(int year, List<PublishedEvent> events, MembersFile members) {
        return Block.together(blocks.getOrDefault(year, List.of())) + " " + members.sum(events);
    }

    /** Whether a dataset is made of the same as in the version before, and was taken over. */
    private boolean taken(String name, String recipe) throws IOException {
        recipes.put(name, recipe);
        Optional<List<Earlier.Right>> same =
                earlier.isEmpty() ? Optional.empty() : earlier.get().files(name, recipe);
        for (Earlier.Right file : same.orElse(List.of())) {
            shelf.taken(file.entry(), file.mark(), earlier.orElseThrow());
        }
        return same.isPresent();
    }

    private void events(@Nullable Integer year, List<PublishedEvent> events) throws IOException {
        String name = name(EVENTS, year);
        List<Block> made = year == null ? all() : Block.of(events, editions, provenance, merged);
        if (year != null) {
            blocks.put(year, made);
        }
        if (taken(name, Block.together(made))) {
            return;
        }
        Dataset dataset = new Dataset(name, events);
        for (DatasetWriter writer : DatasetWriters.all(new EventGraph(iris, editions, provenance))) {
            Shelf.Label label =
                    new Shelf.Label(name + "." + writer.extension(), writer.mediaType(), name, year, events.size());
            if (year == null && writer instanceof DatasetWriter.Joining joining && !blocks.isEmpty()) {
                List<Path> files = parts(writer).stream().map(folder::resolve).toList();
                shelf.file(label, out -> joining.join(files, out));
            } else if (!(writer instanceof DatasetWriter.InRow row)) {
                shelf.file(label, out -> writer.write(dataset, out));
            } else if (year == null) {
                shelf.joined(label, row, dataset, parts(writer));
            } else {
                shelf.events(label, row, dataset, made, earlier);
            }
        }
        describe(Described.EVENTS, year);
    }

    private List<Block> all() {
        return blocks.values().stream().flatMap(List::stream).toList();
    }

    /** The files of the editions, which hold the events of all. */
    private List<String> parts(DatasetWriter writer) {
        return blocks.keySet().stream()
                .map(year -> name(EVENTS, year) + "." + writer.extension())
                .toList();
    }

    private void figures(@Nullable Integer year, List<Sheet> figures) throws IOException {
        String name = name(FIGURES, year);
        if (taken(name, Sha256.of(figures.toString()))) {
            return;
        }
        int rows = figures.stream().mapToInt(sheet -> sheet.figures().size()).sum();
        shelf.data(
                new Shelf.Label(name + ".json", "application/json", name, year, rows),
                out -> FigureFiles.json(name, statistics.definitions(), figures, out));
        shelf.data(
                new Shelf.Label(name + ".ttl", "text/turtle", name, year, rows),
                out -> new Cube(iris, statistics.definitions()).write(figures, out));
        csv(Described.FIGURES, year, rows, out -> FigureFiles.csv(figures, out));
    }

    private void csv(Described table, @Nullable Integer year, int rows, Shelf.Content content) throws IOException {
        String name = name(table.dataset(), year);
        shelf.data(new Shelf.Label(name + ".csv", "text/csv", name, year, rows), content);
        describe(table, year);
    }

    private void describe(Described table, @Nullable Integer year) throws IOException {
        String name = name(table.dataset(), year);
        String csv = name + ".csv";
        shelf.file(
                new Shelf.Label(csv + CsvwFile.ENDING, "application/csvm+json", name, year, null),
                out -> CsvwFile.write(csv, table.title(), table.headings(), table.unique(), out));
    }

    private void catalogue(List<PublishedEvent> events) throws IOException {
        Catalogue catalogue = new Catalogue(settings, editions, shelf.files(), events);
        shelf.file(new Shelf.Label("catalogue.ttl", "text/turtle", CATALOGUE, null, null), catalogue::turtle);
        shelf.file(
                new Shelf.Label("catalogue.jsonld", "application/ld+json", CATALOGUE, null, null), catalogue::jsonLd);
        shelf.file(new Shelf.Label("catalogue.rdf", "application/rdf+xml", CATALOGUE, null, null), catalogue::rdfXml);
        Score score = new CatalogueProof(folder, iris, shelf.files()).score();
        shelf.file(
                new Shelf.Label(QualityGraph.FILE, "text/turtle", QUALITY, null, null),
                out -> new QualityGraph(iris).write(score, out));
    }

    static String name(String dataset, @Nullable Integer edition) {
        return edition == null ? dataset : dataset + "-" + edition;
    }
}
