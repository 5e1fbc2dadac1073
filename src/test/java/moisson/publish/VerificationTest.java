package moisson.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import moisson.event.Publication;
import moisson.publish.proof.Difference;
import moisson.statistics.Statistics;
import org.apache.commons.io.file.PathUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A version is damaged in every way that a disk, a proxy or a hand may damage it; each must be told. */
class VerificationTest {
    private static final Instant NOON = Instant.parse("2021-01-04T12:00:00Z");

    @TempDir
    private static Path whole;

    @TempDir
    private Path home;

    private PublisherSettings settings;
    private Path folder;

    @BeforeAll
    static void publish() throws IOException {
        PublisherSettings settings = PublisherSettings.example(whole);
        Path folder = Files.createDirectories(whole.resolve("1"));
        Statistics statistics = new Statistics(EventForTest.departments(), EventForTest.regions(), settings.base());
        List<Manifest.Entry> files = new Building(folder, settings, EventForTest.EDITIONS, statistics)
                .write(EventForTest.selection(EventForTest.some()), List.of(), List.of());
        Publication publication = new Publication(1, NOON, ManifestFile.contentHash(files), 4);
        try (OutputStream out = Files.newOutputStream(folder.resolve(ManifestFile.NAME))) {
            ManifestFile.write(new Manifest(publication, files), out);
        }
    }

    /** Built once: each test damages a copy of its own. */
    @BeforeEach
    void copy() throws IOException {
        settings = PublisherSettings.example(home);
        folder = home.resolve("1");
        PathUtils.copyDirectory(whole.resolve("1"), folder);
    }

    @Test
    void aVersionWithHostileEventsTellsTheSameEverywhere() throws IOException {
        Verification verification = verify();
        assertThat(verification.findings().differences()).isEmpty();
        assertThat(verification.sound()).isTrue();
        assertThat(verification.findings().compared())
                .extracting("file")
                .contains(
                        "evenements.xlsx",
                        "evenements.parquet",
                        "evenements.json",
                        "evenements.jsonl",
                        "evenements.geojson",
                        "evenements.ics",
                        "evenements.nt",
                        "evenements.ttl",
                        "evenements.jsonld",
                        "origines.jsonl",
                        "evenements.csv.gz",
                        "statistiques.json",
                        "sources-et-doublons.csv",
                        "SPARQL");
    }

