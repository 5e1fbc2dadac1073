package moisson.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import moisson.publish.format.Cells;
import moisson.publish.format.Column;
import moisson.publish.format.Columns;
import moisson.publish.format.DatasetWriters;
import moisson.publish.graph.EventGraph;
import moisson.publish.graph.Iris;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QueryExecutionFactory;
import org.apache.jena.query.QuerySolution;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** CSV, JSON, Turtle and N-Triples tell the same, hostile values included. */
class FormatsAgreeTest {
    private static final EventGraph GRAPH =
            new EventGraph(new Iris(URI.create("https://moisson.example/")), EventForTest.EDITIONS);

    private final Dataset dataset = new Dataset("evenements", EventForTest.some());

    @Test
    void csvHoldsEveryColumnOfEveryEvent() throws IOException {
        List<Map<String, String>> expected = EventForTest.some().stream()
                .map(event -> {
                    Map<String, String> row = new TreeMap<>();
                    Columns.ALL.forEach(column -> row.put(column.name(), plain(column.of(event))));
                    return row;
                })
                .toList();
        List<Map<String, String>> rows = new ArrayList<>();
        for (var cells : csv()) {
            Map<String, String> row = new TreeMap<>();
            for (Column column : Columns.ALL) {
                String cell = cells.getOrDefault(column.name(), "");
                boolean list = column.kind() == Column.Kind.LIST || column.kind() == Column.Kind.SESSIONS;
                boolean number = column.kind() == Column.Kind.DECIMAL;
                row.put(column.name(), list ? Cells.list(cell).toString() : number ? cell : Cells.text(cell));
            }
            rows.add(row);
        }
        assertThat(rows).isEqualTo(expected);
    }

    @Test
    void noCellOfTextCanBeRunAndNumbersStayNumbers() throws IOException {
        for (var row : csv()) {
            for (Column column : Columns.ALL) {
                if (column.kind() != Column.Kind.DECIMAL) {
                    assertThat(row.get(column.name())).doesNotMatch("(?s)[=+\\-@\\t\\r].*");
                }
            }
        }
        assertThat(csv().getFirst()).containsEntry("latitude", "-20.8823").containsEntry("longitude", "0.00000010");
    }

    @Test
    void csvIsRfc4180WithoutBom() throws IOException {
        String text = new String(bytes("csv"), UTF_8);
        assertThat(text).startsWith("id,edition,titre,description,").endsWith("\r\n");
        assertThat(text.lines().findFirst().orElseThrow().split(",")).hasSize(41);
    }

    @Test
    void jsonHoldsTheSameAsCsv() throws IOException {
        JsonNode json = new ObjectMapper().readTree(bytes("json"));
        List<Map<String, String>> fromJson = new ArrayList<>();
        for (JsonNode event : json.get("evenements")) {
            Map<String, String> row = new TreeMap<>();
            for (Column column : Columns.ALL) {
                JsonNode holder = column.group() == null ? event : event.get(column.group());
                row.put(column.name(), flat(holder.required(column.name())));
            }
            fromJson.add(row);
        }
        List<Map<String, String>> fromEvents = EventForTest.some().stream()
                .map(event -> {
                    Map<String, String> row = new TreeMap<>();
                    Columns.ALL.forEach(column -> row.put(column.name(), plain(column.of(event))));
                    return row;
                })
                .toList();
        assertThat(json.get("jeu").asText()).isEqualTo("evenements");
        assertThat(fromJson).isEqualTo(fromEvents);
    }

    @Test
    void bothRdfFilesHoldTheSameGraphAndTheKeyColumns() throws IOException {
        Model turtle = model("ttl", Lang.TURTLE);
        Model triples = model("nt", Lang.NTRIPLES);
        assertThat(turtle.isIsomorphicWith(triples)).isTrue();
        List<Map<String, String>> expected = new ArrayList<>();
        for (var row : csv()) {
            Map<String, String> key = new TreeMap<>();
            for (String name : KEY_COLUMNS) {
                key.put(name, Cells.text(row.getOrDefault(name, "")));
            }
            key.put(
                    "organisateurs",
                    Integer.toString(
                            Cells.list(row.getOrDefault("organisateurs", "")).size()));
            key.put(
                    "seances",
                    Integer.toString(Cells.list(row.getOrDefault("seances", "")).size()));
            expected.add(key);
        }
        assertThat(keyColumns(turtle)).containsExactlyInAnyOrderElementsOf(expected);
    }

    private static final List<String> KEY_COLUMNS = List.of(
            "id",
            "edition",
            "titre",
            "description",
            "description_courte",
            "format",
            "mode",
            "statut",
            "type_organisateur",
            "debut",
            "fin",
            "fuseau",
            "lieu",
            "adresse",
            "code_postal",
            "commune",
            "code_commune",
            "code_departement",
            "code_region",
            "latitude",
            "longitude",
            "precision_position",
            "gratuit",
            "tarif",
            "url",
            "inscription",
            "publie_le",
            "modifie_le",
            "completude",
            "nb_sources");

