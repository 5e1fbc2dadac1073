package moisson.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import moisson.app.bench.ResearchQuery;
import moisson.event.Publication;
import org.apache.commons.io.file.PathUtils;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.ResultSetFactory;
import org.apache.jena.query.ResultSetRewindable;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.ResultSetMgr;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.resultset.ResultsCompare;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether a version is held in memory or on the disk: nobody who asks can tell. */
class DiskOrMemoryTest {
    private static final List<String> PAGES = List.of(
            "/id/evenement/e1",
            "/doc/evenement/e1",
            "/def/",
            "/id/source/agenda-fictif",
            "/.well-known/void",
            "/sparql",
            "/donnees");

    @TempDir
    private static Path home;

    private static SiteForTest memory;
    private static SiteForTest disk;

    /** Two versions, so that one can be asked by {@code at}, published once and then held in both ways. */
    @BeforeAll
    static void start() throws IOException {
        Path first = Files.createDirectory(home.resolve("memoire"));
        try (SiteForTest site = new SiteForTest(first)) {
            site.publish(EventsForTest.all().subList(0, 20), SiteForTest.NOW);
        }
        Path second = home.resolve("disque");
        PathUtils.copyDirectory(first, second);
        memory = site(first, Long.MAX_VALUE);
        disk = site(second, 0);
    }

    private static SiteForTest site(Path folder, long inMemory) throws IOException {
        SiteForTest site = new SiteForTest(folder, SiteForTest.NOW, 0, false, inMemory);
        Publication latest =
                site.store.read(tables -> tables.publications().latest()).orElseThrow();
        assertThat(site.library.open(latest)).isEmpty();
        return site;
    }

    @AfterAll
    static void stop() {
        memory.close();
        disk.close();
    }

    private static List<String> queries() {
        List<String> queries = new ArrayList<>();
        Graph examples = GraphFactory.createDefaultGraph();
        RDFParser.fromString(
                        memory.get("/.well-known/sparql-examples/", "Accept", "text/turtle")
                                .body(),
                        Lang.TURTLE)
                .base("https://moisson.example/")
                .parse(examples);
        examples.stream()
                .filter(triple ->
                        triple.getPredicate().getURI().matches("http://www.w3.org/ns/shacl#(select|construct)"))
                .forEach(triple -> queries.add(triple.getObject().getLiteralLexicalForm()));
        assertThat(queries).hasSizeGreaterThan(7);
        ResearchQuery.all(query ->
                        memory.csv(query, "").lines().skip(1).findFirst().orElseThrow())
                .forEach(query -> queries.add(query.text()));
        queries.add("SELECT * WHERE { ?s ?p ?o }");
        queries.add("SELECT * WHERE { GRAPH ?g { ?s a ?type } }");
        queries.add("SELECT ?e ?d WHERE { ?e (<http://schema.org/location>/<http://schema.org/latitude>)+ ?d }");
        return queries;
    }

    @Test
    void theDatabaseIsThere() throws IOException {
        try (Stream<Path> bases = Files.list(home.resolve("disque/publications/.sparql"))) {
            assertThat(bases.map(base -> base.getFileName().toString())).anyMatch(name -> name.startsWith("2-"));
        }
        assertThat(home.resolve("memoire/publications/.sparql")).doesNotExist();
    }

    @Test
    void everyQueryHasTheSameAnswer() {
        for (String version : List.of("", "&at=1", "&at=2")) {
            for (String query : queries()) {
                same(query, version);
            }
        }
    }

    private static void same(String query, String version) {
        String accept =
                QueryFactory.create(query).isSelectType() ? "application/sparql-results+json" : "application/n-triples";
        String path =
                "/sparql?query=" + java.net.URLEncoder.encode(query, java.nio.charset.StandardCharsets.UTF_8) + version;
        var one = memory.get(path, "Accept", accept);
        var other = disk.get(path, "Accept", accept);
        assertThat(one.statusCode()).as(query).isEqualTo(200);
        assertThat(other.statusCode()).as(query).isEqualTo(200);
        if (QueryFactory.create(query).isSelectType()) {
            assertThat(ResultsCompare.equalsByTerm(rows(one.body()), rows(other.body())))
                    .as(query + version)
                    .isTrue();
        } else {
            assertThat(GraphsForTest.read(other, Lang.NTRIPLES)
                            .isIsomorphicWith(GraphsForTest.read(one, Lang.NTRIPLES)))
                    .as(query + version)
                    .isTrue();
        }
    }

    private static ResultSetRewindable rows(String json) {
        return ResultSetFactory.makeRewindable(ResultSetMgr.read(
                new java.io.ByteArrayInputStream(json.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                org.apache.jena.riot.resultset.ResultSetLang.RS_JSON));
    }

    @Test
    void everyPageTellsTheSame() {
        for (String page : PAGES) {
            for (String form : List.of("text/turtle", "application/n-triples")) {
                var one = memory.get(page, "Accept", form);
                var other = disk.get(page, "Accept", form);
                assertThat(other.statusCode()).as(page).isEqualTo(one.statusCode());
                if (one.statusCode() == 200) {
                    Lang lang = form.equals("text/turtle") ? Lang.TURTLE : Lang.NTRIPLES;
                    assertThat(GraphsForTest.read(other, lang).isIsomorphicWith(GraphsForTest.read(one, lang)))
                            .as(page)
                            .isTrue();
                }
            }
        }
    }

    @Test
    void hostileQueriesOnTheDiskAreStoppedToo() {
        String product = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }";
        String path = "/sparql?query=" + java.net.URLEncoder.encode(product, java.nio.charset.StandardCharsets.UTF_8);
        assertThat(disk.get(path).statusCode()).isEqualTo(503);
        same("SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }", "");
    }
}
