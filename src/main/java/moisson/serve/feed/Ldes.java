package moisson.serve.feed;

import java.time.Instant;
import java.util.Map;
import moisson.publish.History;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.vocabulary.RDF;

/**
 * The nodes of a Linked Data Event Stream (TREE hypermedia), told of one version: the root leads to indexes of a hundred
 * pages, an index to its pages, a page holds its members. What is full never changes again.
 */
final class Ldes {
    static final int FAN = 100;

    private static final String TREE = "https://w3id.org/tree#";
    private static final String LDES = "https://w3id.org/ldes#";
    private static final String ACTIVITY = "https://www.w3.org/ns/activitystreams#";
    private static final String DCT = "http://purl.org/dc/terms/";
    private static final String WHEN = "http://www.w3.org/ns/prov#generatedAtTime";
    private static final String LICENCE = "https://www.etalab.gouv.fr/licence-ouverte-open-licence/";
    /** A publication is tried every ten minutes unless the operator says otherwise. */
    private static final int POLLING_SECONDS = 600;

    private final String root;
    private final History history;

    /** @param root its address, absolute */
    Ldes(String root, History history) {
        this.root = root;
        this.history = history;
    }

    int indexes() {
        return (history.pages() + FAN - 1) / FAN;
    }

    boolean fullIndex(int index) {
        return history.full(index * FAN);
    }

    DatasetGraph root() {
        DatasetGraph told = node(root, false);
        Graph graph = told.getDefaultGraph();
        Node stream = uri(root + "#flux");
        add(graph, stream, RDF.type.getURI(), uri(LDES + "EventStream"));
        add(graph, stream, DCT + "title", text("Changements des événements de l’innovation publique", "fr"));
        add(graph, stream, DCT + "title", text("Changes of the public innovation events", "en"));
        add(graph, stream, DCT + "license", uri(LICENCE));
        add(graph, stream, TREE + "view", uri(root));
        add(graph, stream, LDES + "timestampPath", uri(WHEN));
        add(graph, stream, LDES + "sequencePath", uri("http://schema.org/position"));
        add(graph, stream, LDES + "versionOfPath", uri(DCT + "isVersionOf"));
        add(graph, stream, LDES + "versionCreateObject", uri(ACTIVITY + "Create"));
        add(graph, stream, LDES + "versionUpdateObject", uri(ACTIVITY + "Update"));
        add(graph, stream, LDES + "versionDeleteObject", uri(ACTIVITY + "Delete"));
        add(graph, stream, LDES + "pollingInterval", number(POLLING_SECONDS));
        for (int index = 1; index <= indexes(); index++) {
            int lastPage = Math.min(index * FAN, history.pages());
            relate(graph, root, root + "/index/" + index, (index - 1) * FAN + 1, lastPage, fullIndex(index));
        }
        return told;
    }

    DatasetGraph index(int index) {
        String iri = root + "/index/" + index;
        DatasetGraph told = node(iri, fullIndex(index));
        for (int page = (index - 1) * FAN + 1; page <= Math.min(index * FAN, history.pages()); page++) {
            relate(told.getDefaultGraph(), iri, address(page), page, page, history.full(page));
        }
        return told;
    }

    /** Without its members, which the journal has. */
    DatasetGraph page(int page) {
        return node(address(page), history.full(page));
    }

    private String address(int page) {
        return root + "/" + page;
    }

    private static DatasetGraph node(String iri, boolean immutable) {
        DatasetGraph told = DatasetGraphFactory.createGeneral();
        told.prefixes()
                .putAll(Map.of(
                        "tree", TREE,
                        "ldes", LDES,
                        "as", ACTIVITY,
                        "dct", DCT,
                        "prov", "http://www.w3.org/ns/prov#",
                        "schema", "http://schema.org/",
                        "xsd", "http://www.w3.org/2001/XMLSchema#"));
        add(told.getDefaultGraph(), uri(iri), RDF.type.getURI(), uri(TREE + "Node"));
        if (immutable) {
            add(
                    told.getDefaultGraph(),
                    uri(iri),
                    LDES + "immutable",
                    NodeFactory.createLiteralDT("true", XSDDatatype.XSDboolean));
        }
        return told;
    }

    /** Between which instants the members behind a node were published; what is not full has no end. */
    private void relate(Graph graph, String from, String to, int firstPage, int lastPage, boolean full) {
        Instant first = history.at((firstPage - 1) * History.PAGE + 1);
        relation(graph, from, to, "GreaterThanOrEqualToRelation", first);
        if (full) {
            relation(graph, from, to, "LessThanOrEqualToRelation", history.at(lastPage * History.PAGE));
        }
    }

    private static void relation(Graph graph, String from, String to, String kind, Instant value) {
        // With a name, so that the same node is always the same bytes.
        Node relation = uri(from + "#" + to.substring(to.lastIndexOf('/') + 1) + "-" + kind);
        add(graph, uri(from), TREE + "relation", relation);
        add(graph, relation, RDF.type.getURI(), uri(TREE + kind));
        add(graph, relation, TREE + "node", uri(to));
        add(graph, relation, TREE + "path", uri(WHEN));
        add(graph, relation, TREE + "value", NodeFactory.createLiteralDT(value.toString(), XSDDatatype.XSDdateTime));
    }

    private static void add(Graph graph, Node subject, String property, Node object) {
        graph.add(Triple.create(subject, uri(property), object));
    }

    private static Node uri(String iri) {
        return NodeFactory.createURI(iri);
    }

    private static Node text(String text, String language) {
        return NodeFactory.createLiteralLang(text, language);
    }

    private static Node number(int number) {
        return NodeFactory.createLiteralDT(Integer.toString(number), XSDDatatype.XSDinteger);
    }
}
