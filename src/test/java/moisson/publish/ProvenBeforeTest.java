package moisson.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import moisson.statistics.Statistics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A dataset that was proven is not compared again as long as it is the same, byte for byte; and only so long. */
class ProvenBeforeTest {
    private static final Made NOTHING = Made.UNKNOWN;
    private static final String FILE = "evenements-2020.json";

    @TempDir
    private Path home;

    private List<Manifest.Entry> files;

    @BeforeEach
    void build() throws IOException {
        PublisherSettings settings = PublisherSettings.example(home);
        files = new Building(
                        home,
                        settings,
                        EventForTest.EDITIONS,
                        new Statistics(EventForTest.departments(), EventForTest.regions(), settings.base()))
                .write(EventForTest.selection(EventForTest.some()), List.of(), List.of()).stream()
                        .filter(entry -> !entry.path().equals(FILE + ".gz"))
                        .toList();
        Path file = home.resolve(FILE);
        Files.writeString(file, Files.readString(file, UTF_8).replace("Autre atelier", "Autre Atelier"));
    }

    private List<Manifest.Entry> written() throws IOException {
        return SumsForTest.now(files, home, FILE);
    }

    @Test
    void aNewDatasetIsCompared() throws IOException {
        assertThat(new Proof(home).flaw(written(), List.of(), NOTHING))
                .hasValueSatisfying(flaw -> assertThat(flaw).contains(FILE, "Autre atelier", "Autre Atelier"));
    }

    @Test
    void oneFileWithAnotherSumIsEnoughToCompareAll() throws IOException {
        assertThat(new Proof(home).flaw(written(), files, NOTHING))
                .hasValueSatisfying(flaw -> assertThat(flaw).contains(FILE, "Autre atelier", "Autre Atelier"));
    }

    @Test
    void whatWasProvenIsNotComparedAgain() throws IOException {
        assertThat(new Proof(home).flaw(written(), written(), NOTHING)).isEmpty();
    }

    @Test
    void butItsSumsAlwaysAre() {
        assertThat(new Proof(home).flaw(files, files, NOTHING))
                .hasValueSatisfying(flaw -> assertThat(flaw).contains(FILE, "SHA-256"));
    }
}
