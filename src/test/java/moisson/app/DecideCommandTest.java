package moisson.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import moisson.event.Cluster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The house stays open, as beside a running server: a verdict is one transaction. */
class DecideCommandTest {
    @TempDir
    Path folder;

    private House house;

    @BeforeEach
    void open() throws Exception {
        house = House.open(
                SettingsFile.read(folder, Map.of(), Map.of("moisson.routes", "routes", "moisson.port", "0")),
                new SteppingClock(Instant.parse("2020-12-01T08:00:00Z")));
        propose("2020-P-0901", "Débat fictif sur la simplification", "10:00");
        propose("2020-P-0902", "Visite fictive du laboratoire", "15:00");
    }

    @AfterEach
    void close() throws Exception {
        house.close();
    }

    @Test
    void aLimitBelowOneIsRefusedWhateverTheDatabase() {
        for (String list : List.of("list", "review")) {
            CommandForTest refused = decide(list, "--most", "-1");
            assertThat(refused.status()).isEqualTo(Moisson.BAD_USAGE);
            assertThat(refused.err()).contains("--most doit être au moins 1");
        }
    }

    @Test
    void aMergeIsPublishedUndoneAndPublishedAgainWithTheSameIds() throws Exception {
        house.publish();
        List<String> before = ids();
        assertThat(before).hasSize(2);

        CommandForTest same =
                decide("same", "formulaire/2020-P-0901", "formulaire/2020-P-0902", "--why", "même programme");

        assertThat(same.status()).as(same.err()).isEqualTo(Moisson.DONE);
        assertThat(same.out()).contains("n° 1", "même événement", "même programme", "decide undo 1");
        assertThat(ids()).hasSize(1);
        assertThat(Objects.requireNonNull(house.publish().publication()).events())
                .isEqualTo(1);
        assertThat(CommandForTest.run("explain", before.getLast(), "--data", folder)
                        .out())
                .contains("Ce que des personnes en ont décidé", "décision      +100,00", "réunies par une personne");

        JsonNode undone =
                new ObjectMapper().readTree(decide("undo", "1", "--json").out());

        assertThat(undone.at("/annule").asLong()).isEqualTo(1);
        assertThat(undone.at("/qui").asText()).isEqualTo("exploitant (commande)");
        assertThat(ids()).isEqualTo(before);
        assertThat(house.publish().publication().events()).isEqualTo(2);
        JsonNode ledger = new ObjectMapper().readTree(decide("list", "--json").out());
        assertThat(ledger).hasSize(2);
        assertThat(ledger.at("/1/annulee_par").asLong()).isEqualTo(2);
        assertThat(decide("review").out()).contains("Aucun doublon à relire.");
    }

    @Test
    void whatCannotBeDecidedIsOneSentence() {
        for (List<String> words : List.of(
                List.of("same", "formulaire/jamais", "formulaire/2020-P-0901"),
                List.of("detach", "formulaire/2020-P-0901"),
                List.of("undo", "9"),
                List.of("apart", "zzzzzzzz", "formulaire/2020-P-0901"))) {
            CommandForTest refused = decide(words.toArray());

            assertThat(refused.status()).as("%s", words).isEqualTo(Moisson.COULD_NOT);
            assertThat(refused.err().strip()).hasLineCount(1).doesNotContain("Exception");
            assertThat(refused.out()).isEmpty();
        }
        assertThat(decide("same", "un-seul").status()).isEqualTo(Moisson.BAD_USAGE);
    }

    private CommandForTest decide(Object... words) {
        return CommandForTest.run("decide", List.of(words), "--data", folder);
    }

    private List<String> ids() {
        return house.clusters().stream().map(Cluster::id).sorted().toList();
    }

    private void propose(String id, String title, String hour) {
        String proposal = """
                {"id": "%s", "titre": "%s", "description": "Événement fictif.", "format": "débat", "date": "2020-11-12",
                "heure_debut": "%s", "code_postal": "54000", "commune": "Nancy", "lieu": "Hôtel de ville",
                "organisateur": "Ville de Nancy"}""".formatted(id, title, hour);
        assertThat(house.propose(proposal.getBytes(UTF_8)).counts().rejected()).isZero();
    }
}
