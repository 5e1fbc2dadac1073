package moisson.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MatchCommandTest {
    private static final Path SAMPLES = Path.of("samples");
    private static final String HEADER = "record_id,source,feed,source_uid,title,description,start,end,timings,venue,"
            + "address,postcode,commune,insee,lat,lon,organiser,url,lang,status\n";

    @TempDir
    Path folder;

    @Test
    void theSamplesFallIntoTheGroupsTheyAnnounce() throws IOException {
        Map<String, Set<String>> expected = new TreeMap<>();
        for (CSVRecord row : csv(Files.newBufferedReader(SAMPLES.resolve("expected.csv")))) {
            expected.computeIfAbsent(row.get("group"), group -> new TreeSet<>())
                    .add(row.get("source") + " " + row.get("key"));
        }
        Set<String> listed = expected.values().stream().flatMap(Set::stream).collect(Collectors.toSet());

        CommandForTest matched = CommandForTest.run("match", samples());

        Map<String, Set<String>> found = new TreeMap<>();
        for (CSVRecord row : csv(new StringReader(matched.out()))) {
            String record = source(row.get("file")) + " " + row.get("key");
            if (listed.contains(record) && !row.get("cluster").isEmpty()) {
                found.computeIfAbsent(row.get("cluster"), id -> new TreeSet<>()).add(record);
            }
        }
        assertThat(found.values()).containsExactlyInAnyOrderElementsOf(expected.values());
    }

    @Test
    void everyRecordReadHasARowAndRejectedOnesSayWhy() throws IOException {
        CommandForTest matched = CommandForTest.run("match", samples());

        List<CSVRecord> rows = csv(new StringReader(matched.out()));
        List<CSVRecord> rejected =
                rows.stream().filter(row -> row.get("cluster").isEmpty()).toList();
        assertThat(matched.status()).isEqualTo(Moisson.DONE_WITH_REJECTS);
        assertThat(rows).hasSize(249);
        assertThat(rejected).hasSize(6).allSatisfy(row -> {
            assertThat(row.get("reasons")).isNotBlank().doesNotContain("\n");
            assertThat(row.get("score")).isEmpty();
        });
        assertThat(rejected)
                .filteredOn(row -> row.get("key").equals("COL-X-04"))
                .singleElement()
                .satisfies(row -> assertThat(row.get("reasons")).contains("30/02/2019"));
    }

    @Test
    void theNumberOfThreadsDoesNotChangeAByte() throws IOException {
        Path one = folder.resolve("one.csv");
        Path three = folder.resolve("three.csv");

        CommandForTest.run("match", samples(), "--threads", 1, "--out", one);
        CommandForTest.run("match", samples(), "--threads", 3, "--out", three);

        assertThat(three).hasSameBinaryContentAs(one);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactlyInAnyOrder(one, three);
        }
    }

    @Test
    void rowsOfOneFileThatComeFromTwoFeedsAreJoinedWithAScoreThatCanBeFollowed() throws IOException {
        Path file = written(
                "r1,openagenda,openagenda1,a,Atelier de la donnée ouverte,Deux heures pour publier ses données.,"
                        + "2019-11-05T10:00:00+01:00,2019-11-05T12:00:00+01:00,,Hôtel de ville,1 place de la Mairie,35000,"
                        + "Rennes,35238,,,Ville de Rennes,,fr,",
                "r2,csv,csv7,b,ATELIER - La donnée ouverte,,2019-11-05T10:00:00+01:00,,,Mairie,1 place de la Mairie,35000,"
                        + "Rennes,,,,,,fr,",
                "r3,csv,csv7,c,Atelier de la donnée ouverte,,2019-11-05T14:00:00+01:00,,,Mairie,1 place de la Mairie,35000,"
                        + "Rennes,,,,,,fr,");

        CommandForTest matched = CommandForTest.run("match", file);

        List<CSVRecord> rows = csv(new StringReader(matched.out()));
        assertThat(matched.status()).isEqualTo(Moisson.DONE);
        assertThat(rows).extracting(row -> row.get("key")).containsExactly("r1", "r2", "r3");
        assertThat(rows.get(1).get("cluster")).isEqualTo(rows.get(0).get("cluster"));
        assertThat(rows.get(2).get("cluster")).isNotEqualTo(rows.get(0).get("cluster"));
        assertThat(rows.get(1).get("reasons")).startsWith("avec openagenda1/r1").contains("titre +");
        assertThat(Double.parseDouble(rows.get(1).get("score"))).isGreaterThan(10);
    }

    @Test
    void theSameRecordToldTwiceIsOneAndAnotherUnderItsKeyIsLeftOut() throws IOException {
        String row = "r1,csv,csv7,c,Atelier,,2019-11-05T14:00:00+01:00,,,,,35000,Rennes,,,,,,fr,";
        Path file = written(row, row, row.replace("Atelier", "Débat"));

        List<CSVRecord> rows =
                csv(new StringReader(CommandForTest.run("match", file).out()));

        assertThat(rows.get(0).get("cluster"))
                .isNotEmpty()
                .isEqualTo(rows.get(1).get("cluster"));
        assertThat(rows.get(2).get("cluster")).isEmpty();
    }

    @Test
    void anUnknownFormatIsBadUsage() throws IOException {
        Path prose = Files.writeString(folder.resolve("prose.txt"), "Il était une fois.");

        CommandForTest named = CommandForTest.run("match", SAMPLES.resolve("expected.csv"), "--format", "inconnu");
        CommandForTest guessed = CommandForTest.run("match", prose);

        assertThat(named.status()).isEqualTo(Moisson.BAD_USAGE);
        assertThat(named.err()).contains("inconnu", "openagenda");
        assertThat(guessed.status()).isEqualTo(Moisson.BAD_USAGE);
        assertThat(guessed.err()).contains("prose.txt", "--format");
    }

    @Test
    void aMissingFileStopsBeforeAnythingIsWritten() {
        Path out = folder.resolve("out.csv");

        CommandForTest matched = CommandForTest.run("match", folder.resolve("absent.csv"), "--out", out);

        assertThat(matched.status()).isEqualTo(Moisson.COULD_NOT);
        assertThat(matched.err()).contains("absent.csv");
        assertThat(folder).isEmptyDirectory();
    }

    private Path written(String... rows) throws IOException {
        return Files.writeString(folder.resolve("events.csv"), HEADER + String.join("\n", rows) + "\n");
    }

    private static List<Path> samples() throws IOException {
        try (Stream<Path> partners = Files.walk(SAMPLES.resolve("partners"), 2);
                Stream<Path> dropped = Files.walk(SAMPLES.resolve("drop"));
                Stream<Path> proposed = Files.walk(SAMPLES.resolve("form"))) {
            return Stream.of(partners, dropped, proposed)
                    .flatMap(files -> files)
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }

    /** Each source of the samples has a folder; the proposals share that of the form. */
    private static String source(String file) {
        String name = String.valueOf(Path.of(file).getName(Path.of(file).getNameCount() - 2));
        return name.equals("form") ? "formulaire" : name;
    }

    private static List<CSVRecord> csv(Reader text) throws IOException {
        try (var parser = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(text)) {
            return parser.getRecords();
        }
    }
}
