package moisson.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import moisson.event.EventId;
import moisson.event.Match;
import moisson.event.Reason;
import moisson.statistics.Statistics;
import moisson.store.PublicationTable.Change;
import moisson.store.PublicationTable.ChangeKind;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every published CSV file is what its Table Schema and its CSVW description say. */
class DescriptionsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    private List<Manifest.Entry> files = List.of();

    @BeforeEach
    void publish() throws IOException {
        PublisherSettings settings = PublisherSettings.example(folder);
        Match match = new Match(
                new EventId("source-a", "1"),
                new EventId("source-b", "1"),
                17.456,
                Match.Decision.JOINED,
                List.of(new Reason("titre", "a", "b", 9.125), new Reason("jour", "c", "d", 8.331)));
        Change change = new Change(1, EventForTest.THEN, "b2", 2020, ChangeKind.CHANGED, "titre|debut", null);
        Change removed = new Change(2, EventForTest.THEN, "x9", 2019, ChangeKind.REMOVED, "", "a1");
        files = new Building(
                        folder,
                        settings,
                        EventForTest.EDITIONS,
                        new Statistics(EventForTest.departments(), EventForTest.regions(), settings.base()))
                .write(EventForTest.selection(EventForTest.some()), List.of(match), List.of(change, removed));
    }

    @Test
    void everyCellIsOfTheTypeItsSchemaSays() throws IOException {
        Set<String> checked = new TreeSet<>();
        for (Manifest.Entry csv : tables()) {
            JsonNode schema = JSON.readTree(folder.resolve(csv.dataset().replaceFirst("-\\d{4}$", "") + ".schema.json")
                    .toFile());
            List<String> problems = new ArrayList<>();
            try (CSVParser rows = open(csv)) {
                assertThat(rows.getHeaderNames()).isEqualTo(schema.get("fields").findValuesAsText("name"));
                Set<String> keys = new HashSet<>();
                for (CSVRecord row : rows) {
                    schema.get("fields")
                            .forEach(field ->
                                    check(field, row.get(field.get("name").asText()), problems));
                    if (schema.has("primaryKey")
                            && !keys.add(row.get(schema.get("primaryKey").asText()))) {
                        problems.add("twice: " + row);
                    }
                }
            }
            assertThat(problems).as(csv.path()).isEmpty();
            checked.add(csv.path());
        }
        assertThat(checked)
                .contains("evenements.csv", "statistiques-2019.csv", "sources-et-doublons.csv", "changements-2020.csv");
    }

    private static void check(JsonNode field, String cell, List<String> problems) {
        JsonNode constraints = field.path("constraints");
        if (cell.isEmpty()) {
            if (constraints.path("required").asBoolean()) {
                problems.add(field.get("name") + " is empty");
            }
            return;
        }
        boolean allowed = constraints.path("enum").isMissingNode()
                || constraints
                        .path("enum")
                        .valueStream()
                        .anyMatch(one -> one.asText().equals(cell));
        boolean shaped = Pattern.matches(constraints.path("pattern").asText("(?s).*"), cell);
        if (!allowed
                || !shaped
                || !typed(field.get("type").asText(), field.path("format").asText(), cell)) {
            problems.add(field.get("name") + ": " + cell);
        }
    }

    private static boolean typed(String type, String format, String cell) {
        try {
            return switch (type) {
                case "integer" -> new BigInteger(cell).toString().equals(cell);
                case "number" -> new BigDecimal(cell).scale() >= 0;
                case "boolean" -> List.of("true", "false").contains(cell);
                case "date" -> LocalDate.parse(cell).toString().equals(cell);
                case "datetime" -> Instant.parse(cell).toString().equals(cell);
                case "string" -> !"uri".equals(format) || URI.create(cell).isAbsolute();
                default -> false;
            };
        } catch (RuntimeException e) {
            return false;
        }
    }

    @Test
    void everyCsvwDescriptionNamesItsFileAndEveryColumnInBothLanguages() throws IOException {
        for (Manifest.Entry csv : tables()) {
            JsonNode described =
                    JSON.readTree(folder.resolve(csv.path() + "-metadata.json").toFile());
            assertThat(described.get("url").asText()).isEqualTo(csv.path());
            JsonNode columns = described.get("tableSchema").get("columns");
            try (CSVParser rows = open(csv)) {
                assertThat(rows.getHeaderNames()).isEqualTo(columns.findValuesAsText("name"));
                for (CSVRecord row : rows) {
                    for (JsonNode column : columns) {
                        String pattern =
                                column.path("datatype").path("base").asText().equals("string")
                                        ? column.path("datatype").path("format").asText("(?s).*")
                                        : "(?s).*";
                        String cell = row.get(column.get("name").asText());
                        assertThat(cell.isEmpty() || Pattern.matches(pattern, cell))
                                .as(cell)
                                .isTrue();
                        assertThat(cell.isEmpty() && column.path("required").asBoolean())
                                .isFalse();
                    }
                }
            }
            columns.forEach(column -> assertThat(column.get("dc:description").findValuesAsText("@language"))
                    .containsExactly("fr", "en"));
        }
    }

    @Test
    void theSourcesTellWhyRecordsWereJoined() throws IOException {
        try (CSVParser rows = open("sources-et-doublons.csv")) {
            Map<String, String> row = rows.stream()
                    .filter(record -> record.get("source").equals("source-b")
                            && record.get("cle").equals("1"))
                    .findFirst()
                    .orElseThrow()
                    .toMap();
            assertThat(row)
                    .containsEntry("id", "b2")
                    .containsEntry("nb_enregistrements", "2")
                    .containsEntry("joint_source", "source-a")
                    .containsEntry("score", "17.46")
                    .containsEntry("raisons", "titre: 9.12|jour: 8.33");
        }
    }

    @Test
    void theChangesTellWhatReplacedWhat() throws IOException {
        assertThat(Files.readString(folder.resolve("changements.csv"), StandardCharsets.UTF_8))
                .isEqualToIgnoringNewLines("""
                        version,instant,id,edition,changement,colonnes,remplace_par
                        1,2020-01-02T03:04:05Z,b2,2020,modification,titre|debut,
                        2,2020-01-02T03:04:05Z,x9,2019,retrait,,a1
                        """);
        assertThat(Files.readString(folder.resolve("changements-2019.csv")))
                .contains("x9")
                .doesNotContain("b2");
    }

    private List<Manifest.Entry> tables() {
        return files.stream()
                .filter(file -> file.mediaType().equals("text/csv"))
                .toList();
    }

    private CSVParser open(Manifest.Entry csv) throws IOException {
        return open(csv.path());
    }

    private CSVParser open(String csv) throws IOException {
        return CSVParser.parse(
                folder.resolve(csv),
                StandardCharsets.UTF_8,
                CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get());
    }
}
