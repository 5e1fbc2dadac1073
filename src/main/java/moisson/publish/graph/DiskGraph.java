package moisson.publish.graph;

import java.util.Iterator;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.TransactionHandler;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.NodeIdInline;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.WrappedIterator;

/**
 * A graph in a TDB2 database, for reading only, that answers as the same graph in memory would.
 *
 * <p>TDB2 keeps numbers, days and moments as values: 0.10 comes back as 0.1. The few triples whose object would not come
 * back as it was written are kept beside, in memory.
 */
final class DiskGraph extends GraphBase {
    private final Graph stored;
    private final Graph beside;
    private final int size;
    private final Reading reading;

    /** @param beside the triples that the database cannot hold as they are */
    DiskGraph(DatasetGraph database, Graph beside, int size) {
        this.stored = database.getDefaultGraph();
        this.beside = beside;
        this.size = size;
        this.reading = new Reading(database);
    }

    /** Whether TDB2 gives a node back exactly. */
    static boolean exact(Node node) {
        if (!node.isLiteral() || !NodeIdInline.hasInlineDatatype(node)) {
            return true;
        }
        NodeId value = NodeIdInline.inline(node);
        return value == null || node.equals(NodeIdInline.extract(value));
    }

    @Override
    protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
        Node object = pattern.getObject();
        if (object.isConcrete()) {
            return exact(object) ? stored(pattern) : beside.find(pattern);
        }
        ExtendedIterator<Triple> odd = beside.find(pattern);
        return odd.hasNext() ? odd.andThen(stored(pattern)) : stored(pattern);
    }

    private ExtendedIterator<Triple> stored(Triple pattern) {
        reading.enter();
        try {
            return new Rows(stored.find(pattern));
        } catch (RuntimeException e) {
            reading.leave();
            throw e;
        }
    }

    @Override
    protected boolean graphBaseContains(Triple pattern) {
        Node object = pattern.getObject();
        if (object.isConcrete()) {
            return exact(object) ? within(() -> stored.contains(pattern)) : beside.contains(pattern);
        }
        return beside.contains(pattern) || within(() -> stored.contains(pattern));
    }

    private boolean within(Supplier<Boolean> question) {
        reading.enter();
        try {
            return question.get();
        } finally {
            reading.leave();
        }
    }

    /** Counted when it was loaded. */
    @Override
    protected int graphBaseSize() {
        return size;
    }

    /** For whoever reads much: one transaction for all of it. */
    @Override
    public TransactionHandler getTransactionHandler() {
        return reading;
    }

    /** Ends its transaction with its last row. Holds on to its graph: a database nobody holds is taken away. */
    private final class Rows extends WrappedIterator<Triple> {
        private final AtomicBoolean open = new AtomicBoolean(true);

        Rows(Iterator<Triple> rows) {
            super(rows);
        }

        @Override
        public boolean hasNext() {
            if (!open.getPlain()) {
                return false;
            }
            boolean more = super.hasNext();
            if (!more) {
                close();
            }
            return more;
        }

        @Override
        public void close() {
            if (open.getPlain()) {
                open.setPlain(false);
                super.close();
                reading.leave();
            }
        }
    }
}
