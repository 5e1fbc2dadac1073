package moisson.intake.rdf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.apache.commons.io.file.PathUtils;
import org.apache.jena.atlas.lib.tuple.Tuple;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.TxnType;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.loader.DataLoader;
import org.apache.jena.tdb2.loader.LoaderFactory;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.nodetable.NodeTable;
import org.apache.jena.tdb2.store.nodetupletable.NodeTupleTable;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.jspecify.annotations.Nullable;

/** A graph too large for the memory, in a folder of its own that goes when the graph is closed. */
record DiskGraph(Path folder, DatasetGraph dataset) implements AutoCloseable {
    static DiskGraph open() throws IOException {
        Path folder = Files.createTempDirectory("moisson-graphe");
        return new DiskGraph(folder, DatabaseMgr.connectDatasetGraph(folder.toString()));
    }

    /**
     * Hands what takes triples to somebody who has them; what came stays, whole or not.
     *
     * @throws IOException when they cannot be kept, such as on a full disk
     */
    <T> T fill(Function<StreamRDF, T> giver) throws IOException {
        // Those with threads of their own would wait for ever for one that a full disk has ended.
        DataLoader loader = LoaderFactory.sequentialLoader(dataset, (message, values) -> {});
        try {
            loader.startBulk();
            T result = giver.apply(loader.stream());
            loader.finishBulk();
            return result;
        } catch (RuntimeException e) {
            throw new IOException("the graph cannot be kept on disk", e);
        }
    }

    /** Lets somebody look at the graph, and at its subjects, each once. */
    void read(BiConsumer<Graph, Iterable<Node>> reader) {
        Txn.exec(dataset, TxnType.READ, () -> reader.accept(dataset.getDefaultGraph(), this::subjects));
    }

    /** The first index holds the triples of one subject side by side; only subjects are looked up, as that takes long. */
    private Iterator<Node> subjects() {
        NodeTupleTable table =
                TDBInternal.requireStorage(dataset).getTripleTable().getNodeTupleTable();
        return new Subjects(table.findAll(), table.getNodeTable(), new AtomicReference<>());
    }

    private record Subjects(
            Iterator<Tuple<NodeId>> triples, NodeTable nodes, AtomicReference<@Nullable NodeId> upcoming)
            implements Iterator<Node> {
        Subjects {
            advance(triples, upcoming, null);
        }

        @Override
        public boolean hasNext() {
            return upcoming.get() != null;
        }

        @Override
        public Node next() {
            NodeId subject = upcoming.get();
            if (subject == null) {
                throw new NoSuchElementException();
            }
            advance(triples, upcoming, subject);
            return nodes.getNodeForNodeId(subject);
        }

        private static void advance(
                Iterator<Tuple<NodeId>> triples, AtomicReference<@Nullable NodeId> upcoming, @Nullable NodeId last) {
            upcoming.set(null);
            while (triples.hasNext() && upcoming.get() == null) {
                NodeId subject = triples.next().get(0);
                if (!subject.equals(last)) {
                    upcoming.set(subject);
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        // By force: what a full disk has stopped is still in its transaction.
        TDBInternal.expel(dataset, true);
        PathUtils.deleteDirectory(folder);
    }
}
