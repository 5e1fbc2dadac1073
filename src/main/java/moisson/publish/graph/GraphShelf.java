package moisson.publish.graph;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import moisson.event.Sha256;
import moisson.publish.PublisherSettings;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.jspecify.annotations.Nullable;

/** Opens the graphs of versions for SPARQL: in memory, or on the disk when they are more than memory should hold. */
public final class GraphShelf implements AutoCloseable {
    private static final String HIDDEN = ".sparql";
    private static final String EVENTS = "evenements.nt";
    private static final int BLOCK = 1 << 16;

    private final PublisherSettings settings;
    private final DiskGraphs disk;
    /** Of the version that was opened last to be shown: most of the next one is the same. */
    private final AtomicReference<@Nullable MemoryGraph> last = new AtomicReference<>();

    /** Its figures, which many a change leaves as they are. */
    private final AtomicReference<@Nullable Figures> lastFigures = new AtomicReference<>();

    /** @param sum of the file that tells them */
    private record Figures(String sum, Graph graph) {}

    private GraphShelf(PublisherSettings settings, Path home) {
        this.settings = settings;
        this.disk = new DiskGraphs(home);
    }

    /** Keeps databases beside the folders of the versions. Only one process at a time may. */
    public static GraphShelf of(PublisherSettings settings) {
        return new GraphShelf(settings, settings.folder().resolve(HIDDEN));
    }

    /** Keeps databases in a folder for temporary files until it is closed: also beside a process that has its own. */
    public static GraphShelf temporary(PublisherSettings settings) throws IOException {
        return new GraphShelf(settings, Files.createTempDirectory("moisson-sparql-"));
    }

    /**
     * The graphs of a version.
     *
     * @param name of this content and no other
     * @param shown whether it is the one that everybody is to see; an earlier one gets less memory
     */
    public DatasetGraph open(Path version, String name, boolean shown) throws IOException {
        Path events = version.resolve(EVENTS);
        long triples = lines(events);
        MemoryLimit most = new MemoryLimit(settings.triplesInMemory());
        boolean held = (shown ? most : most.forEarlier()).holds(triples);
        MemoryGraph graph = held ? MemoryGraph.read(events, triples, last.get()) : null;
        Figures figures = figures(version.resolve(PublishedGraph.FIGURES));
        if (shown) {
            last.set(graph);
            lastFigures.set(figures);
        }
        Graph told = graph == null ? disk.open(name, events, triples) : graph;
        return PublishedGraph.of(version, settings, told, figures.graph());
    }

    /** None in the first versions. */
    private Figures figures(Path cube) throws IOException {
        byte[] bytes = Files.isRegularFile(cube) ? Files.readAllBytes(cube) : new byte[0];
        String sum = Sha256.hex(Sha256.digest().digest(bytes));
        Figures known = lastFigures.get();
        if (known != null && known.sum().equals(sum)) {
            return known;
        }
        Graph graph = GraphMemFactory.createDefaultGraphSameTerm();
        if (bytes.length > 0) {
            ReadBack.load(cube, graph);
        }
        return new Figures(sum, graph);
    }

    /** The address a version was published under, whatever address we have today: its graphs are named by it. */
    public static Optional<URI> base(DatasetGraph version) {
        return PublishedGraph.base(version);
    }

    /** A triple is a line. Reading them all costs less than a hundredth of what building the graph does. */
    private static long lines(Path file) throws IOException {
        byte[] block = new byte[BLOCK];
        long lines = 0;
        try (InputStream in = Files.newInputStream(file)) {
            for (int count = in.read(block); count >= 0; count = in.read(block)) {
                for (int at = 0; at < count; at++) {
                    lines += block[at] == '\n' ? 1 : 0;
                }
            }
        }
        return lines;
    }

    /** How large a graph is, and where it was opened. */
    public record Size(long triples, boolean onDisk) {}

    /** Opens the graph of a version that is shown, and counts. */
    public Size size(Path version, String name) throws IOException {
        Graph graph = open(version, name, true).getDefaultGraph();
        return new Size(graph.size(), graph.getTransactionHandler().transactionsSupported());
    }

    /** Takes away what a process that was killed left behind. */
    public void sweep(String kept) throws IOException {
        disk.sweep(kept);
    }

    /** Deletes the databases; none of their graphs may be asked any more. */
    @Override
    public void close() throws IOException {
        disk.clear();
    }
}
