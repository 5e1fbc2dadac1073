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
import java.util.Objects;
import moisson.publish.EditionFigures;
import moisson.statistics.Definition;
import moisson.statistics.Figure;
import org.jspecify.annotations.Nullable;

/** The figures as CSV, one row each, and as JSON with their definitions and queries. An unknown value is left empty. */
public final class FigureFiles {
    /** What stands for all editions together in the column {@code edition}. */
    public static final String ALL_EDITIONS = "toutes";

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private record Sheet(
            @JsonProperty("jeu") String dataset,
            @JsonProperty("definitions") List<Meaning> definitions,
            @JsonProperty("chiffres") List<Row> figures) {}

    private record Meaning(
            @JsonProperty("code") String code,
            @JsonProperty("definition_fr") String french,
            @JsonProperty("definition_en") String english) {}

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
            @JsonProperty("sparql") @Nullable String sparql) {}

    private FigureFiles() {}

    public static void csv(List<EditionFigures> sheets, OutputStream out) throws IOException {
        CsvTable table = new CsvTable(Headings.FIGURES, out);
        for (EditionFigures sheet : sheets) {
            for (Figure figure : sheet.figures()) {
                table.row(
                        edition(sheet),
                        figure.code(),
                        figure.frenchName(),
                        figure.unit(),
                        figure.dimension(),
                        figure.valueCode(),
                        figure.valueLabel(),
                        figure.value(),
                        figure.denominatorCode());
            }
        }
        table.flush();
    }

    public static void json(String dataset, List<Definition> definitions, List<EditionFigures> sheets, OutputStream out)
            throws IOException {
        List<Meaning> meanings = definitions.stream()
                .map(definition -> new Meaning(definition.code(), definition.frenchText(), definition.englishText()))
                .toList();
        List<Row> rows = sheets.stream()
                .flatMap(sheet -> sheet.figures().stream().map(figure -> row(sheet, figure)))
                .toList();
        out.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(new Sheet(dataset, meanings, rows)));
        out.write('\n');
    }

    /** The figures of one edition ({@code null}: of all together) in a file written by {@link #json}. */
    public static EditionFigures read(InputStream json, @Nullable Integer edition) throws IOException {
        String wanted = edition(new EditionFigures(edition, List.of()));
        return new EditionFigures(
                edition,
                JSON.readValue(json, Sheet.class).figures().stream()
                        .filter(row -> row.edition().equals(wanted))
                        .map(FigureFiles::figure)
                        .toList());
    }

    private static String edition(EditionFigures sheet) {
        return sheet.edition() == null
                ? ALL_EDITIONS
                : Objects.requireNonNull(sheet.edition()).toString();
    }

    private static Row row(EditionFigures sheet, Figure figure) {
        return new Row(
                edition(sheet),
                figure.code(),
                figure.frenchName(),
                figure.englishName(),
                figure.unit(),
                figure.dimension(),
                figure.valueCode(),
                figure.valueLabel(),
                figure.value(),
                figure.denominatorCode(),
                figure.sparql());
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
                row.sparql());
    }
}
