package moisson.publish.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.ref.Cleaner;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The databases of versions that memory does not hold, each in a folder of its own. One is loaded under a name that nobody
 * opens, and gets its own at once when it is whole. It goes when nobody holds its graph any more; what a killed process
 * left behind goes with the next {@link #sweep}.
 */
final class DiskGraphs {
    private static final Logger LOG = LoggerFactory.getLogger(DiskGraphs.class);
    private static final String UNFINISHED = ".loading-";
    private static final String DATABASE = "tdb2";
    private static final String BESIDE = "beside.nt";
    private static final String COUNT = "triples";
    /** What a triple takes on the disk while it is loaded, with some to spare: see docs/benchmarks.md. */
    private static final long BYTES = 250;

    private static final long MEGABYTE = 1_000_000;

    private static final Cleaner CLEANER = Cleaner.create();
    /** Of this whole process, as TDB2 itself keeps one connection for each folder. Also the lock for all that is done here. */
    private static final Map<Path, Opened> OPEN = new HashMap<>();

    private final Path home;

    private record Opened(DatasetGraph database, WeakReference<DiskGraph> graph) {}

    DiskGraphs(Path home) {
        this.home = home.toAbsolutePath().normalize();
    }

    /**
     * The graph of a file, loaded unless it is there already.
     *
     * @param name of its folder, never given to another content
     * @param triples how many lines the file has
     */
    Graph open(String name, Path nTriples, long triples) throws IOException {
        Path folder = home.resolve(name);
        synchronized (OPEN) {
            Opened known = OPEN.get(folder);
            DiskGraph graph = known == null ? null : known.graph().get();
            if (graph != null) {
                return graph;
            }
            if (Files.isDirectory(folder)) {
                try {
                    return connect(folder);
                } catch (IOException | RuntimeException e) {
                    LOG.warn("the database in {} cannot be opened, and is loaded again", folder, e);
                    delete(folder);
                }
            }
            load(folder, nTriples, triples);
            return connect(folder);
        }
    }

    private void load(Path folder, Path nTriples, long triples) throws IOException {
        Files.createDirectories(home);
        Path aside = home.resolve(UNFINISHED + folder.getFileName());
        delete(aside);
        room(triples);
        LOG.info("{} triples are loaded into a database on the disk, in {}", triples, folder);
        try {
            Files.createDirectories(aside.resolve(DATABASE));
            Graph beside = GraphMemFactory.createDefaultGraphSameTerm();
            int stored = TripleLoader.load(nTriples, aside.resolve(DATABASE), beside);
            try (OutputStream out = Files.newOutputStream(aside.resolve(BESIDE))) {
                RDFDataMgr.write(out, beside, Lang.NTRIPLES);
            }
            Files.writeString(aside.resolve(COUNT), String.valueOf(stored + beside.size()), UTF_8);
            Files.move(aside, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (RuntimeException e) {
            throw failure(e);
        } finally {
            delete(aside);
        }
    }

    /** A disk that is full while a mapped file grows is told by the system in ways that help nobody. */
    private void room(long triples) throws IOException {
        long needed = triples * BYTES;
        long there = Files.getFileStore(home).getUsableSpace();
        if (there < needed) {
            throw new IOException(
                    "il faut environ %d Mo de place dans %s pour que SPARQL puisse interroger %d triplets, et il en reste %d"
                            .formatted(needed / MEGABYTE + 1, home, triples, there / MEGABYTE));
        }
    }

    /** What the system said, when the loader wrapped it up. */
    private static IOException failure(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException known) {
                return new IOException(known.getMessage(), failure);
            }
        }
        throw failure;
    }

    private static DiskGraph connect(Path folder) throws IOException {
        int size =
                Integer.parseInt(Files.readString(folder.resolve(COUNT), UTF_8).strip());
        Graph beside = GraphMemFactory.createDefaultGraphSameTerm();
        ReadBack.load(folder.resolve(BESIDE), beside);
        DatasetGraph database = DatabaseMgr.connectDatasetGraph(Location.create(folder.resolve(DATABASE)));
        DiskGraph graph = new DiskGraph(database, beside, size);
        Opened opened = new Opened(database, new WeakReference<>(graph));
        OPEN.put(folder, opened);
        CLEANER.register(graph, new Closing(folder, opened));
        return graph;
    }

    /** Closes and deletes a database that nobody holds any more, unless it was opened again meanwhile. */
    private record Closing(Path folder, Opened opened) implements Runnable {
        @Override
        public void run() {
            synchronized (OPEN) {
                if (OPEN.remove(folder, opened)) {
                    close(folder, opened);
                }
            }
        }
    }

    private static void close(Path folder, Opened opened) {
        try {
            TDBInternal.expel(opened.database(), true);
            delete(folder);
        } catch (IOException | RuntimeException e) {
            LOG.warn("the database in {} could not be taken away", folder, e);
        }
    }

    /** Deletes every database but one and those that are open. */
    void sweep(String kept) throws IOException {
        if (!Files.isDirectory(home)) {
            return;
        }
        synchronized (OPEN) {
            try (Stream<Path> children = Files.list(home)) {
                for (Path child : children.toList()) {
                    if (!child.endsWith(kept) && !OPEN.containsKey(child)) {
                        delete(child);
                    }
                }
            }
        }
    }

    /** Closes and deletes all of them; their graphs must not be asked any more. */
    void clear() throws IOException {
        synchronized (OPEN) {
            List<Path> mine = OPEN.keySet().stream()
                    .filter(folder -> folder.startsWith(home))
                    .toList();
            mine.forEach(folder -> {
                Opened opened = OPEN.remove(folder);
                if (opened != null) {
                    close(folder, opened);
                }
            });
            delete(home);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            PathUtils.delete(folder);
        }
    }
}