    /** Files that are read each by itself share a version: none may hide another. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "evenements.json evenements.jsonl evenements.geojson origines.jsonl evenements.ttl",
                "evenements.nt evenements-2020.jsonld",
                "evenements.jsonld evenements-2020.ttl"
            })
    void oneChangedValueIsToldWithItsEventAndBothValues(String together) throws IOException {
        List<String> files = List.of(together.split(" "));
        for (String file : files) {
            replace(file, "Autre atelier", "Autre chose");
        }
        assertThat(verify().findings().differences())
                .containsAll(files.stream()
                        .map(file -> new Difference(file, "c3", "titre", "Autre atelier", "Autre chose"))
                        .toList());
    }

    @Test
    void aChangedCsvDiffersFromEveryOtherFormat() throws IOException {
        replace("evenements.csv", "Autre atelier", "Autre chose");
        List<Difference> differences = verify().findings().differences();
        for (String extension : List.of("xlsx", "parquet", "json", "jsonl", "geojson", "ics", "ttl", "nt", "jsonld")) {
            assertThat(differences)
                    .contains(new Difference("evenements." + extension, "c3", "titre", "Autre chose", "Autre atelier"));
        }
        assertThat(differences).contains(new Difference("SPARQL", "c3", "titre", "Autre chose", "Autre atelier"));
    }

    @Test
    void aChangedCellOfAWorkbookIsTold() throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(folder.resolve("evenements.xlsx"), Map.of())) {
            Path sheet = zip.getPath("xl/worksheets/sheet1.xml");
            Files.writeString(sheet, Files.readString(sheet).replace("50.62925", "50.6"));
        }
        assertThat(verify().findings().differences())
                .contains(new Difference("evenements.xlsx", "b2", "latitude", "50.62925", "50.6"));
    }

    @Test
    void aTitleThatDiffersFromSessionToSessionIsTold() throws IOException {
        replace("evenements.ics", "Autre atelier", "Autre chose");
        assertThat(verify().findings().differences())
                .contains(new Difference(
                        "evenements.ics", "c3", "titre", "Autre atelier", "Autre chose ≠ Autre atelier"));
    }

    @Test
    void anHourThatMovedInTheCalendarIsTold() throws IOException {
        replace("evenements.ics", "DTSTART:20201118T090000Z", "DTSTART:20201118T100000Z");
        assertThat(verify().findings().differences())
                .anyMatch(difference -> difference.file().equals("evenements.ics")
                        && difference.id().equals("b2")
                        && difference.field().equals("seances"));
    }

    @Test
    void aTripleThatNoColumnHoldsIsToldToo() throws IOException {
        replace("evenements.ttl", "http://schema.org/EventCancelled", "http://schema.org/EventPostponed");
        replace("evenements.ttl", "schema:EventCancelled", "schema:EventPostponed");
        assertThat(verify().findings().differences())
                .anyMatch(difference -> difference.file().equals("evenements.ttl")
                        && difference.field().equals("triplets"));
    }

    @ParameterizedTest
    @CsvSource({"evenements.jsonld", "evenements-2019.jsonld"})
    void aTripleOfJsonLdThatNoColumnHoldsIsToldToo(String file) throws IOException {
        replace(file, "http://schema.org/EventCancelled", "http://schema.org/EventPostponed");
        assertThat(verify().findings().differences())
                .anyMatch(difference ->
                        difference.file().equals(file) && difference.field().equals("triplets"));
    }

    @Test
    void anEditionThatIsNotAPartOfTheFileOfAllIsTold() throws IOException {
        replace("evenements-2020.csv", "Autre atelier", "Autre chose");
        assertThat(verify().findings().differences())
                .contains(new Difference(
                        "evenements-2019.csv, evenements-2020.csv", "c3", "titre", "Autre atelier", "Autre chose"));
    }

    @ParameterizedTest
    @CsvSource({"evenements.csv, d4", "evenements.jsonl, \"id\":\"d4\""})
    void aMissingRowIsTold(String file, String of) throws IOException {
        Path path = folder.resolve(file);
        String text = Files.readString(path);
        Files.writeString(
                path,
                Stream.of(text.split("(?<=\n)"))
                        .filter(line -> !line.contains(of + ","))
                        .reduce("", String::concat));
        assertThat(verify().findings().differences())
                .anyMatch(difference -> difference.id().equals("d4")
                        && difference.field().equals("ligne")
                        && difference.expected().equals(file.endsWith("csv") ? "absente" : "présente"));
    }

    @Test
    void aRowThatIsMissingFromTheSourcesIsTold() throws IOException {
        Path path = folder.resolve("sources-et-doublons.csv");
        List<String> lines = Files.readAllLines(path);
        Files.writeString(path, String.join("\r\n", lines.subList(0, lines.size() - 1)) + "\r\n");
        assertThat(verify().findings().differences())
                .anyMatch(difference -> difference.file().equals("sources-et-doublons.csv")
                        && difference.field().equals("source"));
    }

    @Test
    void aChangedFigureIsTold() throws IOException {
        replace("statistiques.json", "\"valeur\" : 4", "\"valeur\" : 5");
        List<Difference> differences = verify().findings().differences();
        assertThat(differences)
                .anyMatch(difference -> difference.file().equals("statistiques.json")
                        && difference.expected().equals("4")
                        && difference.met().equals("5"));
        assertThat(differences)
                .as("and its query does not answer it")
                .anyMatch(difference -> difference.file().equals("SPARQL")
                        && difference.expected().equals("5")
                        && difference.met().equals("4"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evenements.csv.gz evenements.json evenements.xlsx evenements.nt statistiques.json",
                "evenements.parquet evenements.ics evenements.ttl origines.jsonl",
                "evenements.geojson evenements.jsonld"
            })
    void aFileThatStopsHalfWayIsTold(String together) throws IOException {
        List<String> files = List.of(together.split(" "));
        for (String file : files) {
            byte[] bytes = Files.readAllBytes(folder.resolve(file));
            Files.write(folder.resolve(file), Arrays.copyOf(bytes, bytes.length / 2));
        }
        List<Difference> differences = verify().findings().differences();
        for (String file : files) {
            assertThat(differences)
                    .anyMatch(difference -> difference.file().equals(file)
                            && !List.of("octets", "SHA-256").contains(difference.field()));
        }
    }

    @Test
    void aSumOfTheManifestThatIsWrongIsTold() throws IOException {
        String sum = SummedFile.sumOf(folder.resolve("evenements.csv"));
        replace(ManifestFile.NAME, sum, "0".repeat(64));
        assertThat(verify().findings().differences())
                .contains(new Difference("evenements.csv", "", "SHA-256", "0".repeat(64), sum))
                .anyMatch(difference -> difference.field().equals("contentHash"));
    }

    @Test
    void aFileThatNobodyDeclaredIsTold() throws IOException {
        Files.writeString(folder.resolve("autre.csv"), "x");
        Verification verification = verify();
        assertThat(verification.undeclared()).containsExactly("autre.csv");
        assertThat(verification.sound()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"catalogue.ttl", "evenements.csv", "evenements.parquet", "statistiques.json", "origines.jsonl"})
    void aFileThatIsMissingIsToldInWords(String name) throws IOException {
        Files.delete(folder.resolve(name));
        assertThat(verify().findings().differences())
                .anyMatch(difference -> difference.file().equals(name))
                .noneMatch(difference -> difference.met().equals("null"));
    }

    @Test
    void aVersionThatIsNotThereCannotBeVerified() throws IOException {
        assertThat(Verification.of(settings, 2)).isEmpty();
    }

    /** The first one only, and only in the file: the manifest keeps the sum it had. */
    private void replace(String file, String from, String to) throws IOException {
        String text = Files.readString(folder.resolve(file), UTF_8);
        int at = text.indexOf(from);
        if (at >= 0) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.writeBytes((text.substring(0, at) + to + text.substring(at + from.length())).getBytes(UTF_8));
            Files.write(folder.resolve(file), out.toByteArray());
        }
    }

    private Verification verify() throws IOException {
        return Verification.of(settings, 1).orElseThrow();
    }
}
