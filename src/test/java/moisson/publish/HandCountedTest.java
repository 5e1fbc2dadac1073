package moisson.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import moisson.publish.format.FigureFiles;
import moisson.statistics.Statistics;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.Test;

/** The published CSV file of a small example says what a person counted on paper. */
class HandCountedTest {
    private static final Path BY_HAND = Path.of("src/test/resources/moisson/statistics/a-la-main.csv");
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    @Test
    void everyFigureCountedByHandIsPublishedSo() throws IOException {
        Statistics statistics = new Statistics(FiguresForTest.territories(), URI.create("https://moisson.example/"));
        ByteArrayOutputStream csv = new ByteArrayOutputStream();
        FigureFiles.csv(statistics.of(FiguresForTest.EDITIONS, FiguresForTest.events()), csv);
        Map<String, String> published = values(csv.toString(UTF_8));
        List<String> differences = new ArrayList<>();
        values(Files.readString(BY_HAND)).forEach((figure, value) -> {
            if (!value.equals(published.get(figure))) {
                differences.add(figure + " is " + published.get(figure) + ", counted: " + value);
            }
        });
        assertThat(differences).isEmpty();
    }

    private static Map<String, String> values(String csv) throws IOException {
        Map<String, String> values = new TreeMap<>();
        try (CSVParser parser = CSVParser.parse(csv, FORMAT)) {
            parser.forEach(row -> values.put(
                    row.get("edition") + " " + row.get("code") + " " + row.get("code_valeur"), row.get("valeur")));
        }
        return values;
    }
}
