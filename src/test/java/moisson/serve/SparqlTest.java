package moisson.serve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The endpoint: what it answers, in which form, and what it refuses. */
class SparqlTest extends ServedForTest {
    private static final String COUNT = "SELECT (COUNT(DISTINCT ?e) AS ?n) WHERE { ?e a <http://schema.org/Event> }";
    private static final String GRAPH =
            "CONSTRUCT { ?e <http://schema.org/name> ?t } WHERE { ?e <http://schema.org/name> ?t } LIMIT 3";

    @Test
    void itCountsWhatIsPublished() {
        assertThat(site.ask(COUNT, "Accept", "text/csv").body()).isEqualTo("n\r\n36\r\n");
        assertThat(site.post(
                                "/sparql",
                                "query=" + URLEncoder.encode(COUNT, UTF_8),
                                "Content-Type",
                                "application/x-www-form-urlencoded",
                                "Accept",
                                "text/csv")
                        .body())
                .isEqualTo("n\r\n36\r\n");
        assertThat(site.post("/sparql", COUNT, "Content-Type", "application/sparql-query", "Accept", "text/csv")
                        .body())
                .isEqualTo("n\r\n36\r\n");
    }

    @ParameterizedTest
    @CsvSource({
        "application/sparql-results+json, application/sparql-results+json, {",
        "application/json, application/sparql-results+json, {",
        "*/*, application/sparql-results+json, {",
        "application/sparql-results+xml, application/sparql-results+xml, <?xml",
        "text/csv, text/csv, n",
        "text/tab-separated-values, text/tab-separated-values, ?n",
    })
    void resultsComeInTheFormOneLikes(String accept, String mediaType, String start) {
        HttpResponse<String> answer = site.ask(COUNT, "Accept", accept);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith(mediaType);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Credentials"))
                .isEmpty();
        assertThat(answer.headers().firstValue("Vary").orElseThrow()).contains("Accept");
        assertThat(answer.body()).startsWith(start);
    }

    @ParameterizedTest
    @CsvSource({
        "text/turtle, ttl",
        "application/n-triples, nt",
        "application/ld+json, jsonld",
        "application/rdf+xml, rdf"
    })
    void graphsComeInTheFormOneLikes(String mediaType, String format) {
        assertThat(site.ask(GRAPH, "Accept", mediaType)
                        .headers()
                        .firstValue("Content-Type")
                        .orElseThrow())
                .startsWith(mediaType);
        HttpResponse<String> named = site.get(
                "/sparql?format=" + format + "&query=" + URLEncoder.encode(GRAPH, UTF_8), "Accept", "text/html");
        assertThat(named.headers().firstValue("Content-Type").orElseThrow()).startsWith(mediaType);
    }

