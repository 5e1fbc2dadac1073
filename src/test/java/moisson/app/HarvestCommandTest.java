package moisson.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import moisson.event.RunState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HarvestCommandTest {
    private static final String HEADER = "id,titre,debut\n";
    private static final String FEED = HEADER
            + "1,Atelier fictif,2020-11-05\n2,Débat fictif,2020-11-06\n3,Visite fictive,2020-11-07\n4,,2020-11-08\n";

    @TempDir
    private Path folder;

    private InstallationForTest house;

    @BeforeEach
    void open() throws IOException {
        house = new InstallationForTest(folder);
        house.describe("keepPast: false");
        house.sends(FEED);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void everyRunIsReportedInThreeFormsHoweverItEnded() throws Exception {
        Path reports = folder.resolve("rapports");
        assertThat(house.run("harvest", "--report", reports).status()).isEqualTo(1);
        house.run("harvest", "--report", reports);
        house.sends("<html><body>Maintenance</body></html>");
        assertThat(house.run("harvest", "--report", reports).status()).isEqualTo(3);
        house.sends(HEADER);
        assertThat(house.run("harvest", "--report", reports).status()).isEqualTo(3);

        List<String> states = List.of("DONE", "NOT_MODIFIED", "FAILED", "HELD");
        for (int i = 0; i < states.size(); i++) {
            String stem = "passage-" + (i + 1) + "-essai";
            JsonNode report =
                    new ObjectMapper().readTree(reports.resolve(stem + ".json").toFile());
            JsonNode counts = report.at("/comptes");
            assertThat(report.at("/etat").asText()).isEqualTo(states.get(i));
            assertThat(counts.at("/lus").asInt())
                    .isEqualTo(counts.at("/nouveaux").asInt()
                            + counts.at("/modifies").asInt()
                            + counts.at("/inchanges").asInt()
                            + counts.at("/rejetes").asInt());
            assertThat(Files.readString(reports.resolve(stem + ".html")))
                    .contains(counts.at("/equation").asText());
            assertThat(Files.readString(reports.resolve(stem + ".csv"))).startsWith("passage,");
        }
        JsonNode done = new ObjectMapper()
                .readTree(reports.resolve("passage-1-essai.json").toFile());
        assertThat(done.at("/livraison/octets").asLong())
                .isEqualTo(FEED.getBytes(java.nio.charset.StandardCharsets.UTF_8).length);
        assertThat(done.at("/avis/0/code").asText()).isEqualTo("MISSING_TITLE");
        assertThat(done.at("/avis/0/en/remede").asText()).contains("title");
        JsonNode held = new ObjectMapper()
                .readTree(reports.resolve("passage-4-essai.json").toFile());
        assertThat(held.at("/retenue/0/motif").asText()).isEqualTo("EMPTY");
        assertThat(held.at("/plan/fiches_connues").asInt()).isEqualTo(3);
        try (Stream<Path> files = Files.list(reports)) {
            assertThat(files).hasSize(14);
        }
    }

    @Test
    void aHeldHarvestIsAcceptedFromTheCommandLineOnce() {
        hold();

        CommandForTest accepted = house.run("harvest", "--accept", 2);
        assertThat(accepted.out()).contains("Acceptée par l’exploitant");
        assertThat(state(2)).isEqualTo(RunState.ACCEPTED);
        assertThat(state(3)).isEqualTo(RunState.DONE);

        CommandForTest late = house.run("harvest", "--accept", 2);
        assertThat(late.status()).isEqualTo(2);
        assertThat(late.err()).contains("n’attend plus de décision");
        assertThat(house.run("harvest", "--refuse", 99).err()).contains("Aucune moisson ne porte le numéro 99");
        assertThat(house.run("harvest", "--refuse", 2, "--accept", 2).status()).isEqualTo(2);
    }

    @Test
    void aHeldHarvestIsRefusedAndTheSameBytesAreNotProposedAgain() {
        hold();

        assertThat(house.run("harvest", "--refuse", 2).out()).contains("refusée");
        assertThat(state(2)).isEqualTo(RunState.REFUSED);
        assertThat(house.run("harvest").out()).contains("déjà été refusés");
    }

    @Test
    void whileAServerRunsItsPageIsNamed() throws Exception {
        hold();
        try (House running = House.open(SettingsFile.read(house.data(), Map.of(), Map.of()), Clock.systemUTC())) {
            assertThat(running.clusters()).isNotEmpty();
            CommandForTest told = house.run("harvest", "--accept", 2);
            assertThat(told.status()).isEqualTo(3);
            assertThat(told.err()).contains("Un autre Moisson travaille déjà", "page de l’exploitant", "/operateur");
        }
    }

    private void hold() {
        house.run("harvest");
        house.sends(HEADER + "9,Tout autre chose (fictif),2020-11-05\n");
        assertThat(house.run("harvest").out()).contains("retenue");
    }

    private RunState state(long run) {
        return house.store(store ->
                store.read(tables -> tables.runs().find(run)).orElseThrow().state());
    }
}
