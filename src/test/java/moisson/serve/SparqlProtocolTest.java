package moisson.serve;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The query operation of the SPARQL 1.1 Protocol, in the order of what the W3C's tests of it ask. */
class SparqlProtocolTest extends ServedForTest {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String DIRECT = "application/sparql-query";
    private static final String EVENTS = "https://moisson.example/donnees/evenements";
    private static final String CATALOGUE = "https://moisson.example/donnees/catalogue";
    private static final String THERE = "ASK { ?s ?p ?o }";

    private static String with(String... names) {
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < names.length; i += 2) {
            form.append(i == 0 ? "" : "&").append(names[i]).append('=').append(URLEncoder.encode(names[i + 1], UTF_8));
        }
        return form.toString();
    }

    /** The same by each of the three ways. */
    private static Stream<HttpResponse<String>> threeWays(String query, String... parameters) {
        String dataset = with(parameters);
        String form = with("query", query) + (dataset.isEmpty() ? "" : "&" + dataset);
        return Stream.of(
                site.get("/sparql?" + form),
                site.post("/sparql", form, "Content-Type", FORM),
                site.post("/sparql?" + dataset, query, "Content-Type", DIRECT));
    }

    private static void yes(String query, String... parameters) {
        assertThat(threeWays(query, parameters)).allSatisfy(answer -> {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(answer.body().replaceAll("\\s", "")).contains("\"boolean\":true");
        });
    }

    @Test
    void aQueryComesByGetByFormOrAsItIs() {
        yes(THERE);
    }

    @Test
    void theDatasetOfTheProtocolIsAskedByEachWay() {
        yes("ASK { ?e a <http://schema.org/Event> }", "default-graph-uri", EVENTS);
        yes(
                "ASK { ?c a <http://www.w3.org/ns/dcat#Catalog> . ?e a <http://schema.org/Event> }",
                "default-graph-uri",
                EVENTS,
                "default-graph-uri",
                CATALOGUE);
        yes(
                "ASK { GRAPH ?g { ?c a <http://www.w3.org/ns/dcat#Catalog> } FILTER NOT EXISTS { ?s ?p ?o } }",
                "named-graph-uri",
                CATALOGUE);
        yes(
                "ASK { GRAPH <" + CATALOGUE + "> { ?c a <http://www.w3.org/ns/dcat#Catalog> } GRAPH <" + EVENTS
                        + "> { ?e a <http://schema.org/Event> } }",
                "named-graph-uri",
                CATALOGUE,
                "named-graph-uri",
                EVENTS);
        yes(
                "ASK { ?e a <http://schema.org/Event> GRAPH ?g { ?c a <http://www.w3.org/ns/dcat#Catalog> } }",
                "default-graph-uri",
                EVENTS,
                "named-graph-uri",
                CATALOGUE);
    }

    @Test
    void theDatasetOfTheProtocolWinsOverThatOfTheQuery() {
        yes("ASK FROM <" + EVENTS + "> { ?c a <http://www.w3.org/ns/dcat#Catalog> }", "default-graph-uri", CATALOGUE);
        yes("ASK FROM <" + CATALOGUE + "> { FILTER NOT EXISTS { ?e a <http://schema.org/Event> } ?s ?p ?o }");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT (1 AS ?x) {} | application/sparql-results+json",
                "ASK {} | application/sparql-results+json",
                "DESCRIBE <https://moisson.example/donnees> | text/turtle",
                "CONSTRUCT { <http://example.org/s> a ?t } WHERE { ?e a ?t } | text/turtle"
            })
    void everyKindOfQueryIsAnsweredInAFormOfItsOwn(String query, String mediaType) {
        assertThat(threeWays(query)).allSatisfy(answer -> {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                    .isEqualTo(mediaType + "; charset=utf-8");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(answer.headers().allValues("Vary").toString()).contains("Accept");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH"})
    void otherMethodsAreNotAllowed(String method) {
        HttpResponse<String> answer = site.method(method, "/sparql?" + with("query", THERE));
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).hasValue("GET, HEAD, OPTIONS, POST");
    }

    @Test
    void twoQueriesAreOneTooMany() {
        String two = with("query", THERE, "query", THERE);
        assertThat(site.get("/sparql?" + two).statusCode()).isEqualTo(400);
        assertThat(site.post("/sparql", two, "Content-Type", FORM).statusCode()).isEqualTo(400);
        assertThat(site.post("/sparql?" + with("query", THERE), THERE, "Content-Type", DIRECT)
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aBodyOfAnotherKindOrOfNoneIsRefused() {
        assertThat(site.post("/sparql", THERE, "Content-Type", "text/plain").statusCode())
                .isEqualTo(415);
        assertThat(site.post("/sparql", with("query", THERE)).statusCode()).isEqualTo(415);
        assertThat(site.post("/sparql", THERE).statusCode()).isEqualTo(415);
        assertThat(site.post("/sparql", "", "Content-Type", FORM).statusCode()).isEqualTo(400);
    }

    @Test
    void aQueryThatIsNotInUtf8IsRefused() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + site.server.port() + "/sparql"))
                .header("Content-Type", DIRECT + "; charset=UTF-16")
                .POST(HttpRequest.BodyPublishers.ofString(THERE, UTF_16))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ASK { ?s ?p", "SELECT", "{}", "ASK { ?s ?p ?o } ASK {}"})
    void whatIsNoQueryIsRefusedByEachWay(String wrong) {
        assertThat(threeWays(wrong)).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("text/plain");
        });
    }

    @Test
    void headTellsWhatGetWouldWithoutIt() {
        String path = "/sparql?" + with("query", THERE);
        HttpResponse<String> head = site.method("HEAD", path);
        HttpResponse<String> get = site.get(path);
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        for (String name : new String[] {"Content-Type", "ETag", "Vary", "Content-Length"}) {
            assertThat(head.headers().firstValue(name))
                    .as(name)
                    .isEqualTo(get.headers().firstValue(name));
        }
    }

    /** The three of the W3C: it is given, in RDF, and it says what it describes. */
    @Test
    void withoutAQueryTheServiceDescribesItself() {
        HttpResponse<String> answer = site.get("/sparql", "Accept", "text/turtle");
        assertThat(answer.statusCode()).isEqualTo(200);
        Graph graph = GraphsForTest.read(answer, Lang.TURTLE);
        Node service = graph.find(Node.ANY, RDF.type.asNode(), described("Service"))
                .mapWith(Triple::getSubject)
                .next();
        assertThat(graph.contains(
                        service, described("endpoint"), NodeFactory.createURI("https://moisson.example/sparql")))
                .isTrue();
    }

    private static Node described(String term) {
        return NodeFactory.createURI("http://www.w3.org/ns/sparql-service-description#" + term);
    }
}