    private static List<Map<String, String>> keyColumns(Model model) {
        String query = """
                PREFIX schema: <http://schema.org/> PREFIX dct: <http://purl.org/dc/terms/>
                PREFIX skos: <http://www.w3.org/2004/02/skos/core#> PREFIX def: <https://moisson.example/def/>
                SELECT ?id ?edition ?titre ?description ?description_courte ?format ?mode ?statut ?type_organisateur
                  ?debut ?fin ?fuseau ?lieu ?adresse ?code_postal ?commune ?code_commune ?code_departement ?code_region
                  ?latitude ?longitude ?precision_position ?gratuit ?tarif ?url ?inscription ?publie_le ?modifie_le
                  ?completude ?nb_sources ?organisateurs ?seances
                WHERE { ?e a schema:Event ; dct:identifier ?id ; def:edition/def:annee ?edition ; schema:name ?titre ;
                  def:fuseau ?fuseau ; dct:created ?publie_le ; dct:modified ?modifie_le ; def:completude ?completude .
                  ?e def:format/skos:prefLabel ?format . FILTER(LANG(?format) = "fr")
                  ?e def:mode/skos:prefLabel ?mode . FILTER(LANG(?mode) = "fr")
                  ?e def:statut/skos:prefLabel ?statut . FILTER(LANG(?statut) = "fr")
                  ?e def:typeOrganisateur/skos:prefLabel ?type_organisateur . FILTER(LANG(?type_organisateur) = "fr")
                  OPTIONAL { ?e schema:description ?description } OPTIONAL { ?e def:descriptionCourte ?description_courte }
                  OPTIONAL { ?e schema:startDate ?debut } OPTIONAL { ?e schema:endDate ?fin }
                  OPTIONAL { ?e schema:location/schema:name ?lieu }
                  OPTIONAL { ?e schema:location/schema:address/schema:streetAddress ?adresse }
                  OPTIONAL { ?e schema:location/schema:address/schema:postalCode ?code_postal }
                  OPTIONAL { ?e schema:location/schema:address/schema:addressLocality ?commune }
                  OPTIONAL { ?e def:commune/skos:notation ?code_commune }
                  OPTIONAL { ?e def:departement/skos:notation ?code_departement }
                  OPTIONAL { ?e def:region/skos:notation ?code_region }
                  OPTIONAL { ?e schema:location/schema:latitude ?latitude }
                  OPTIONAL { ?e schema:location/schema:longitude ?longitude }
                  OPTIONAL { ?e schema:location/def:precisionPosition/skos:prefLabel ?precision_position
                    FILTER(LANG(?precision_position) = "fr") }
                  OPTIONAL { ?e schema:isAccessibleForFree ?gratuit } OPTIONAL { ?e def:tarif ?tarif }
                  OPTIONAL { ?e schema:url ?url } OPTIONAL { ?e def:inscription ?inscription }
                  { SELECT ?e (COUNT(DISTINCT ?s) AS ?nb_sources) (COUNT(DISTINCT ?o) AS ?organisateurs)
                      (COUNT(DISTINCT ?c) AS ?seances)
                    WHERE { ?e a schema:Event ; def:source ?s OPTIONAL { ?e schema:organizer ?o }
                      OPTIONAL { ?e schema:eventSchedule ?c } } GROUP BY ?e } }""";
        List<Map<String, String>> rows = new ArrayList<>();
        try (QueryExecution execution = QueryExecutionFactory.create(query, model)) {
            execution.execSelect().forEachRemaining(solution -> rows.add(row(solution)));
        }
        return rows;
    }

    private static Map<String, String> row(QuerySolution solution) {
        Map<String, String> row = new TreeMap<>();
        KEY_COLUMNS.forEach(name -> row.put(name, text(solution, name)));
        row.put("organisateurs", text(solution, "organisateurs"));
        row.put("seances", text(solution, "seances"));
        return row;
    }

    private static String text(QuerySolution solution, String name) {
        if (!solution.contains(name)) {
            return "";
        }
        return solution.get(name).isLiteral()
                ? solution.getLiteral(name).getLexicalForm()
                : solution.getResource(name).getURI();
    }

    private List<Map<String, String>> csv() throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser rows = CSVParser.parse(new StringReader(new String(bytes("csv"), UTF_8)), format)) {
            return rows.getRecords().stream().map(row -> row.toMap()).toList();
        }
    }

    private Model model(String extension, Lang lang) throws IOException {
        Model model = ModelFactory.createDefaultModel();
        RDFParser.create()
                .fromString(new String(bytes(extension), UTF_8))
                .lang(lang)
                .strict(true)
                .checking(true)
                .errorHandler(ErrorHandlerFactory.errorHandlerStrict)
                .parse(model);
        return model;
    }

    private byte[] bytes(String extension) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (DatasetWriter writer : DatasetWriters.all(GRAPH)) {
            if (writer.extension().equals(extension)) {
                writer.write(dataset, out);
            }
        }
        return out.toByteArray();
    }

    private static String plain(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case BigDecimal number -> number.toPlainString();
            default -> value.toString();
        };
    }

    private static String flat(JsonNode value) {
        if (value.isNull()) {
            return "";
        }
        if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false)
                    .map(FormatsAgreeTest::flat)
                    .toList()
                    .toString();
        }
        return value.isObject()
                ? flat(value.get("debut")) + "/" + flat(value.get("fin"))
                : value.isDouble() ? value.decimalValue().toPlainString() : value.asText();
    }
}
