package moisson.serve.resource;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** The properties that name things, the best first. */
final class Labels {
    static final List<Node> NAMES = List.of(
            uri("http://schema.org/name"),
            uri("http://www.w3.org/2004/02/skos/core#prefLabel"),
            uri("http://www.w3.org/2000/01/rdf-schema#label"),
            uri("http://xmlns.com/foaf/0.1/name"),
            uri("http://purl.org/dc/terms/title"),
            uri("http://purl.org/dc/terms/identifier"));

    private Labels() {}

    private static Node uri(String iri) {
        return NodeFactory.createURI(iri);
    }

    /** Its name in French, else in any language. */
    static Optional<String> of(Node thing, Graph graph) {
        for (Node property : NAMES) {
            List<Node> names = graph.find(thing, property, Node.ANY)
                    .mapWith(triple -> triple.getObject())
                    .filterKeep(Node::isLiteral)
                    .toList();
            Optional<Node> french = names.stream()
                    .filter(name -> name.getLiteralLanguage().startsWith("fr"))
                    .findFirst();
            Optional<Node> best = french.isPresent() ? french : names.stream().findFirst();
            if (best.isPresent()) {
                return best.map(Node::getLiteralLexicalForm);
            }
        }
        return Optional.empty();
    }
}
