package moisson.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import moisson.event.Event;
import moisson.store.RunTable;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Where everything comes from, and what is left of what is gone. */
class ProvenanceTest extends ServedForTest {
    private static final String BASE = "https://moisson.example";
    private static final String PROV = "http://www.w3.org/ns/prov#";

    /** Publishes everything, then all but e1, which its source took back. */
    @BeforeAll
    static void start() {
        List<Event> fewer = EventsForTest.all().subList(1, 36);
        site.store.inTransaction(tables -> {
            tables.records().remove("ville-fictive", List.of("e1"), SiteForTest.NOW, "retiré par la source");
            return true;
        });
        site.publish(fewer, EventsForTest.clusters(fewer), Map.of("ancien2", "e2"), SiteForTest.NOW);
    }

    @Test
    void anEventLeadsToItsRecordsTheirSourcesAndTheHarvestsThatBroughtThem() {
        Graph event = GraphsForTest.read(site.get("/evenement/e2.ttl").body(), Lang.TURTLE);
        Node thing = uri(BASE + "/id/evenement/e2");
        Node record = only(event, thing, "wasDerivedFrom");
        assertThat(record.getURI()).isEqualTo(BASE + "/id/fiche/ville-fictive/e2");
        assertThat(event.contains(record, uri(type()), uri(PROV + "Entity"))).isTrue();
        assertThat(only(event, record, "wasAttributedTo").getURI()).isEqualTo(BASE + "/id/source/ville-fictive");
        Node run = only(event, record, "wasGeneratedBy");
        assertThat(event.contains(run, uri(type()), uri(PROV + "Activity"))).isTrue();
        long number = Long.parseLong(run.getURI().substring((BASE + "/id/passage/").length()));
        RunTable.Span span = Objects.requireNonNull(
                site.store.read(tables -> tables.runs().spans()).get(number));
        assertThat(only(event, run, "startedAtTime").getLiteralLexicalForm())
                .isEqualTo(span.startedAt().toString());
        assertThat(only(event, record, "generatedAtTime").getLiteralLexicalForm())
                .isEqualTo(span.end().toString());
        assertThat(site.get("/id/passage/" + number, "Accept", "text/turtle").statusCode())
                .isEqualTo(303);
        assertThat(site.get("/doc/id/passage/" + number + ".ttl").body()).contains("prov:startedAtTime");
        Graph source =
                GraphsForTest.read(site.get("/doc/id/source/ville-fictive.ttl").body(), Lang.TURTLE);
        assertThat(source.contains(uri(BASE + "/id/source/ville-fictive"), uri(type()), uri(PROV + "Agent")))
                .isTrue();
    }

    @Test
    void whatWasWithdrawnIsGoneWithAReasonInEveryForm() {
        HttpResponse<String> people = site.get("/id/evenement/e1", "Accept", "text/html");
        assertThat(people.statusCode()).isEqualTo(410);
        assertThat(people.body()).contains("retiré par la source", "ville-fictive");
        Graph turtle = GraphsForTest.read(site.get("/evenement/e1.ttl").body(), Lang.TURTLE);
        Node thing = uri(BASE + "/id/evenement/e1");
        assertThat(Instant.parse(only(turtle, thing, "invalidatedAtTime").getLiteralLexicalForm()))
                .isEqualTo(SiteForTest.NOW);
        assertThat(turtle.find(thing, uri("http://www.w3.org/2000/01/rdf-schema#comment"), Node.ANY)
                        .next()
                        .getObject()
                        .getLiteralLexicalForm())
                .contains("retiré par la source");
        GraphsForTest.FORMS.forEach((type, lang) -> {
            HttpResponse<String> gone = site.get("/id/evenement/e1", "Accept", type);
            assertThat(gone.statusCode()).as(type).isEqualTo(410);
            assertThat(gone.headers().firstValue("Content-Type").orElseThrow()).startsWith(type);
            assertThat(GraphsForTest.read(gone.body(), lang).isIsomorphicWith(turtle))
                    .as(type)
                    .isTrue();
        });
        for (String ending : List.of("ttl", "jsonld", "nt", "rdf", "json")) {
            HttpResponse<String> gone = site.get("/evenement/e1." + ending);
            assertThat(gone.statusCode()).as(ending).isEqualTo(410);
            assertThat(gone.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
        }
        assertThat(FollowerForTest.json(site.get("/evenement/e1.json").body())
                        .path("retire_le")
                        .asText())
                .isEqualTo(SiteForTest.NOW.toString());
    }

    @Test
    void whatWasMergedLeadsToWhatTookItOverInEveryForm() {
        for (String ending : List.of("ttl", "jsonld", "nt", "rdf", "json")) {
            HttpResponse<String> merged = site.get("/evenement/ancien2." + ending);
            assertThat(merged.statusCode()).isEqualTo(301);
            assertThat(merged.headers().firstValue("Location")).hasValue("/evenement/e2." + ending);
        }
        assertThat(site.get("/evenement/ancien2").statusCode()).isEqualTo(301);
        assertThat(site.get("/evenement/jamais.ttl").statusCode()).isEqualTo(404);
    }

    @Test
    void everyTermOfOursThatIsUsedIsDefinedInFrenchAndEnglish() {
        DatasetGraph graphs = site.library.current().orElseThrow().graph();
        TreeSet<String> used = new TreeSet<>();
        graphs.find(Node.ANY, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(quad -> {
            for (Node node : new Node[] {quad.getPredicate(), quad.getObject()}) {
                // The structure of a table of figures is no term.
                if (node.isURI()
                        && node.getURI().startsWith(BASE + "/def/")
                        && !node.getURI().startsWith(BASE + "/def/structure/")) {
                    used.add(node.getURI());
                }
            }
        });
        assertThat(used).hasSizeGreaterThan(30);
        Map<String, String> undefined = new TreeMap<>();
        Graph vocabulary = GraphsForTest.read(site.get("/doc/def.ttl").body(), Lang.TURTLE);
        // Structures, cells and metrics are told in the graphs that use them.
        graphs.find(Node.ANY, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(quad -> vocabulary.add(quad.asTriple()));
        for (String term : used) {
            TreeSet<String> languages = new TreeSet<>();
            for (String property : List.of(
                    "http://www.w3.org/2000/01/rdf-schema#label", "http://www.w3.org/2004/02/skos/core#prefLabel")) {
                vocabulary
                        .find(uri(term), uri(property), Node.ANY)
                        .forEachRemaining(
                                triple -> languages.add(triple.getObject().getLiteralLanguage()));
            }
            // Themes are words of the sources.
            boolean said = term.startsWith(BASE + "/def/theme/")
                    ? languages.contains("fr")
                    : languages.containsAll(List.of("en", "fr"));
            if (!said) {
                undefined.put(term, languages.toString());
            }
        }
        assertThat(undefined).isEmpty();
    }

    private static String type() {
        return "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
    }

    private static Node only(Graph graph, Node subject, String property) {
        List<Node> found = graph.find(subject, uri(PROV + property), Node.ANY)
                .mapWith(triple -> triple.getObject())
                .toList();
        assertThat(found).as(property).hasSize(1);
        return found.getFirst();
    }

    private static Node uri(String iri) {
        return NodeFactory.createURI(iri);
    }
}
