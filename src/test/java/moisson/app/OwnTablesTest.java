package moisson.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnTablesTest {
    @TempDir
    Path data;

    private Path feed;

    @BeforeEach
    void write() throws IOException {
        feed = Files.writeString(data.resolve("flux.csv"), """
                id;titre;debut;commune;format
                1;Goûter fictif des idées;2020-11-05T16:00:00+01:00;Lille;Goûter-débat
                2;Lumière sur la donnée (fictif);2020-11-06T16:00:00+01:00;Lille;Atelier
                """);
        Files.createDirectory(data.resolve("tables"));
    }

    @Test
    void whatAnOperatorAddsIsKnownToCheckAsItIsToAHarvest() throws IOException {
        assertThat(check().out()).contains("(UNKNOWN_WORD)", "Goûter-débat");

        own("mots-format.csv", "mot;valeur\ngoûter-débat;débat\n");

        assertThat(check().out()).doesNotContain("UNKNOWN_WORD");
    }

    @Test
    void matchReadsItToo() throws IOException {
        assertThat(match().out()).doesNotContain("ESSAI").contains("flux.csv");

        own("mots-statut-titre.csv", "mot;valeur\nlumière;sur la lune\n");

        CommandForTest refused = match();
        assertThat(refused.status()).isEqualTo(Moisson.BAD_USAGE);
        assertThat(refused.err()).contains("mots-statut-titre.csv, ligne 2", "sur la lune");
    }

    @Test
    void whatMakesNoSenseIsAWrongSettingWhateverIsAskedFor() throws IOException {
        own("mots-formats.csv", "mot;valeur\ngoûter;débat\n");

        CommandForTest checked = check();
        assertThat(checked.status()).isEqualTo(Moisson.BAD_USAGE);
        assertThat(checked.err()).contains("mots-formats.csv", "aucun tableau ne porte ce nom", "mots-format.csv");
        assertThat(CommandForTest.run("publish", "--data", data).status()).isEqualTo(Moisson.BAD_USAGE);
    }

    private void own(String name, String text) throws IOException {
        Files.writeString(data.resolve("tables").resolve(name), text);
    }

    private CommandForTest check() {
        return CommandForTest.run("check", feed, "--data", data);
    }

    private CommandForTest match() {
        return CommandForTest.run("match", feed, "--data", data);
    }
}
