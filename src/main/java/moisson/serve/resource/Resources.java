package moisson.serve.resource;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDF;

/** What the published graphs say of one thing, and of its parts. */
public final class Resources {
    private static final int MOST_THINGS = 500;
    /** Of those that point to it: an organiser may have thousands of events. */
    private static final int MOST_POINTING = 200;

    private final DatasetGraph published;
    private final String base;

    /** @param base the address that these graphs name our things by, without a final slash */
    public Resources(DatasetGraph published, String base) {
        this.published = published;
        this.base = base;
    }

    String base() {
        return base;
    }

    /** Empty when nothing is said of it. */
    public Graph about(String iri) {
        return about(iri, other -> false);
    }

    /**
     * What is said of a thing, its parts, and some things it points to.
     *
     * @param told which other things are told of with it
     */
    public Graph about(String iri, Predicate<String> told) {
        return inOne(() -> gathered(iri, told));
    }

    /** Reads in one transaction, where the graph is in a database; it also ends what was not read to its end. */
    private <T> T inOne(Supplier<T> work) {
        return published.getDefaultGraph().getTransactionHandler().calculateAlways(work);
    }

    private Graph gathered(String iri, Predicate<String> told) {
        Graph found = GraphMemFactory.createDefaultGraphSameTerm();
        GraphForm.prefixed(found, base);
        Deque<Node> left = new ArrayDeque<>();
        Set<Node> known = new HashSet<>();
        left.add(NodeFactory.createURI(iri));
        known.addAll(left);
        while (!left.isEmpty() && known.size() < MOST_THINGS) {
            say(left.poll(), found, known, part -> part.startsWith(iri + "#") || told.test(part), left);
        }
        return found;
    }

    private void say(Node subject, Graph found, Set<Node> known, Predicate<String> told, Deque<Node> left) {
        each(subject, Node.ANY, triple -> {
            found.add(triple);
            Node object = triple.getObject();
            boolean part = object.isBlank() || (object.isURI() && told.test(object.getURI()));
            if (part && known.add(object)) {
                left.add(object);
            }
            return true;
        });
    }

    /** Everything said of the terms of our vocabulary. */
    Graph within(String prefix) {
        return inOne(() -> terms(prefix));
    }

    private Graph terms(String prefix) {
        Graph found = GraphMemFactory.createDefaultGraphSameTerm();
        GraphForm.prefixed(found, base);
        Set<Node> terms = new HashSet<>();
        for (String type : List.of(
                "http://www.w3.org/2002/07/owl#Ontology",
                "http://www.w3.org/2000/01/rdf-schema#Class",
                "http://www.w3.org/1999/02/22-rdf-syntax-ns#Property",
                "http://www.w3.org/2004/02/skos/core#ConceptScheme",
                "http://www.w3.org/2004/02/skos/core#Concept")) {
            published
                    .find(Node.ANY, Node.ANY, RDF.type.asNode(), NodeFactory.createURI(type))
                    .forEachRemaining(quad -> terms.add(quad.getSubject()));
        }
        terms.stream()
                .filter(term -> term.isURI() && term.getURI().startsWith(prefix))
                .forEach(term -> each(term, Node.ANY, triple -> {
                    found.add(triple);
                    return true;
                }));
        return found;
    }

    /** Adds the names of the things it points to, and those that point to it; for a page only. */
    public Graph around(String iri) {
        return inOne(() -> neighbours(iri));
    }

    private Graph neighbours(String iri) {
        Graph around = GraphMemFactory.createDefaultGraphSameTerm();
        Node node = NodeFactory.createURI(iri);
        int[] pointing = {0};
        each(Node.ANY, node, triple -> {
            around.add(triple);
            name(triple.getSubject(), around);
            return ++pointing[0] < MOST_POINTING;
        });
        gathered(iri, other -> false).find().forEachRemaining(triple -> name(triple.getObject(), around));
        return around;
    }

    private void name(Node thing, Graph around) {
        if (!thing.isURI()) {
            return;
        }
        for (Node property : Labels.NAMES) {
            published.find(Node.ANY, thing, property, Node.ANY).forEachRemaining(quad -> around.add(quad.asTriple()));
        }
    }

    private void each(Node subject, Node object, Predicate<Triple> taker) {
        Iterator<Triple> triples =
                Iter.map(published.find(Node.ANY, subject, Node.ANY, object), quad -> quad.asTriple());
        boolean more = true;
        while (more && triples.hasNext()) {
            more = taker.test(triples.next());
        }
    }
}
