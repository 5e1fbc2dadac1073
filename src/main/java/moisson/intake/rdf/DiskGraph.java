package moisson.intake.rdf;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.system.StreamRDF;

/**
 * A graph too large for the memory, in a file that goes when the graph is closed; only where each resource stands in it is
 * kept in memory. Events are asked for one after the other, mostly just as they came: a store that keeps every triple sorted
 * three times costs ten times as much.
 */
record DiskGraph(Path file, Whereabouts whereabouts, ResourceHash hash) implements AutoCloseable {
    private static final int SCANNED = 64 << 10;
    private static final int LOOKED_UP = 8 << 10;

    static DiskGraph open() throws IOException {
        return new DiskGraph(Files.createTempFile("moisson-graphe", ".thrift"), new Whereabouts(), ResourceHash.any());
    }

    /**
     * Hands what takes triples to somebody who has them; what came stays, whole or not.
     *
     * @throws IOException when they cannot be kept, such as on a full disk
     */
    <T> T fill(Function<StreamRDF, T> giver) throws IOException {
        try (var out = new BufferedOutputStream(Files.newOutputStream(file), SCANNED);
                var writer = new BlockWriter(out, whereabouts, hash)) {
            return giver.apply(writer);
        } catch (RuntimeException e) {
            throw new IOException("the graph cannot be kept on disk", e);
        }
    }

    /** Lets somebody look at the graph, and at its subjects, each once, in the order in which they came. */
    void read(BiConsumer<Graph, Iterable<Node>> reader) throws IOException {
        try (var scanned = new BlockFile(file, SCANNED);
                var lookedUp = new BlockFile(file, LOOKED_UP)) {
            var graph = new BlockGraph(lookedUp, whereabouts, hash);
            reader.accept(graph, new Subjects(scanned, lookedUp));
        } catch (UncheckedIOException e) {
            throw new IOException("the graph on disk cannot be read", e);
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
