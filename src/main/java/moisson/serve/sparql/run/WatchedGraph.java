package moisson.serve.sparql.run;

import java.util.Iterator;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.WrappedGraph;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.WrappedIterator;

/** A published graph as one query sees it: for reading, every triple a step. */
final class WatchedGraph extends WrappedGraph {
    private final Watch watch;

    WatchedGraph(Graph graph, Watch watch) {
        super(graph);
        this.watch = watch;
    }

    @Override
    public ExtendedIterator<Triple> find(Triple pattern) {
        return watched(base.find(pattern));
    }

    @Override
    public ExtendedIterator<Triple> find(Node subject, Node property, Node object) {
        return watched(base.find(subject, property, object));
    }

    @Override
    public Stream<Triple> stream(Node subject, Node property, Node object) {
        return base.stream(subject, property, object).peek(triple -> watch.step());
    }

    @Override
    public boolean contains(Node subject, Node property, Node object) {
        watch.step();
        return base.contains(subject, property, object);
    }

    @Override
    public boolean contains(Triple triple) {
        watch.step();
        return base.contains(triple);
    }

    @Override
    public void performAdd(Triple triple) {
        throw new UnsupportedOperationException("published graphs are never written");
    }

    @Override
    public void performDelete(Triple triple) {
        throw new UnsupportedOperationException("published graphs are never written");
    }

    @Override
    public void add(Triple triple) {
        performAdd(triple);
    }

    @Override
    public void delete(Triple triple) {
        performDelete(triple);
    }

    private ExtendedIterator<Triple> watched(ExtendedIterator<Triple> found) {
        watch.step();
        return new Steps(found, watch);
    }

    private static final class Steps extends WrappedIterator<Triple> {
        private final Watch watch;

        private Steps(Iterator<Triple> found, Watch watch) {
            super(found);
            this.watch = watch;
        }

        @Override
        public Triple next() {
            watch.step();
            return super.next();
        }
    }
}
