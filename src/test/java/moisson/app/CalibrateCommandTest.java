package moisson.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalibrateCommandTest {
    @TempDir
    Path folder;

    @Test
    void scoresThresholdsAndWeightsAreMeasuredAgainstKnownDuplicates() throws Exception {
        Path set = folder.resolve("jeu");
        CommandForTest.run("generate", 400, "--hard", "--out", set);
        Path report = folder.resolve("calibration.md");
        Path json = folder.resolve("calibration.json");

        CommandForTest done =
                CommandForTest.run("calibrate", set, "--out", report, "--json", json, "--cost-wrong", "7");

        assertThat(done.status()).as(done.err()).isEqualTo(Moisson.DONE);
        assertThat(Files.readString(report)).contains("a wrong join 7", "Set jeu", "**10**", "| titre |");
        JsonNode told = new ObjectMapper().readTree(json.toFile()).at("/sets/0");
        long last = Long.MAX_VALUE;
        for (JsonNode trial : told.at("/thresholds")) {
            assertThat(trial.at("/cost").asLong())
                    .isEqualTo(7 * trial.at("/wrong").asLong()
                            + trial.at("/missed").asLong());
            assertThat(trial.at("/wrong").asLong()).isLessThanOrEqualTo(last);
            last = trial.at("/wrong").asLong();
        }
        for (JsonNode band : told.at("/reliability")) {
            assertThat(band.at("/same").asLong())
                    .isLessThanOrEqualTo(band.at("/pairs").asLong());
        }
    }

    @Test
    void aFolderThatIsNoSetIsOneSentence() {
        CommandForTest refused = CommandForTest.run("calibrate", folder.resolve("rien"));

        assertThat(refused.status()).isEqualTo(Moisson.COULD_NOT);
        assertThat(refused.err().strip()).hasLineCount(1).contains("truth.csv");
    }
}
