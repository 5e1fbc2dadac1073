package moisson.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UsageErrorsTest {
    @Test
    void aMistypedCommandLineIsExplainedInFrench() {
        assertThat(CommandForTest.run("harvest", "--acept").err()).contains("Mot inconnu : « --acept »", "--help");
        assertThat(CommandForTest.run("check").err()).contains("Il manque : FICHIER|URL.");
        CommandForTest wrong = CommandForTest.run("replay", "--since", "hier");
        assertThat(wrong.err()).contains("« hier » ne convient pas pour --since DATE.");
        assertThat(wrong.status()).isEqualTo(2);
        assertThat(CommandForTest.run("harvest", "--accept", "deux").err()).contains("« deux » ne convient pas");
        assertThat(CommandForTest.run("harvest", "--report").err()).contains("--report");
    }
}
