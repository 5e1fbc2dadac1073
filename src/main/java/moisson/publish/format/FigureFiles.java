package moisson.publish.format;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.TreeMap;
import moisson.statistics.Definition;
import moisson.statistics.Figure;
import moisson.statistics.Sheet;
import org.jspecify.annotations.Nullable;

/** The figures as CSV, one row each, and as JSON with their definitions and queries. An unknown value is left empty. */
public final class FigureFiles {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            // Versions of the past hold members of the past.
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private record File(
            @JsonProperty("jeu") String dataset,
            @JsonProperty("definitions") List<Meaning> definitions,
            @JsonProperty("chiffres") List<Row> figures,
            @JsonProperty("requetes") @Nullable List<Question> queries) {}

    private record Meaning(
            @JsonProperty("code") String code,
            @JsonProperty("nom_fr") String frenchName,
            @JsonProperty("nom_en") String englishName,
            @JsonProperty("definition_fr") String french,
            @JsonProperty("definition_en") String english,
            @JsonProperty("unite") String unit,
            @JsonProperty("dimension") @Nullable String dimension,
            @JsonProperty("denominateur") @Nullable String denominator,
            @JsonProperty("addition") @Nullable Boolean additive) {}

    private record Row(
            @JsonProperty("edition") String edition,
            @JsonProperty("code") String code,
            @JsonProperty("nom_fr") String frenchName,
            @JsonProperty("nom_en") String englishName,
            @JsonProperty("unite") String unit,
            @JsonProperty("dimension") @Nullable String dimension,
            @JsonProperty("code_valeur") @Nullable String valueCode,
            @JsonProperty("libelle_valeur") @Nullable String valueLabel,
            @JsonProperty("valeur") @Nullable BigDecimal value,
            @JsonProperty("denominateur") @Nullable String denominator,
            @JsonProperty("addition") @Nullable Boolean additive) {}

    private record Question(
            @JsonProperty("edition") String edition,
            @JsonProperty("code") String code,
            @JsonProperty("sparql") String sparql) {}

    private FigureFiles() {}

    public static void csv(List<Sheet> sheets, OutputStream out) throws IOException {
        CsvTable table = new CsvTable(Headings.FIGURES, out);
        for (Sheet sheet : sheets) {
            for (Figure figure : sheet.figures()) {
                table.row(
                        sheet.name(),
                        figure.code(),
                        figure.frenchName(),
                        figure.unit(),
                        figure.dimension(),
                        figure.valueCode(),
                        figure.valueLabel(),
                        figure.value(),
                        figure.denominatorCode(),
                        figure.additive());
            }
        }
        table.flush();
    }

    public static void json(String dataset, List<Definition> definitions, List<Sheet> sheets, OutputStream out)
            throws IOException {
        List<Meaning> meanings = definitions.stream().map(FigureFiles::meaning).toList();
        List<Row> rows = sheets.stream()
                .flatMap(sheet -> sheet.figures().stream().map(figure -> row(sheet, figure)))
                .toList();
        List<Question> queries = sheets.stream()
                .flatMap(sheet -> sheet.queries().entrySet().stream()
                        .map(query -> new Question(sheet.name(), query.getKey(), query.getValue())))
                .toList();
        out.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(new File(dataset, meanings, rows, queries)));
        out.write('\n');
    }

    /** The figures of one edition ({@code null}: of all together) in a file written by {@link #json}. */
    public static Sheet read(InputStream json, @Nullable Integer edition) throws IOException {
        String wanted = edition == null ? Sheet.ALL : edition.toString();
        File file = JSON.readValue(json, File.class);
        TreeMap<String, String> queries = new TreeMap<>();
        List<Question> told = file.queries();
        if (told != null) {
            told.stream()
                    .filter(query -> query.edition().equals(wanted))
                    .forEach(query -> queries.put(query.code(), query.sparql()));
        }
        return new Sheet(
                edition,
                file.figures().stream()
                        .filter(row -> row.edition().equals(wanted))
                        .map(FigureFiles::figure)
                        .toList(),
                queries);
    }

    private static Meaning meaning(Definition definition) {
        return new Meaning(
                definition.code(),
                definition.frenchName(),
                definition.englishName(),
                definition.frenchText(),
                definition.englishText(),
                definition.unit(),
                definition.dimension(),
                definition.denominatorCode(),
                definition.additive());
    }

    private static Row row(Sheet sheet, Figure figure) {
        return new Row(
                sheet.name(),
                figure.code(),
                figure.frenchName(),
                figure.englishName(),
                figure.unit(),
                figure.dimension(),
                figure.valueCode(),
                figure.valueLabel(),
                figure.value(),
                figure.denominatorCode(),
                figure.additive());
    }

    private static Figure figure(Row row) {
        return new Figure(
                row.code(),
                row.frenchName(),
                row.englishName(),
                row.unit(),
                row.dimension(),
                row.valueCode(),
                row.valueLabel(),
                row.value(),
                row.denominator(),
                row.additive());
    }
}
