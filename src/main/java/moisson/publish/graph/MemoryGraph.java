package moisson.publish.graph;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.NiceIterator;
import org.apache.jena.util.iterator.NullIterator;
import org.apache.jena.util.iterator.SingletonIterator;
import org.jspecify.annotations.Nullable;

/**
 * A graph in memory, for reading only: built once, then asked by any number of threads. Each node is held once, and triples
 * are numbers in sorted columns, so that what is asked for stands in a row, wherever a pattern has its gaps. Against Jena's
 * own graphs, which can change: see decision 10.
 */
final class MemoryGraph extends GraphBase {
    /** One node for three triples is usual here; the table grows where there are more. */
    private static final int TRIPLES_PER_NODE = 3;

    private final NodeNumbers nodes;
    private final TripleOrders rows;
    /** What each piece of its file says, by the sum of the piece: three numbers a triple. */
    private final Map<ByteBuffer, int[]> pieces;

    private MemoryGraph(NodeNumbers nodes, Map<ByteBuffer, int[]> pieces) {
        this.nodes = nodes;
        this.pieces = pieces;
        this.rows = TripleOrders.of(nodes.size(), pieces.values());
    }

    /**
     * Everything in a file, read the strict way.
     *
     * @param most at least as many as there are triples
     * @param earlier a graph of another file: what both say in the same lines is not parsed again. The graph is the same
     *     without.
     */
    static MemoryGraph read(Path nTriples, long most, @Nullable MemoryGraph earlier) throws IOException {
        NodeNumbers nodes = new NodeNumbers(Math.toIntExact(most / TRIPLES_PER_NODE));
        Map<ByteBuffer, int[]> pieces = new LinkedHashMap<>();
        Map<ByteBuffer, int[]> known = earlier == null ? Map.of() : earlier.pieces;
        IntUnaryOperator same = earlier == null ? IntUnaryOperator.identity() : earlier.numbersIn(nodes);
        TripleChunks.read(nTriples, known::containsKey, (sum, triples) -> {
            int[] numbers = known.get(sum);
            pieces.put(
                    sum,
                    numbers == null
                            ? numbers(triples, nodes)
                            : IntStream.of(numbers).map(same).toArray());
        });
        return new MemoryGraph(nodes, pieces);
    }

    private static int[] numbers(List<Triple> triples, NodeNumbers nodes) {
        int[] numbers = new int[TripleOrders.TERMS * triples.size()];
        int at = 0;
        for (Triple triple : triples) {
            numbers[at++] = nodes.give(triple.getSubject());
            numbers[at++] = nodes.give(triple.getPredicate());
            numbers[at++] = nodes.give(triple.getObject());
        }
        return numbers;
    }

    /** From the numbers of this graph to those that the same nodes have, or are given, elsewhere. */
    private IntUnaryOperator numbersIn(NodeNumbers others) {
        int[] met = new int[nodes.size()];
        return number -> {
            if (met[number] == 0) {
                met[number] = 1 + others.give(node(number));
            }
            return met[number] - 1;
        };
    }

    @Override
    protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
        return graphBaseFind(pattern.getSubject(), pattern.getPredicate(), pattern.getObject());
    }

    @Override
    protected ExtendedIterator<Triple> graphBaseFind(Node subject, Node property, Node object) {
        if (given(subject)) {
            int number = nodes.find(subject);
            return number < 0 ? NullIterator.instance() : ofSubject(subject, number, property, object);
        }
        if (given(property)) {
            int place = place(property);
            return place < 0 ? NullIterator.instance() : ofProperty(property, place, object);
        }
        return given(object) ? ofObject(object) : all();
    }

    private static boolean given(Node node) {
        return node != null && node.isConcrete();
    }

    private ExtendedIterator<Triple> ofSubject(Node subject, int number, Node property, Node object) {
        int from = rows.subjects()[number];
        int to = rows.subjects()[number + 1];
        if (given(property)) {
            int wanted = nodes.find(property);
            from = first(rows.subjectsProperty(), wanted, from, to);
            to = first(rows.subjectsProperty(), wanted + 1, from, to);
            if (given(object)) {
                int at = Arrays.binarySearch(rows.subjectsObject(), from, to, nodes.find(object));
                return at < 0 ? NullIterator.instance() : new SingletonIterator<>(subjectRow(subject, at));
            }
        } else if (given(object)) {
            return between(number, object);
        }
        return rows(from, to, at -> subjectRow(subject, at));
    }

    private Triple subjectRow(Node subject, int at) {
        return Triple.create(subject, node(rows.subjectsProperty()[at]), node(rows.subjectsObject()[at]));
    }

    private ExtendedIterator<Triple> between(int subject, Node object) {
        int number = nodes.find(object);
        if (number < 0) {
            return NullIterator.instance();
        }
        int from = first(rows.objectsSubject(), subject, rows.objects()[number], rows.objects()[number + 1]);
        int to = first(rows.objectsSubject(), subject + 1, from, rows.objects()[number + 1]);
        return rows(from, to, at -> objectRow(object, at));
    }

    private ExtendedIterator<Triple> ofObject(Node object) {
        int number = nodes.find(object);
        return number < 0
                ? NullIterator.instance()
                : rows(rows.objects()[number], rows.objects()[number + 1], at -> objectRow(object, at));
    }

    private Triple objectRow(Node object, int at) {
        return Triple.create(node(rows.objectsSubject()[at]), node(rows.objectsProperty()[at]), object);
    }

    private int place(Node property) {
        return Arrays.binarySearch(rows.properties(), nodes.find(property));
    }

    private ExtendedIterator<Triple> ofProperty(Node property, int place, Node object) {
        int from = rows.beginnings()[place];
        int to = rows.beginnings()[place + 1];
        if (given(object)) {
            int wanted = nodes.find(object);
            from = first(rows.propertiesObject(), wanted, from, to);
            to = first(rows.propertiesObject(), wanted + 1, from, to);
        }
        return rows(
                from,
                to,
                at -> Triple.create(node(rows.propertiesSubject()[at]), property, node(rows.propertiesObject()[at])));
    }

    private ExtendedIterator<Triple> all() {
        int[] subject = {0};
        return rows(0, rows.size(), at -> {
            while (rows.subjects()[subject[0] + 1] <= at) {
                subject[0]++;
            }
            return subjectRow(node(subject[0]), at);
        });
    }

    private Node node(int number) {
        return nodes.getKeyAt(number);
    }

    /** The first row of a sorted stretch whose number is not below the wanted one; its end when all are. */
    private static int first(int[] column, int wanted, int from, int to) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (column[middle] < wanted) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @Override
    protected boolean graphBaseContains(Triple pattern) {
        return graphBaseFind(pattern).hasNext();
    }

    @Override
    protected int graphBaseSize() {
        return rows.size();
    }

    private static ExtendedIterator<Triple> rows(int from, int to, IntFunction<Triple> row) {
        return from < to ? new Rows(from, to, row) : NullIterator.instance();
    }

    private static final class Rows extends NiceIterator<Triple> {
        private final int[] next;
        private final int end;
        private final IntFunction<Triple> row;

        Rows(int from, int to, IntFunction<Triple> row) {
            this.next = new int[] {from};
            this.end = to;
            this.row = row;
        }

        @Override
        public boolean hasNext() {
            return next[0] < end;
        }

        @Override
        public Triple next() {
            if (next[0] >= end) {
                throw new NoSuchElementException();
            }
            return row.apply(next[0]++);
        }
    }
}
