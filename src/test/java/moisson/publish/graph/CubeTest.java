package moisson.publish.graph;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import moisson.publish.FiguresForTest;
import moisson.statistics.Sheet;
import moisson.statistics.Statistics;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QueryExecutionFactory;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.update.UpdateAction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The published cube is well formed: no integrity constraint of the recommendation is broken, and each can be. */
class CubeTest {
    private static final Path CONSTRAINTS = Path.of("src/test/resources/moisson/publish/cube");
    private static final String PREFIXES = """
            PREFIX qb: <http://purl.org/linked-data/cube#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#> PREFIX def: <https://moisson.example/def/>
            PREFIX sdmx: <http://purl.org/linked-data/sdmx/2009/attribute#>
            PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> PREFIX owl: <http://www.w3.org/2002/07/owl#>
            PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> PREFIX eg: <https://moisson.example/exemple/>
            """;

    private final Statistics statistics =
            new Statistics(FiguresForTest.territories(), URI.create("https://moisson.example/"));
    private final List<Sheet> sheets = statistics.of(FiguresForTest.EDITIONS, FiguresForTest.events());

    @Test
    void noConstraintIsBroken() throws IOException {
        assertThat(broken(read())).isEmpty();
        try (Stream<Path> files = Files.list(CONSTRAINTS)) {
            assertThat(files).hasSize(21);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ic-01 | DELETE WHERE { ?o qb:dataSet ?set }
            ic-02 | DELETE WHERE { ?set qb:structure ?structure }
            ic-03 | DELETE WHERE { ?component qb:measure ?measure }
            ic-04 | DELETE WHERE { ?dimension rdfs:range skos:Concept }
            ic-05 | DELETE WHERE { ?dimension qb:codeList ?list }
            ic-06 | INSERT { ?component qb:componentRequired false } WHERE { ?component qb:measure ?measure }
            ic-11 | DELETE WHERE { ?o <https://moisson.example/def/dimension/region> ?v }
            ic-12 | INSERT { def:x ?p ?v } WHERE { BIND(IRI("https://moisson.example/donnees/statistiques-2020#jours") AS ?o) ?o ?p ?v }
            ic-13 | DELETE WHERE { ?o sdmx:unitMeasure ?unit }
            ic-14 | DELETE WHERE { ?o def:valeur ?value }
            ic-19 | DELETE WHERE { ?code skos:inScheme ?list }
            """)
    void everyConstraintThatConcernsUsCanBeBroken(String constraint, String damage) throws IOException {
        Model cube = read();
        UpdateAction.parseExecute(PREFIXES + damage, cube);
        assertThat(broken(cube)).contains(constraint);
    }

    @Test
    void twiceTheSameFiguresAreTheSameBytes() {
        assertThat(turtle()).isEqualTo(turtle());
    }

    @Test
    void anUnknownValueIsNamedAndHasNoObservation() {
        String set = "<https://moisson.example/donnees/statistiques-2020#";
        assertThat(ask("ASK { " + set + "cube-evenements-pour-100000-par-region> def:valeurInconnue ?code . "
                        + "?code skos:notation \"984\" FILTER NOT EXISTS { " + set
                        + "evenements-pour-100000-par-region/984> ?p ?o } }"))
                .isTrue();
    }

    /** The queries of the recommendation itself are not part of the project. */
    @Test
    void theConstraintsAsTheRecommendationWritesThemHold() throws IOException {
        String folder = System.getProperty("moisson.conformance");
        assumeTrue(folder != null, "set -Dmoisson.conformance to the folder with data-cube to run this test");
        Model cube = read();
        Path queries = Path.of(folder).resolve("data-cube");
        for (String phase : List.of("closure.ru", "flatten.ru")) {
            UpdateAction.parseExecute(PREFIXES + Files.readString(queries.resolve(phase)), cube);
        }
        Set<String> broken = new TreeSet<>();
        int asked = 0;
        try (Stream<Path> files = Files.list(queries)) {
            for (Path file : files.filter(file -> file.toString().contains("integrity-"))
                    .sorted()
                    .toList()) {
                asked++;
                try (QueryExecution execution = QueryExecutionFactory.create(PREFIXES + Files.readString(file), cube)) {
                    if (execution.execAsk()) {
                        broken.add(String.valueOf(file.getFileName()));
                    }
                }
            }
        }
        assertThat(broken).isEmpty();
        assertThat(asked).isEqualTo(22);
    }

    private boolean ask(String query) {
        try (QueryExecution execution = QueryExecutionFactory.create(PREFIXES + query, read())) {
            return execution.execAsk();
        }
    }

    private static Set<String> broken(Model cube) throws IOException {
        Set<String> broken = new TreeSet<>();
        try (Stream<Path> files = Files.list(CONSTRAINTS)) {
            for (Path file : files.sorted().toList()) {
                try (QueryExecution execution = QueryExecutionFactory.create(Files.readString(file), cube)) {
                    if (execution.execSelect().hasNext()) {
                        broken.add(String.valueOf(file.getFileName()).replace(".rq", ""));
                    }
                }
            }
        }
        return broken;
    }

    private String turtle() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Cube(new Iris(URI.create("https://moisson.example/")), statistics.definitions()).write(sheets, out);
        return out.toString(UTF_8);
    }

    private Model read() {
        Model model = ModelFactory.createDefaultModel();
        RDFParser.create()
                .source(new ByteArrayInputStream(turtle().getBytes(UTF_8)))
                .lang(Lang.TURTLE)
                .parse(model.getGraph());
        return model;
    }
}
