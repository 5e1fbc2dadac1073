package moisson.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator sees of {@code publish} and {@code verify}, from nothing to a damaged version. */
class VerifyCommandTest {
    @TempDir
    private Path data;

    @Test
    void aPublishedVersionIsVerifiedAndADamagedOneIsToldWithItsDifferences() throws Exception {
        publish();
        CommandForTest sound = CommandForTest.run("verify", "--data", data);
        assertThat(sound.status()).as(sound.out()).isEqualTo(Moisson.DONE);
        assertThat(sound.out())
                .contains(
                        "Version 1, 1 événement,", "evenements.parquet = evenements.csv", "SPARQL = statistiques.json")
                .contains("Tout dit la même chose");

        Path lines = data.resolve("publications/1/evenements.jsonl");
        Files.writeString(lines, Files.readString(lines).replaceFirst("\"completude\":\\d+", "\"completude\":1"));

        CommandForTest damaged = CommandForTest.run("verify", "--publication", 1, "--data", data);
        assertThat(damaged.status()).isEqualTo(Moisson.DONE_WITH_REJECTS);
        assertThat(damaged.out())
                .containsPattern("≠ evenements.jsonl, \\w+, completude : attendu « \\d+ », trouvé « 1 »");
        CommandForTest json = CommandForTest.run("verify", "--json", "--data", data);
        assertThat(json.status()).isEqualTo(Moisson.DONE_WITH_REJECTS);
        assertThat(json.out()).contains("\"sound\" : false", "\"field\" : \"completude\"");
    }

    @Test
    void withoutAVersionThereIsNothingToVerify() {
        assertThat(CommandForTest.run("verify", "--data", data).status()).isEqualTo(Moisson.COULD_NOT);
    }

    @Test
    void anEmptyStoreIsNotPublished() {
        CommandForTest answer = CommandForTest.run("publish", "--data", data);
        assertThat(answer.status()).isEqualTo(Moisson.COULD_NOT);
        assertThat(answer.out()).contains("Il n’y a aucun événement à publier");
        assertThat(data.resolve("publications/1")).doesNotExist();
    }

    private void publish() throws Exception {
        Settings settings = SettingsFile.read(data, Map.of(), Map.of("moisson.routes", "routes", "moisson.port", "0"));
        try (House house = House.open(settings, new SteppingClock(Instant.parse("2020-12-01T08:00:00Z")))) {
            house.propose("""
                    {"id": "2020-P-0901", "titre": "Débat fictif", "description": "Événement fictif.", "format": "débat",
                    "date": "2020-11-12", "heure_debut": "10:00", "code_postal": "54000", "commune": "Nancy",
                    "lieu": "Hôtel de ville", "organisateur": "Ville de Nancy"}""".getBytes(UTF_8));
            house.publish();
        }
    }
}
