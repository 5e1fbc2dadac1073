package moisson.serve.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import moisson.event.PublishedEvent;
import moisson.serve.http.Refusal;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.system.Txn;

/** One event taken out of the published graph and out of the published JSON, so that all of them tell the same. */
final class EventData {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> PREFIXES = Map.of(
            "schema", "http://schema.org/",
            "dct", "http://purl.org/dc/terms/",
            "prov", "http://www.w3.org/ns/prov#",
            "foaf", "http://xmlns.com/foaf/0.1/",
            "cv", "http://data.europa.eu/m8g/",
            "geo", "http://www.opengis.net/ont/geosparql#",
            "void", "http://rdfs.org/ns/void#",
            "xsd", "http://www.w3.org/2001/XMLSchema#");
    private static final int MOST_THINGS = 200;

    private final Snapshot snapshot;
    private final String base;

    EventData(Snapshot snapshot, String base) {
        this.snapshot = snapshot;
        this.base = base;
    }

    String turtle(PublishedEvent event) {
        return write(event, RDFFormat.TURTLE_PRETTY);
    }

    String triples(PublishedEvent event) {
        return write(event, RDFFormat.NTRIPLES_UTF8);
    }

    private String write(PublishedEvent event, RDFFormat format) {
        Graph graph = describe(event);
        StringWriter out = new StringWriter();
        RDFDataMgr.write(out, graph, format);
        return out.toString();
    }

    /** What is said of the event, and of the places, organisers and nameless things it points to. */
    private Graph describe(PublishedEvent event) {
        DatasetGraph dataset = snapshot.graph();
        Graph found = GraphFactory.createDefaultGraph();
        found.getPrefixMapping().setNsPrefixes(PREFIXES).setNsPrefix("def", base + "/def/");
        Node subject = NodeFactory.createURI(base + "/id/evenement/" + event.id());
        Txn.executeRead(dataset, () -> collect(dataset, subject, found));
        if (found.isEmpty()) {
            throw new Refusal(404, "Le graphe publié ne dit rien de cet événement.");
        }
        return found;
    }

    private void collect(DatasetGraph dataset, Node start, Graph found) {
        Deque<Node> left = new ArrayDeque<>();
        Set<Node> known = new HashSet<>();
        left.add(start);
        known.add(start);
        while (!left.isEmpty() && known.size() < MOST_THINGS) {
            Node subject = left.poll();
            dataset.find(Node.ANY, subject, Node.ANY, Node.ANY)
                    .forEachRemaining(quad -> take(quad, found, known, left));
        }
    }

    private void take(Quad quad, Graph found, Set<Node> known, Deque<Node> left) {
        found.add(quad.asTriple());
        Node object = quad.getObject();
        boolean ours = object.isBlank() || (object.isURI() && explained(object.getURI()));
        if (ours && known.add(object)) {
            left.add(object);
        }
    }

    private boolean explained(String uri) {
        return uri.startsWith(base + "/id/")
                && (uri.contains("#")
                        || uri.startsWith(base + "/id/organisateur/")
                        || uri.startsWith(base + "/id/fiche/"));
    }

    String json(PublishedEvent event) {
        Download file = snapshot.downloads().stream()
                .filter(entry -> entry.name().equals("evenements-" + event.edition() + ".json"))
                .findFirst()
                .orElseThrow(() -> new Refusal(404, "Cette version n’a pas de fichier JSON pour cette édition."));
        try (InputStream in = Files.newInputStream(file.file())) {
            JsonNode root = JSON.readTree(in);
            JsonNode list = root.isArray() ? root : root.path("evenements");
            for (JsonNode item : list) {
                if (item.path("id").asText().equals(event.id())) {
                    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(item) + "\n";
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new Refusal(404, "Le fichier JSON publié ne dit rien de cet événement.");
    }
}
