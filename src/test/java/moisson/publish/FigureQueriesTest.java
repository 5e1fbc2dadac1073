package moisson.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import moisson.event.Publication;
import moisson.publish.proof.Difference;
import moisson.statistics.Figure;
import moisson.statistics.Sheet;
import moisson.statistics.Statistics;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QueryExecutionFactory;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QuerySolution;
import org.apache.jena.query.Syntax;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every figure comes out the same when it is recomputed from the published graph by the query published with it. */
class FigureQueriesTest {
    @TempDir
    private Path home;

    private PublisherSettings settings;
    private Path folder;
    private List<Sheet> sheets;

    @BeforeEach
    void publish() throws IOException {
        settings = PublisherSettings.example(home);
        folder = Files.createDirectories(home.resolve("1"));
        Statistics statistics = new Statistics(FiguresForTest.territories(), settings.base());
        sheets = statistics.of(FiguresForTest.EDITIONS, FiguresForTest.events());
        List<Manifest.Entry> files = new Building(folder, settings, FiguresForTest.EDITIONS, statistics)
                .write(EventForTest.selection(FiguresForTest.events()), List.of(), List.of());
        Publication publication =
                new Publication(1, Instant.parse("2021-01-04T12:00:00Z"), ManifestFile.contentHash(files), 8);
        try (SummedFile out = SummedFile.create(folder.resolve(ManifestFile.NAME))) {
            ManifestFile.write(new Manifest(publication, files), out);
        }
    }

    @Test
    void everyFigureOfEveryEditionIsWhatItsQueryAnswers() throws IOException {
        Dataset graph = DatasetFactory.wrap(
                new Library(settings).version(1).orElseThrow().graph());
        List<String> differences = new ArrayList<>();
        int compared = 0;
        for (Sheet sheet : sheets) {
            Map<String, Map<String, String>> figures = sheet.figures().stream()
                    .collect(Collectors.groupingBy(
                            Figure::code,
                            Collectors.toMap(
                                    figure -> String.valueOf(figure.valueCode()), figure -> plain(figure.value()))));
            assertThat(sheet.queries().keySet()).isEqualTo(figures.keySet());
            for (Map.Entry<String, String> query : sheet.queries().entrySet()) {
                Map<String, String> expected = figures.getOrDefault(query.getKey(), Map.of());
                Map<String, String> answer = ask(graph, query.getValue());
                compared += expected.size();
                if (!answer.equals(expected)) {
                    differences.add(sheet.name() + " " + query.getKey() + ": " + expected + ", query: " + answer);
                }
            }
        }
        assertThat(differences).isEmpty();
        assertThat(compared).isGreaterThan(500);
    }

    @Test
    void aFigureThatOneFileTellsOtherwiseIsFound() throws IOException {
        for (String file : List.of("statistiques-2020.csv", "statistiques-2020.json", "statistiques-2020.ttl")) {
            Path path = folder.resolve(file);
            String text = Files.readString(path);
            String damaged = text.replaceFirst("(?s)(croissance-evenements.*?)66\\.7", "$166.8");
            assertThat(damaged).as(file).isNotEqualTo(text);
            Files.writeString(path, damaged);
            assertThat(Verification.of(settings, 1).orElseThrow().findings().differences())
                    .as(file)
                    .extracting(Difference::id, Difference::field)
                    .contains(tuple("2020 croissance-evenements", "valeur"));
            Files.writeString(path, text);
        }
    }

    @Test
    void aVersionTellsTheSameInAllItsFilesAndQueries() throws IOException {
        Verification verification = Verification.of(settings, 1).orElseThrow();
        assertThat(verification.findings().differences()).isEmpty();
        assertThat(verification.sound()).isTrue();
    }

    @Test
    void queriesArePlainSparql() {
        for (Sheet sheet : sheets) {
            sheet.queries().values().forEach(query -> QueryFactory.create(query, Syntax.syntaxSPARQL_11));
        }
        assertThat(sheets).hasSize(FiguresForTest.EDITIONS.size() + 1);
    }

    private static Map<String, String> ask(Dataset dataset, String query) {
        Map<String, String> cells = new TreeMap<>();
        try (QueryExecution execution = QueryExecutionFactory.create(query, dataset)) {
            execution
                    .execSelect()
                    .forEachRemaining(row -> cells.put(
                            row.contains("code_valeur") ? text(row, "code_valeur") : "null",
                            row.contains("valeur") ? plain(new BigDecimal(text(row, "valeur"))) : ""));
        }
        if (cells.isEmpty()) {
            cells.put("null", ""); // a total that cannot be known
        }
        return cells;
    }

    private static String text(QuerySolution row, String name) {
        return row.getLiteral(name).getLexicalForm();
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "" : number.setScale(2).toPlainString();
    }
}