    @Test
    void theDatasetOfTheProtocolIsChosenAmongThePublishedGraphs() {
        String catalogues = "SELECT (COUNT(*) AS ?n) WHERE { ?c a <http://www.w3.org/ns/dcat#Catalog> }";
        String named = "SELECT ?g WHERE { GRAPH ?g { ?c a <http://www.w3.org/ns/dcat#Catalog> } }";
        String graph = "https://moisson.example/donnees/catalogue";
        assertThat(site.csv(catalogues, "")).isEqualTo("n\r\n0\r\n");
        assertThat(site.csv(catalogues, "&default-graph-uri=" + URLEncoder.encode(graph, UTF_8)))
                .isEqualTo("n\r\n1\r\n");
        assertThat(site.csv(catalogues.replace("WHERE", "FROM <" + graph + "> WHERE"), ""))
                .isEqualTo("n\r\n1\r\n");
        assertThat(site.csv(named, "&named-graph-uri=" + URLEncoder.encode(graph, UTF_8)))
                .isEqualTo("g\r\n" + graph + "\r\n");
        assertThat(site.csv(named.replace("WHERE", "FROM NAMED <" + graph + "> WHERE"), ""))
                .isEqualTo("g\r\n" + graph + "\r\n");
        assertThat(site.csv(named, "&default-graph-uri=" + URLEncoder.encode(graph, UTF_8)))
                .isEqualTo("g\r\n");
        assertThat(site.csv(
                        COUNT.replace("WHERE", "FROM <" + graph + "> WHERE"),
                        "&default-graph-uri=" + URLEncoder.encode("https://moisson.example/donnees/evenements", UTF_8)))
                .as("what the protocol says wins")
                .isEqualTo("n\r\n36\r\n");
        assertThat(site.get("/sparql?query=ASK%7B%7D&default-graph-uri=http%3A%2F%2F127.0.0.1%3A1%2Fx")
                        .statusCode())
                .isEqualTo(400);
        assertThat(site.get("/sparql?query=ASK%7B%7D&named-graph-uri=pas+un+iri")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void whatNobodyCanGiveIsNotAcceptable() {
        assertThat(site.ask(COUNT, "Accept", "image/png").statusCode()).isEqualTo(406);
        assertThat(site.get("/sparql?format=pdf&query=ASK%7B%7D").statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT DATA { <urn:a> <urn:b> <urn:c> }",
                "LOAD <http://127.0.0.1:1/x>",
                "SELECT * FROM <file:///etc/hostname> WHERE { ?s ?p ?o }",
                "SELECT * FROM NAMED <http://127.0.0.1:1/> WHERE { GRAPH ?g { ?s ?p ?o } }",
                "SELECT * WHERE { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
                "SELECT * WHERE { ?s ?p ?o FILTER EXISTS { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } } }",
                "SELECT * WHERE { { SELECT * WHERE { SERVICE SILENT ?x { ?s ?p ?o } } } }",
                "SELECT (<java:org.apache.jena.sparql.function.library.wait>(30000) AS ?x) WHERE {}",
                "SELECT * WHERE { BIND(<java:org.apache.jena.sparql.function.library.wait>(30000) AS ?x) }",
                "SELECT * WHERE { ?s ?p ?o } ORDER BY <java:org.apache.jena.sparql.function.library.wait>(1)",
                "SELECT ?x WHERE { ?s ?p ?o } GROUP BY (<java:org.apache.jena.sparql.function.library.wait>(1) AS ?x)",
                "SELECT (<http://www.w3.org/2005/xpath-functions#apply>(<urn:f>, 1) AS ?x) WHERE {}",
                "SELECT ?s WHERE { ?s <java:org.apache.jena.sparql.pfunction.library.wait> 30000 }",
                "SELECT * WHERE { ?s ?p",
                "SELECT",
                "ceci n'est pas une requête"
            })
    void whatCouldHarmIsRefusedWithASentence(String query) {
        HttpResponse<String> answer = site.ask(query, "Accept", "application/sparql-results+json");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain");
        assertThat(answer.body()).isNotBlank().doesNotContain("Exception", "\tat ");
    }

    @Test
    void valuesThatGrowWithoutBoundsAreRefused() {
        StringBuilder query = new StringBuilder("SELECT * WHERE { BIND(\"ab\" AS ?x0) ");
        for (int i = 0; i < 40; i++) {
            query.append("BIND(CONCAT(?x%d, ?x%d) AS ?x%d) ".formatted(i, i, i + 1));
        }
        assertThat(site.ask(query + "}").statusCode()).isEqualTo(400);
        assertThat(site.ask("ASK { FILTER REGEX(\"a\", \"" + "a".repeat(1_001) + "\") }")
                        .statusCode())
                .isEqualTo(400);
        assertThat(site.ask("SELECT * WHERE " + "{".repeat(3000) + "}".repeat(3000))
                        .statusCode())
                .isEqualTo(400);
        assertThat(site.ask("SELECT * WHERE { ?s " + "<urn:a>/".repeat(1500) + "<urn:b> ?o }")
                        .statusCode())
                .isIn(200, 400, 503);
    }

    @Test
    void aQueryThatTakesTooLongIsStoppedAndTheNextOneAnswered() {
        HttpResponse<String> slow = site.ask("SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }");
        assertThat(slow.statusCode()).isEqualTo(503);
        assertThat(slow.headers().firstValue("Retry-After")).isPresent();
        assertThat(slow.body()).contains("Requête arrêtée après 5 s");
        assertThat(site.ask(COUNT).statusCode()).isEqualTo(200);
    }

    @Test
    void theProtocolIsKept() {
        assertThat(site.method("PUT", "/sparql").statusCode()).isEqualTo(405);
        assertThat(site.method("PUT", "/sparql").headers().firstValue("Allow")).hasValue("GET, HEAD, OPTIONS, POST");
        assertThat(site.post("/sparql", "x", "Content-Type", "application/sparql-update")
                        .statusCode())
                .isEqualTo(415);
        assertThat(site.post("/sparql", "x", "Content-Type", "application/sparql-query", "Content-Encoding", "gzip")
                        .statusCode())
                .isEqualTo(415);
        assertThat(site.post("/sparql", "", "Content-Type", "application/x-www-form-urlencoded")
                        .statusCode())
                .isEqualTo(400);
        assertThat(site.get("/sparql?query=ASK%7B%7D&query=ASK%7B%7D").statusCode())
                .isEqualTo(400);
        assertThat(site.raw("GET /sparql?query=%zz HTTP/1.1")).contains(" 400 ");
        assertThat(site.get("/sparql?query=%FF%FE").statusCode()).isEqualTo(400);
        assertThat(site.get("/sparql?update=x").statusCode()).isEqualTo(400);
        HttpResponse<String> head = site.method("HEAD", "/sparql?query=ASK%7B%7D");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        String etag = site.ask(COUNT).headers().firstValue("ETag").orElseThrow();
        assertThat(etag).startsWith("\"1-");
        assertThat(site.ask(COUNT, "If-None-Match", etag).statusCode()).isEqualTo(304);
    }

    @Test
    void otherSitesMayReadItWithoutCredentials() {
        HttpResponse<String> preflight = site.method(
                "OPTIONS", "/sparql", "Access-Control-Request-Method", "POST", "X-Origin", "https://ailleurs.example");
        assertThat(preflight.statusCode()).isEqualTo(204);
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Origin"))
                .hasValue("*");
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Methods"))
                .hasValue("GET, HEAD, OPTIONS, POST");
        assertThat(preflight
                        .headers()
                        .firstValue("Access-Control-Allow-Headers")
                        .orElseThrow())
                .contains("Content-Type");
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Credentials"))
                .isEmpty();
        for (HttpResponse<String> refused : List.of(
                site.get("/sparql?query=FAUX"), site.method("DELETE", "/sparql"), site.get("/sparql?update=x"))) {
            assertThat(refused.headers().firstValue("Access-Control-Allow-Origin"))
                    .hasValue("*");
        }
        assertThat(site.method("OPTIONS", "/proposer").headers().firstValue("Access-Control-Allow-Origin"))
                .isEmpty();
    }

    @Test
    void theTagOfAnAnswerIsThatOfItsBytesAndVersion() throws Exception {
        String list = "SELECT ?e ?t WHERE { ?e <http://schema.org/name> ?t } ORDER BY ?t";
        HttpResponse<String> plain = site.ask(list, "Accept", "text/csv");
        String tag = plain.headers().firstValue("ETag").orElseThrow();
        assertThat(tag).startsWith("\"1-");
        assertThat(site.ask(list, "Accept", "text/csv").headers().firstValue("ETag"))
                .hasValue(tag);
        assertThat(site.ask(list, "Accept", "text/tab-separated-values")
                        .headers()
                        .firstValue("ETag"))
                .isNotEqualTo(plain.headers().firstValue("ETag"));
        HttpResponse<byte[]> zipped = site.bytes(
                "/sparql?query=" + URLEncoder.encode(list, UTF_8), "Accept", "text/csv", "Accept-Encoding", "gzip");
        assertThat(zipped.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(new String(new GZIPInputStream(new ByteArrayInputStream(zipped.body())).readAllBytes(), UTF_8))
                .isEqualTo(plain.body());
        String zippedTag = zipped.headers().firstValue("ETag").orElseThrow();
        assertThat(zippedTag).isNotEqualTo(tag);
        assertThat(site.ask(list, "Accept", "text/csv", "If-None-Match", zippedTag)
                        .statusCode())
                .isEqualTo(304);
        HttpResponse<String> passing = site.ask("SELECT (NOW() AS ?n) (RAND() AS ?r) WHERE {}");
        assertThat(passing.headers().firstValue("ETag")).isEmpty();
        assertThat(passing.headers().firstValue("Cache-Control")).hasValue("no-store");
    }

    @Test
    void anAnswerTooLargeIsRefusedAndNeverCut() {
        StringBuilder query = new StringBuilder("SELECT ?x4 WHERE { BIND(\"" + "x".repeat(90) + "\" AS ?x0) ");
        for (int i = 0; i < 4; i++) {
            query.append("BIND(CONCAT(" + (", ?x" + i).repeat(10).substring(2) + ") AS ?x" + (i + 1) + ") ");
        }
        query.append("VALUES ?i { " + "1 ".repeat(40) + "} }");
        HttpResponse<String> large = site.ask(query.toString(), "Accept", "text/csv");
        assertThat(large.statusCode()).isEqualTo(400);
        assertThat(large.body()).contains("32 Mo");
    }
}
