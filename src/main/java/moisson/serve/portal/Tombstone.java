package moisson.serve.portal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import moisson.serve.resource.GraphForm;
import moisson.serve.view.Dates;
import moisson.serve.view.Words;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.jspecify.annotations.Nullable;

/**
 * What is left of an event that was withdrawn: since when it was published, until when, and why it is no more.
 *
 * @param removedAt the instant of the first version without it; null when it was never recorded
 * @param reason in French
 */
record Tombstone(String id, Instant publishedAt, @Nullable Instant removedAt, String reason) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PROV = "http://www.w3.org/ns/prov#";
    private static final String DCT = "http://purl.org/dc/terms/";

    /** For people. */
    String sentence() {
        Dates dates = new Dates(Words.in(false));
        String until = removedAt == null ? "" : ", le " + dates.instant(removedAt);
        return "Cet événement a été publié du " + dates.instant(publishedAt) + " jusqu’à son retrait" + until + ". "
                + reason;
    }

    /** @param base of the site, without a final slash */
    Graph graph(String base) {
        Graph graph = GraphForm.prefixed(GraphMemFactory.createDefaultGraphSameTerm(), base);
        Node event = NodeFactory.createURI(base + "/id/evenement/" + id);
        add(graph, event, RDF.type.getURI(), NodeFactory.createURI(PROV + "Entity"));
        add(graph, event, DCT + "identifier", NodeFactory.createLiteralString(id));
        add(graph, event, PROV + "generatedAtTime", instant(publishedAt));
        if (removedAt != null) {
            add(graph, event, PROV + "invalidatedAtTime", instant(removedAt));
        }
        add(graph, event, "http://www.w3.org/2000/01/rdf-schema#comment", NodeFactory.createLiteralLang(reason, "fr"));
        return graph;
    }

    String json() {
        ObjectNode told = JSON.createObjectNode();
        told.put("id", id);
        told.put("publie_le", publishedAt.toString());
        told.put("retire_le", removedAt == null ? null : removedAt.toString());
        told.put("raison", reason);
        return told.toPrettyString() + "\n";
    }

    private static Node instant(Instant instant) {
        return NodeFactory.createLiteralDT(instant.toString(), XSDDatatype.XSDdateTime);
    }

    private static void add(Graph graph, Node subject, String property, Node object) {
        graph.add(Triple.create(subject, NodeFactory.createURI(property), object));
    }
}
