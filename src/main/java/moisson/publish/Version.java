package moisson.publish;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import moisson.event.Publication;
import moisson.event.PublishedEvent;
import moisson.publish.format.FigureFiles;
import moisson.publish.format.OriginFile;
import moisson.publish.graph.GraphShelf;
import moisson.publish.graph.Iris;
import moisson.publish.graph.QualityGraph;
import moisson.publish.quality.Score;
import moisson.statistics.Figure;
import moisson.statistics.Sheet;
import org.apache.jena.sparql.core.DatasetGraph;
import org.jspecify.annotations.Nullable;

/** One published version, opened: pages, files and SPARQL of the same version come from the same object. Never changes. */
public final class Version {
    private static final int DIGITS = 12;

    private final Path folder;
    private final Manifest manifest;
    /** By the sums of the lines that tell them; none when they are read from the file one by one. */
    private final Map<ByteBuffer, List<PublishedEvent>> pieces;

    private final List<PublishedEvent> events;
    private final SortedMap<Integer, List<PublishedEvent>> byEdition;
    private final ById byId;
    private final List<Sheet> figures;
    private final DatasetGraph graph;
    private final URI base;
    private final Score quality;
    private final AtomicReference<@Nullable History> history = new AtomicReference<>();
    private final ReentrantLock reading = new ReentrantLock();

    private Version(
            Path folder,
            Manifest manifest,
            Map<ByteBuffer, List<PublishedEvent>> pieces,
            List<PublishedEvent> events,
            List<Sheet> figures,
            DatasetGraph graph,
            URI base,
            Score quality) {
        this.folder = folder;
        this.manifest = manifest;
        this.pieces = pieces;
        this.events = events;
        this.byEdition = Order.byEdition(events);
        this.byId = new ById(events);
        this.figures = figures;
        this.graph = graph;
        this.base = base;
        this.quality = quality;
    }

    /**
     * Opens a version.
     *
     * @param shown whether it is the one everybody is to see; an earlier one gets less memory
     * @param other a version that is open: both hold once the events of which they tell the same
     */
    static Version open(
            Path folder, PublisherSettings settings, GraphShelf graphs, boolean shown, @Nullable Version other)
            throws IOException {
        Manifest manifest = ManifestFile.read(folder);
        Path origins = folder.resolve(OriginFile.NAME);
        int number = manifest.publication().events();
        Map<ByteBuffer, List<PublishedEvent>> pieces = Map.of();
        List<PublishedEvent> events;
        if (number > settings.eventsInMemory()) {
            events = EventLines.of(origins, number);
        } else {
            pieces = pieces(origins, other == null ? Map.of() : other.pieces);
            events = pieces.values().stream().flatMap(List::stream).toList();
        }
        DatasetGraph graph = graphs.open(folder, name(manifest.publication()), shown);
        URI base = GraphShelf.base(graph).orElse(settings.base());
        return new Version(
                folder,
                manifest,
                pieces,
                events,
                figures(folder, manifest),
                graph,
                base,
                new QualityGraph(new Iris(base)).read(folder));
    }

    private static Map<ByteBuffer, List<PublishedEvent>> pieces(
            Path origins, Map<ByteBuffer, List<PublishedEvent>> known) throws IOException {
        try (InputStream in = Files.newInputStream(origins)) {
            return OriginFile.read(in, known);
        }
    }

    /** Of its content and no other. */
    static String name(Publication publication) {
        String hash = publication.contentHash().replaceAll("[^0-9a-f]", "");
        return publication.number() + "-" + hash.substring(0, Math.min(DIGITS, hash.length()));
    }

    private static List<Sheet> figures(Path folder, Manifest manifest) throws IOException {
        List<Sheet> figures = new ArrayList<>();
        for (Manifest.Entry entry : manifest.files()) {
            if (entry.path().equals(Building.name(Building.FIGURES, entry.edition()) + ".json")) {
                try (InputStream in = Files.newInputStream(folder.resolve(entry.path()))) {
                    figures.add(FigureFiles.read(in, entry.edition()));
                }
            }
        }
        return List.copyOf(figures);
    }

    public Publication publication() {
        return manifest.publication();
    }

    public int number() {
        return publication().number();
    }

    public Path folder() {
        return folder;
    }

    public Manifest manifest() {
        return manifest;
    }

    /** Years of the editions that have events, in order. */
    public List<Integer> editions() {
        return List.copyOf(byEdition.keySet());
    }

    /** In the order of the files: edition, start, id. Those of a large version are read from its file one by one. */
    public List<PublishedEvent> events() {
        return events;
    }

    public List<PublishedEvent> events(int edition) {
        return byEdition.getOrDefault(edition, List.of());
    }

    public Optional<PublishedEvent> event(String id) {
        return byId.find(id);
    }

    /** The figures of one edition, or of all together when it is null; none for an edition without events. */
    public List<Figure> figures(@Nullable Integer edition) {
        return figures.stream()
                .filter(sheet -> Objects.equals(sheet.edition(), edition))
                .findFirst()
                .map(Sheet::figures)
                .orElse(List.of());
    }

    /** Files by dataset, in the order of the manifest. */
    public Map<String, List<Manifest.Entry>> datasets() {
        return manifest.files().stream()
                .collect(Collectors.groupingBy(Manifest.Entry::dataset, LinkedHashMap::new, Collectors.toList()));
    }

    /** The points of the catalogue by the method of data.europa.eu; unknown for versions from before it was measured. */
    public Score quality() {
        return quality;
    }

    /** What became of every event up to this version; read when first asked for, once however many ask. */
    public History history() {
        History known = history.get();
        if (known != null) {
            return known;
        }
        reading.lock();
        try {
            known = history.get();
            if (known == null) {
                known = History.read(folder.resolve(Building.CHANGES + ".csv"), folder.resolveSibling(Journal.NAME));
                history.set(known);
            }
            return known;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            reading.unlock();
        }
    }

    /** Default graph: everything in {@code evenements.nt}; catalogue and figures in graphs of their own. Only for reading. */
    public DatasetGraph graph() {
        return graph;
    }

    /** The public address it was published under, which its graph names things by; that of the site may have changed since. */
    public URI base() {
        return base;
    }
}
