package moisson.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;

/** Reads graphs that the site answers. */
final class GraphsForTest {
    /** The forms of what is said of a thing, by media type. */
    static final Map<String, Lang> FORMS = Map.of(
            "text/turtle", Lang.TURTLE,
            "application/ld+json", Lang.JSONLD,
            "application/n-triples", Lang.NTRIPLES,
            "application/rdf+xml", Lang.RDFXML);

    private GraphsForTest() {}

    static Graph read(String text, Lang lang) {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString(text, lang).parse(graph);
        return graph;
    }

    /** Of an answer that must be good. */
    static Graph read(HttpResponse<String> answer, Lang lang) {
        assertThat(answer.statusCode()).isEqualTo(200);
        return read(answer.body(), lang);
    }
}
