package moisson.publish.proof;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QueryExecutionFactory;
import org.apache.jena.query.QuerySolution;
import org.apache.jena.sparql.core.DatasetGraph;

/** Asks the SPARQL dataset of a version what its files say: every triple, the events, and every figure by its query. */
public final class SparqlProof {
    /** What this proof is called in what it finds. */
    private static final String NAME = "SPARQL";

    private static final String EVENTS = """
            PREFIX schema: <http://schema.org/> PREFIX dct: <http://purl.org/dc/terms/>
            SELECT ?id ?titre ?debut ?fin ?publie_le ?modifie_le WHERE {
              ?e a schema:Event ; dct:identifier ?id ; schema:name ?titre ;
                dct:created ?publie_le ; dct:modified ?modifie_le .
              OPTIONAL { ?e schema:startDate ?debut } OPTIONAL { ?e schema:endDate ?fin } }""";

    private final Path folder;
    private final Dataset dataset;
    private final Findings findings;

    public SparqlProof(Path folder, DatasetGraph graph, Findings findings) {
        this.folder = folder;
        this.dataset = DatasetFactory.wrap(graph);
        this.findings = findings;
    }

    public void check() {
        findings.tried(NAME, this::triples);
        findings.tried(NAME, this::events);
        findings.tried(NAME, () -> new FigureQueries(folder, dataset, findings).check(NAME));
    }

    private void triples() {
        TripleSum file = GraphRows.sum(folder.resolve("evenements.nt"));
        TripleSum graph = new TripleSum();
        dataset.asDatasetGraph().getDefaultGraph().stream().forEach(graph::add);
        if (!file.told().equals(graph.told())) {
            findings.differ(NAME, "", "triplets", file.told(), graph.told());
        }
        findings.compared(NAME, "evenements.nt", file.count(), "triplets", file.count());
    }

    private void events() throws IOException {
        Map<String, Row> answers = new LinkedHashMap<>();
        try (QueryExecution execution = QueryExecutionFactory.create(EVENTS, dataset)) {
            execution.execSelect().forEachRemaining(solution -> {
                Row row = row(solution);
                if (answers.put(row.id(), row) != null) {
                    findings.differ(NAME, row.id(), "ligne", "une fois", "deux fois");
                }
            });
        }
        try (Rows rows = CsvRows.events(folder.resolve("evenements.csv"))) {
            Lockstep lockstep = new Lockstep(NAME, findings);
            while (rows.iterator().hasNext()) {
                Row row = only(rows.iterator().next());
                lockstep.step(
                        row,
                        Optional.ofNullable(answers.remove(row.id())).stream().iterator());
            }
            lockstep.end(answers.values().iterator(), "evenements.csv");
        }
    }

    private static Row only(Row row) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String name : List.of("id", "titre", "debut", "fin", "publie_le", "modifie_le")) {
            values.put(name, row.get(name));
        }
        return new Row(row.id(), values);
    }

    private static Row row(QuerySolution solution) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String name : List.of("id", "titre", "debut", "fin", "publie_le", "modifie_le")) {
            values.put(name, solution.contains(name) ? solution.getLiteral(name).getLexicalForm() : "");
        }
        // All answers are held, since they come in no order: as small as they can be.
        return new Row(values.getOrDefault("id", ""), Map.copyOf(values));
    }
}
