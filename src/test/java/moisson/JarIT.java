package moisson;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.riot.RDFDataMgr;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Runs the packaged jar for real: libraries that tests bring along may be missing from it. */
@TestMethodOrder(MethodOrderer.MethodName.class)
class JarIT {
    private static final int LONGEST_SECONDS = 120;

    /** Of a demo that nobody disturbed. */
    @TempDir
    static Path whole;

    @TempDir
    Path folder;

    @BeforeAll
    static void runTheWholeDemo() throws Exception {
        Ended first = moisson("demo", "--once", "--data", whole.resolve("demo").toString());
        assertThat(first.status()).as(first.out()).isZero();
    }

    @Test
    void theWholeDemoRunsOnceAndItsFilesTellTheSame() throws Exception {
        Path data = whole.resolve("demo");
        Path version = data.resolve("publications/1");
        for (int year = 2014; year <= 2020; year++) {
            Set<String> ids = csvIds(version.resolve("evenements-" + year + ".csv"));
            assertThat(ids).as("%d", year).isNotEmpty();
            assertThat(jsonIds(version.resolve("evenements-" + year + ".json"))).isEqualTo(ids);
            assertThat(rdfIds(version.resolve("evenements-" + year + ".ttl"))).isEqualTo(ids);
            assertThat(rdfIds(version.resolve("evenements-" + year + ".nt"))).isEqualTo(ids);
        }

        Ended second = moisson("demo", "--once", "--data", data.toString());

        assertThat(second.status()).as(second.out()).isZero();
        assertThat(data.resolve("publications/2")).doesNotExist();
        assertThat(second.out()).contains("0 nouveau");
    }

    @Test
    void aDemoKilledHalfWayIsCompletedByTheNextOneWithNothingLostAndNothingDoubled() throws Exception {
        Path killed = folder.resolve("killed");

        for (String moment : List.of("collectivites", "openagenda-innovation", "universites")) {
            killWhenItSays(moment, "demo", "--once", "--data", killed.toString());
        }
        Ended next = moisson("demo", "--once", "--data", killed.toString());

        assertThat(next.status()).as(next.out()).isZero();
        assertThat(csvIds(latest(killed).resolve("evenements.csv")))
                .isEqualTo(csvIds(latest(whole.resolve("demo")).resolve("evenements.csv")));
    }

    @Test
    void helpAndWrongUseAnswerWithTheirStatus() throws Exception {
        assertThat(moisson("--help").status()).isZero();
        assertThat(moisson("harvest", "--help").status()).isZero();
        assertThat(moisson("inconnu").status()).isEqualTo(2);
        assertThat(moisson("harvest", "inconnue", "--data", folder.resolve("d").toString())
                        .status())
                .isEqualTo(2);
    }

    @Test
    void aBadSettingIsToldWithEveryOther() throws Exception {
        Path data = Files.createDirectories(folder.resolve("bad"));
        Files.writeString(data.resolve("moisson.properties"), "moisson.port = abc\nmoisson.prot = 8080\n");

        Ended ended = moisson("publish", "--data", data.toString());

        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.out()).contains("moisson.port", "« abc »", "moisson.prot");
    }

    @Test
    void twoAtOnceInOneFolderAreToldApart() throws Exception {
        Path data = folder.resolve("shared");
        Process first = start("serve", "--port", "0", "--data", data.toString());
        try {
            waitFor(first, "http://");
            Ended second = moisson("publish", "--data", data.toString());
            assertThat(second.status()).isEqualTo(3);
            assertThat(second.out()).contains("Un autre Moisson");
        } finally {
            first.destroy();
            assertThat(first.waitFor(LONGEST_SECONDS, SECONDS)).isTrue();
        }
    }

    private record Ended(int status, String out) {}

    private static Ended moisson(String... args) throws IOException, InterruptedException {
        Process process = start(args);
        String out = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(LONGEST_SECONDS, SECONDS)).as(out).isTrue();
        return new Ended(process.exitValue(), out);
    }

    private static Process start(String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dmoisson.home=" + Path.of("").toAbsolutePath(),
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-jar",
                System.getProperty("moisson.jar")));
        command.addAll(List.of(args));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static void waitFor(Process process, String words) throws IOException {
        StringBuilder said = new StringBuilder();
        for (int c = process.getInputStream().read();
                c >= 0;
                c = process.getInputStream().read()) {
            said.append((char) c);
            if (said.indexOf(words) >= 0) {
                return;
            }
        }
        throw new AssertionError("it never said " + words + " but: " + said);
    }

    private static void killWhenItSays(String words, String... args) throws IOException, InterruptedException {
        Process process = start(args);
        waitFor(process, words);
        process.destroyForcibly();
        assertThat(process.waitFor(LONGEST_SECONDS, SECONDS)).isTrue();
    }

    private static Path latest(Path data) throws IOException {
        try (Stream<Path> versions = Files.list(data.resolve("publications"))) {
            return versions.filter(path -> path.getFileName().toString().matches("\\d+"))
                    .max(java.util.Comparator.comparingInt(
                            path -> Integer.parseInt(path.getFileName().toString())))
                    .orElseThrow();
        }
    }

    private static Set<String> csvIds(Path file) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser rows = format.parse(Files.newBufferedReader(file))) {
            Set<String> ids = new TreeSet<>();
            rows.forEach(row -> assertThat(ids.add(row.get("id"))).isTrue());
            return ids;
        }
    }

    private static Set<String> jsonIds(Path file) throws IOException {
        Set<String> ids = new TreeSet<>();
        for (JsonNode event : new ObjectMapper().readTree(file.toFile()).get("evenements")) {
            ids.add(event.get("id").asText());
        }
        return ids;
    }

    private static Set<String> rdfIds(Path file) {
        Model model = RDFDataMgr.loadModel(file.toUri().toString());
        Set<String> ids = new TreeSet<>();
        model.listSubjectsWithProperty(
                        org.apache.jena.vocabulary.RDF.type, model.createResource("http://schema.org/Event"))
                .forEach(event -> ids.add(event.getProperty(org.apache.jena.vocabulary.DCTerms.identifier)
                        .getString()));
        return ids;
    }
}
