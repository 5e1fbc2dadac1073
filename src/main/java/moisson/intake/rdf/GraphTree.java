package moisson.intake.rdf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;

/** What a graph says of one resource, as a tree: what it points to is unfolded, but never a resource within itself. */
final class GraphTree {
    private static final int LEVELS = 9;
    private static final int VALUES = 20_000;
    private static final Set<String> NOT_UNFOLDED =
            Set.of("superEvent", "dt:hasBeenCreatedBy", "dt:hasBeenPublishedBy");

    private final Graph graph;
    private final Deque<Node> path = new ArrayDeque<>();
    private final AtomicInteger left = new AtomicInteger(VALUES);

    private GraphTree(Graph graph) {
        this.graph = graph;
    }

    /** Empty when it would be larger than what we keep. */
    static Optional<ObjectNode> of(Graph graph, Node resource) {
        var tree = new GraphTree(graph);
        ObjectNode object = tree.object(resource);
        return tree.left.get() < 0 ? Optional.empty() : Optional.of(object);
    }

    private ObjectNode object(Node resource) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        if (resource.isURI()) {
            object.put("@id", resource.getURI());
        }
        if (path.size() >= LEVELS || path.contains(resource) || left.get() < 0) {
            return object;
        }
        path.push(resource);
        Map<String, List<JsonNode>> properties = new TreeMap<>();
        Iterator<Triple> triples = graph.find(resource, Node.ANY, Node.ANY);
        while (triples.hasNext() && left.decrementAndGet() >= 0) {
            Triple triple = triples.next();
            String name = name(triple.getPredicate());
            properties.computeIfAbsent(name, any -> new ArrayList<>()).add(value(name, triple.getObject()));
        }
        path.pop();
        properties.forEach((name, values) -> put(object, name, values));
        return object;
    }

    private static String name(Node predicate) {
        return predicate.equals(RDF.type.asNode()) ? "@type" : Names.brief(predicate.getURI());
    }

    /** A graph has no order; sorted, the same graph always gives the same tree. */
    private static void put(ObjectNode object, String name, List<JsonNode> values) {
        values.sort(Comparator.comparing(JsonNode::toString));
        if (values.size() == 1) {
            object.set(name, values.getFirst());
        } else {
            object.putArray(name).addAll(values);
        }
    }

    private JsonNode value(String name, Node value) {
        if (value.isLiteral()) {
            String language = value.getLiteralLanguage();
            return language.isEmpty()
                    ? TextNode.valueOf(value.getLiteralLexicalForm())
                    : JsonNodeFactory.instance
                            .objectNode()
                            .put("@language", language)
                            .put("@value", value.getLiteralLexicalForm());
        }
        if (name.equals("@type")) {
            return TextNode.valueOf(value.isURI() ? Names.brief(value.getURI()) : "");
        }
        if (NOT_UNFOLDED.contains(name) || (value.isURI() && !graph.contains(value, Node.ANY, Node.ANY))) {
            return TextNode.valueOf(value.isURI() ? value.getURI() : "");
        }
        return value.isURI() || value.isBlank() ? object(value) : TextNode.valueOf(value.toString());
    }
}
