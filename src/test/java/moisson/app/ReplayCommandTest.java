package moisson.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import moisson.event.Run;
import moisson.event.RunState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayCommandTest {
    private static final String FEED = """
            id,titre,nom officiel,debut,jour officiel
            1,Atelier fictif,Grand atelier fictif,2020-11-05,2020-11-05
            2,Débat fictif,Débat fictif,2020-11-06,2020-11-06
            3,Visite fictive,Visite fictive,,2020-11-07
            """;

    @TempDir
    private Path folder;

    private InstallationForTest house;

    @BeforeEach
    void harvestOnce() throws IOException {
        house = new InstallationForTest(folder);
        house.describe();
        house.sends(FEED);
        assertThat(house.run("harvest").out()).contains("3 lus = 2 nouveaux");
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void theSameRulesMakeNoDifference() throws Exception {
        assertThat(house.run("replay").out()).contains("aucune différence");
        assertThat(house.run("replay", "--all").status()).isZero();
        assertThat(house.run("replay", "--since", "2999-01-01").out()).contains("aucune livraison appliquée depuis");
        assertThat(house.run("replay", "inconnue").status()).isEqualTo(2);
    }

    @Test
    void whatWouldDifferIsToldByFieldAndNothingChanges() throws Exception {
        house.describe("mapping: \"nom officiel=titre, jour officiel=debut\"");
        List<Run> before = runs();

        CommandForTest told = house.run("replay", "--json");

        assertThat(told.status()).isEqualTo(1);
        JsonNode source = new ObjectMapper().readTree(told.out()).at("/sources/0");
        assertThat(source.at("/acceptees").asInt()).isEqualTo(1);
        assertThat(source.at("/changees").asInt()).isEqualTo(1);
        assertThat(source.at("/rejetees").asInt()).isZero();
        assertThat(source.at("/champs/titre").asInt()).isEqualTo(1);
        assertThat(source.at("/avis/MISSING_DATE").asInt()).isEqualTo(-1);
        assertThat(source.at("/exemples").toString()).contains("Grand atelier fictif", "Visite fictive");
        assertThat(runs()).isEqualTo(before);
        assertThat(titles()).containsExactly("Atelier fictif", "Débat fictif");
    }

    @Test
    void appliedItIsAHarvestLikeAnother() throws Exception {
        house.describe("mapping: \"nom officiel=titre, jour officiel=debut\"");

        CommandForTest told = house.run("replay", "--apply");

        assertThat(told.status()).isEqualTo(1);
        assertThat(told.out()).contains("3 lus = 1 nouveau + 1 modifié + 1 inchangé + 0 rejeté");
        assertThat(titles()).containsExactly("Grand atelier fictif", "Débat fictif", "Visite fictive");
        assertThat(house.run("replay").status()).isZero();
        assertThat(house.run("replay", "--all").status()).isZero();
    }

    @Test
    void aDifferenceOutsideTheBoundsIsHeld() throws Exception {
        house.describe("mapping: \"debut=rien\"");

        CommandForTest told = house.run("replay", "--apply");

        assertThat(told.out()).contains("2 rejetées de plus", "rejetée : 1, « Atelier fictif »", "retenue");
        assertThat(told.status()).isEqualTo(3);
        assertThat(runs().getFirst().state()).isEqualTo(RunState.HELD);
        assertThat(titles()).hasSize(2);
    }

    @Test
    void everyDeliveryIsReadInItsOrderWhenAsked() throws Exception {
        house.sends(FEED.replace("2,Débat fictif,", "4,Autre débat fictif,"));
        assertThat(house.run("harvest").out()).contains("1 nouveau");
        assertThat(house.run("replay", "--all").out()).contains("aucune différence");

        house.describe("mapping: \"debut=rien\"");
        JsonNode latest =
                new ObjectMapper().readTree(house.run("replay", "--json").out()).at("/sources/0");
        JsonNode all = new ObjectMapper()
                .readTree(house.run("replay", "--all", "--json").out())
                .at("/sources/0");

        assertThat(latest.at("/livraisons").asInt()).isEqualTo(1);
        assertThat(latest.at("/rejetees").asInt()).isEqualTo(2);
        assertThat(all.at("/livraisons").asInt()).isEqualTo(2);
        assertThat(all.at("/rejetees").asInt()).isEqualTo(3);
    }

    @Test
    void aSourceWithoutItsFileAndADeliveryThatIsGoneAreSaid() throws Exception {
        try (Stream<Path> files = Files.walk(house.data().resolve("archive"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
        CommandForTest lost = house.run("replay");
        assertThat(lost.out()).contains("n’est plus dans l’archive");
        assertThat(lost.status()).isEqualTo(1);

        house.forgetSource();
        assertThat(house.run("replay").out()).contains("essai : son fichier n’existe plus");
    }

    private List<Run> runs() {
        return house.store(store -> store.read(tables -> tables.runs().latest(9)));
    }

    private List<String> titles() {
        return house.store(store -> store.read(tables -> tables.records().live()).stream()
                .map(live -> live.event().title())
                .toList());
    }
}
