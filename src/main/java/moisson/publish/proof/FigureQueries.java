package moisson.publish.proof;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QueryExecutionFactory;
import org.apache.jena.query.QuerySolution;
import org.apache.jena.query.ResultSet;
import org.apache.jena.rdf.model.RDFNode;

/**
 * Runs the query published with each figure, and holds its answer against the figure. One query answers all cells of a
 * cut, so that a version of any size is asked a few hundred times. A figure without a query is a difference too.
 */
final class FigureQueries {
    private static final String FILE = FigureProof.FIGURES + ".json";

    private final Path folder;
    private final Dataset dataset;
    private final Findings findings;

    FigureQueries(Path folder, Dataset dataset, Findings findings) {
        this.folder = folder;
        this.dataset = dataset;
        this.findings = findings;
    }

    void check(String name) throws IOException {
        Map<String, Map<String, String>> figures = figures();
        List<JsonObject> queries = read("requetes");
        long asked = 0;
        for (JsonObject query : queries) {
            String code = FigureProof.text(query, "edition") + " " + FigureProof.text(query, "code");
            Map<String, String> expected = figures.remove(code);
            Map<String, String> met = answer(FigureProof.text(query, "sparql"));
            if (expected != null) {
                compare(name, code, expected, met);
                asked += expected.size();
            } else if (!met.isEmpty()) {
                findings.differ(name, code, "chiffre", "absent", "présent");
            }
        }
        figures.keySet().forEach(code -> findings.differ(name, code, "requête", "présente", "absente"));
        findings.compared(name, FILE, asked, "chiffres recalculés par " + queries.size() + " requêtes", asked);
    }

    private void compare(String name, String code, Map<String, String> expected, Map<String, String> met) {
        expected.forEach((cell, value) -> {
            // A total that cannot be known may be answered by no row at all.
            String answer = met.getOrDefault(cell, cell.isEmpty() ? "" : "absent");
            if (!value.equals(answer)) {
                findings.differ(name, (code + " " + cell).strip(), "valeur", value, answer);
            }
        });
        met.forEach((cell, answer) -> {
            if (!expected.containsKey(cell)) {
                findings.differ(name, (code + " " + cell).strip(), "chiffre", "absent", answer);
            }
        });
    }

    /** Values by cell, by edition and code; a total is the cell without a name. */
    private Map<String, Map<String, String>> figures() throws IOException {
        Map<String, Map<String, String>> figures = new LinkedHashMap<>();
        for (JsonObject figure : read("chiffres")) {
            figures.computeIfAbsent(
                            FigureProof.text(figure, "edition") + " " + FigureProof.text(figure, "code"),
                            unknown -> new TreeMap<>())
                    .put(FigureProof.text(figure, "code_valeur"), FigureProof.text(figure, "valeur"));
        }
        return figures;
    }

    private List<JsonObject> read(String array) throws IOException {
        try (InputStream in = Files.newInputStream(folder.resolve(FILE))) {
            return JsonRows.objects(in, array).toList();
        }
    }

    private Map<String, String> answer(String query) {
        Map<String, String> cells = new TreeMap<>();
        try (QueryExecution execution = QueryExecutionFactory.create(query, dataset)) {
            ResultSet results = execution.execSelect();
            while (results.hasNext()) {
                QuerySolution row = results.next();
                cells.put(text(row.get("code_valeur")), Alike.number(text(row.get("valeur"))));
            }
        }
        return cells;
    }

    private static String text(@org.jspecify.annotations.Nullable RDFNode node) {
        return node == null ? "" : node.asLiteral().getLexicalForm();
    }
}
