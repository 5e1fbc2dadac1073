package moisson.serve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What researchers ask of the endpoint, and what they find. */
class SparqlAnswersTest extends ServedForTest {
    private static final String COUNT = "SELECT (COUNT(DISTINCT ?e) AS ?n) WHERE { ?e a <http://schema.org/Event> }";

    @Test
    void pastVersionsCanBeAsked(@TempDir Path other) {
        try (SiteForTest old = new SiteForTest(other)) {
            old.publish(EventsForTest.all().subList(0, 5), SiteForTest.NOW);
            String query = "/sparql?query=" + URLEncoder.encode(COUNT, UTF_8) + "&format=csv";
            assertThat(old.get(query).body()).isEqualTo("n\r\n5\r\n");
            assertThat(old.get(query + "&at=1").body()).isEqualTo("n\r\n36\r\n");
            assertThat(old.get(query + "&at=2").body()).isEqualTo("n\r\n5\r\n");
            assertThat(old.get(query + "&at=1&at=2").statusCode()).isEqualTo(400);
            HttpResponse<String> before = old.get(query + "&at=2020-10-15T07:00:00Z");
            assertThat(before.body()).isEqualTo("n\r\n36\r\n");
            assertThat(before.headers().firstValue("Memento-Datetime")).hasValue("Thu, 15 Oct 2020 06:00:00 GMT");
            assertThat(before.headers().firstValue("ETag").orElseThrow()).startsWith("\"1-");
            assertThat(old.get(query + "&at=2020-10-15").body()).isEqualTo("n\r\n5\r\n");
            assertThat(old.get(query + "&at=2020-10-14").statusCode()).isEqualTo(404);
            assertThat(old.get(query + "&at=3").statusCode()).isEqualTo(404);
            assertThat(old.get(query + "&at=hier").statusCode()).isEqualTo(400);
        }
    }

    @Test
    void wordsAreFoundInFrenchInTitlesAndDescriptions() {
        assertThat(found("\"ateliers\"")).isPositive().isEqualTo(found("\"l’atelier\""));
        assertThat(found("\"décider jouer\"")).isPositive();
        assertThat(found("(<http://schema.org/name> \"atelier\")")).isPositive();
        assertThat(found("\"xylophone\"")).isZero();
        for (String odd : List.of("/(a|aa)+$/", "*:*", "[a TO z]", "a~2 (((", "\\\"", "AND OR NOT", "+ - !", "")) {
            assertThat(site.ask("ASK { ?e <http://jena.apache.org/text#query> \"" + odd + "\" }")
                            .statusCode())
                    .as(odd)
                    .isEqualTo(200);
        }
    }

    private static int found(String words) {
        return Integer.parseInt(site.csv(
                        "SELECT (COUNT(DISTINCT ?e) AS ?n) WHERE { ?e <http://jena.apache.org/text#query> " + words
                                + " }",
                        "")
                .replaceAll("\\D", ""));
    }

    @Test
    void peopleGetAPageWithATable() {
        assertThat(site.get("/sparql", "Accept", "text/html").body()).contains("<textarea", "Compter les événements");
        HttpResponse<String> page = site.ask(COUNT, "Accept", "text/html,*/*;q=0.8");
        assertThat(page.body()).contains("<th scope=\"col\">n</th>", "<td>36</td>", "Télécharger en CSV");
        HttpResponse<String> wrong = site.ask("SELECT <script>", "Accept", "text/html");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("Ligne 1, colonne", "role=\"alert\"").doesNotContain("<script>");
    }

    @Test
    void everyExampleFindsSomething() {
        String page = site.get("/sparql", "Accept", "text/html").body();
        var links = Pattern.compile("<li><a href=\"(/sparql\\?query=[^\"]+)\"")
                .matcher(page)
                .results()
                .toList();
        assertThat(links).hasSizeGreaterThan(3).allSatisfy(link -> {
            String result = site.get(link.group(1), "Accept", "text/html").body();
            assertThat(result).contains("id=\"resultat\"").doesNotContain("Aucun résultat");
        });
    }

    @Test
    void theServiceAndItsDataDescribeThemselves() {
        Graph service = GraphsForTest.read(site.get("/sparql", "Accept", "text/turtle"), Lang.TURTLE);
        assertThat(says(service, "sd:endpoint <https://moisson.example/sparql>"))
                .isTrue();
        assertThat(says(service, "sd:supportedLanguage sd:SPARQL11Query")).isTrue();
        assertThat(says(service, "sd:resultFormat <http://www.w3.org/ns/formats/SPARQL_Results_CSV>"))
                .isTrue();
        assertThat(says(service, "sd:defaultDataset/sd:namedGraph/sd:name <https://moisson.example/donnees/catalogue>"))
                .isTrue();
        assertThat(site.get("/sparql").headers().firstValue("Content-Type").orElseThrow())
                .startsWith("text/turtle");
        assertThat(site.get("/sparql", "Accept", "image/png").statusCode()).isEqualTo(406);
        assertThat(GraphsForTest.read(site.get("/sparql", "Accept", "application/rdf+xml"), Lang.RDFXML)
                        .isIsomorphicWith(service))
                .isTrue();
        Graph data = GraphsForTest.read(site.get("/.well-known/void"), Lang.TURTLE);
        String triples =
                site.csv("SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }", "").replaceAll("\\D", "");
        assertThat(says(data, "a void:Dataset ; void:triples " + triples)).isTrue();
        assertThat(says(data, "void:sparqlEndpoint <https://moisson.example/sparql>"))
                .isTrue();
        assertThat(says(data, "void:classPartition [ void:class <http://schema.org/Event> ; void:entities 36 ]"))
                .isTrue();
        Graph examples = GraphsForTest.read(site.get("/.well-known/sparql-examples/"), Lang.TURTLE);
        assertThat(says(examples, "a <http://www.w3.org/ns/shacl#SPARQLExecutable>"))
                .isTrue();
    }

    private static boolean says(Graph graph, String pattern) {
        return QueryExecution.create(
                        "PREFIX sd: <http://www.w3.org/ns/sparql-service-description#> "
                                + "PREFIX void: <http://rdfs.org/ns/void#> ASK { ?x " + pattern + " }",
                        ModelFactory.createModelForGraph(graph))
                .execAsk();
    }
}
