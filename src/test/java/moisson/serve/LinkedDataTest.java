package moisson.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every address we give to a thing leads to what is said of it, the same in every form. */
class LinkedDataTest extends ServedForTest {
    private static final String BASE = "https://moisson.example";

    private static HttpResponse<String> follow(String path, String accept) {
        HttpResponse<String> answer = site.get(path, "Accept", accept);
        for (int hops = 0; hops < 5 && answer.statusCode() / 100 == 3; hops++) {
            answer = site.get(answer.headers().firstValue("Location").orElseThrow(), "Accept", accept);
        }
        return answer;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/id/evenement/e1",
                "/id/edition/2020",
                "/id/source/ville-fictive",
                "/id/fiche/ville-fictive/e27",
                "/def/departement",
                "/def/liste/format",
                "/def/Edition",
                "/def"
            })
    void everyFormTellsTheSame(String path) {
        HttpResponse<String> people = follow(path, "text/html,application/xhtml+xml,*/*;q=0.8");
        assertThat(people.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        Matcher script = Pattern.compile("(?s)<script type=\"application/ld\\+json\">(.*?)</script>")
                .matcher(people.body());
        assertThat(script.find()).isTrue();
        Graph page = GraphsForTest.read(script.group(1), Lang.JSONLD);
        assertThat(page.isEmpty()).isFalse();
        GraphsForTest.FORMS.forEach((type, lang) -> {
            HttpResponse<String> thing = site.get(path, "Accept", type);
            assertThat(thing.statusCode()).isEqualTo(303);
            assertThat(thing.headers().firstValue("Vary").orElseThrow()).contains("Accept");
            assertThat(thing.headers().firstValue("Access-Control-Allow-Origin"))
                    .hasValue("*");
            HttpResponse<String> answer = follow(path, type);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith(type);
            assertThat(answer.headers().firstValue("Link").orElseThrow())
                    .contains("rel=\"alternate\"", "rel=\"describes\"");
            assertThat(GraphsForTest.read(answer.body(), lang).isIsomorphicWith(page))
                    .as(type)
                    .isTrue();
        });
    }

    @Test
    void everyAddressOfOursInThePublishedGraphsIsAnswered() {
        DatasetGraph graphs = site.library.current().orElseThrow().graph();
        TreeSet<String> ours = new TreeSet<>();
        graphs.find(Node.ANY, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(quad -> {
            for (Node node : new Node[] {quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject()}) {
                if (node.isURI() && node.getURI().startsWith(BASE + "/")) {
                    ours.add(node.getURI().substring(BASE.length()).replaceFirst("#.*", ""));
                }
            }
        });
        assertThat(ours).hasSizeGreaterThan(100);
        Map<String, Integer> unanswered = new TreeMap<>();
        for (String path : ours) {
            int status = follow(path, "text/turtle, */*;q=0.1").statusCode();
            if (status != 200) {
                unanswered.put(path, status);
            }
        }
        assertThat(unanswered).isEmpty();
    }

    @Test
    void whatIsNotThereIsSaidHonestly() {
        assertThat(site.get("/id/organisateur/inconnu").statusCode()).isEqualTo(404);
        assertThat(site.get("/id/edition/1999").statusCode()).isEqualTo(404);
        assertThat(site.get("/def/inconnu").statusCode()).isEqualTo(404);
        assertThat(site.get("/doc/def/inconnu.ttl").statusCode()).isEqualTo(404);
        assertThat(site.get("/doc/id/edition/2020.pdf").statusCode()).isEqualTo(404);
        HttpResponse<String> merged = site.get("/id/evenement/ancien1", "Accept", "text/turtle");
        assertThat(merged.statusCode()).isEqualTo(301);
        assertThat(merged.headers().firstValue("Location")).hasValue("/id/evenement/e1");
        assertThat(follow("/id/evenement/ancien1", "text/turtle").body()).contains("id/evenement/e1");
    }

    @Test
    void aDocumentAnswersByAcceptAndKnowsWhatItWas() {
        HttpResponse<String> turtle = site.get("/doc/id/edition/2020", "Accept", "text/turtle");
        assertThat(turtle.headers().firstValue("Content-Location")).hasValue("/doc/id/edition/2020.ttl");
        String tag = turtle.headers().firstValue("ETag").orElseThrow();
        assertThat(site.get("/doc/id/edition/2020.ttl", "If-None-Match", tag).statusCode())
                .isEqualTo(304);
    }

    @Test
    void datasetsAreToldOfInEveryForm() {
        Graph turtle = GraphsForTest.read(
                follow("/donnees/evenements-2020", "text/turtle").body(), Lang.TURTLE);
        assertThat(turtle.size()).isGreaterThan(20);
        assertThat(GraphsForTest.read(
                                follow("/donnees/evenements-2020", "application/rdf+xml")
                                        .body(),
                                Lang.RDFXML)
                        .isIsomorphicWith(turtle))
                .isTrue();
        assertThat(site.get("/donnees", "Accept", "application/ld+json").body()).contains("dcat:Catalog");
        assertThat(site.get("/donnees", "Accept", "text/html").body())
                .contains(
                        "<script type=\"application/ld+json\">{\"@context\":\"https://schema.org/\",\"@type\":\"DataCatalog\"");
    }

    @Test
    void searchEnginesFindEveryEvent() {
        assertThat(site.get("/robots.txt").body())
                .contains("Disallow: /operateur\n", "Sitemap: " + BASE + "/sitemap.xml\n");
        Matcher part = Pattern.compile("<loc>" + BASE + "(/sitemap-1\\.xml)</loc>")
                .matcher(site.get("/sitemap.xml").body());
        assertThat(part.find()).isTrue();
        var pages = Pattern.compile("<loc>" + BASE + "([^<]+)</loc>")
                .matcher(site.get(part.group(1)).body())
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(pages.stream().filter(page -> page.startsWith("/evenement/")))
                .hasSize(36);
        assertThat(pages)
                .allSatisfy(
                        page -> assertThat(site.get(page, "Accept", "text/html").statusCode())
                                .as(page)
                                .isEqualTo(200));
        assertThat(site.get("/sitemap-2.xml").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/evenement/e1.jsonld",
                "/evenement/e1.ttl",
                "/evenement/e1.json",
                "/doc/id/edition/2020.ttl",
                "/doc/def.ttl",
                "/donnees"
            })
    void aSiteThatMovedTellsWhatItPublishedBefore(String path) throws IOException {
        URI elsewhere = URI.create("https://ailleurs.example");
        Path folder = Files.createTempDirectory(home, "moved");
        try (SiteForTest moved = new SiteForTest(folder, SiteForTest.NOW, 0, true, Long.MAX_VALUE, elsewhere)) {
            HttpResponse<String> there = moved.get(path, "Accept", "text/turtle");
            assertThat(there.statusCode()).isEqualTo(200);
            assertThat(there.body())
                    .isEqualTo(site.get(path, "Accept", "text/turtle").body());
        }
    }
}
