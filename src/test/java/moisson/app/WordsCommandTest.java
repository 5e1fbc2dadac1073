package moisson.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WordsCommandTest {
    private static final String FEED = """
            id;titre;debut;commune;format;mode;statut;publics;themes;accessibilite;gratuit;type_organisateur;organisateurs
            1;Un atelier fictif;2020-11-05;Lille;Zblorg;lunaire;flou;martiens;zigouigoui;trampoline;peut-être;amicale;Zorglub
            2;Deux ateliers fictifs;2020-11-06;Lille;ZBLORG;;;;;;;;Zorglub|"Le ""club"" ; des idées"
            3;Trois ateliers fictifs;2020-11-07;Lille;atelier;;;;;;;;Ville de Lille
            """;

    @TempDir
    Path data;

    @Test
    void checkTellsEveryWordOfEveryFieldWithTheLineThatWouldMakeItUnderstood() throws Exception {
        Path feed = Files.writeString(data.resolve("flux.csv"), FEED);
        Path reports = data.resolve("rapports");

        CommandForTest checked = CommandForTest.run("check", feed, "--data", data, "--report", reports);

        assertThat(checked.out())
                .contains(
                        "mots-format.csv\u202f: Zblorg;",
                        "2 fois",
                        "mots-mode.csv\u202f: lunaire;",
                        "mots-statut.csv\u202f: flou;",
                        "mots-public.csv\u202f: martiens;",
                        "mots-theme.csv\u202f: zigouigoui;",
                        "mots-accessibilite.csv\u202f: trampoline;",
                        "mots-gratuit.csv\u202f: peut-être;",
                        "mots-type-organisateur.csv\u202f: amicale;",
                        "organisations-debuts.csv\u202f: Zorglub;")
                .doesNotContain("organisations-debuts.csv\u202f: Ville de Lille");
        assertThat(Files.readString(reports.resolve("verification-mots.csv"))).contains("format,Zblorg,2,");
        assertThat(Files.readString(reports.resolve("verification.html")))
                .contains("Mots non compris", "trampoline", "mots-accessibilite.csv");
        JsonNode json =
                new ObjectMapper().readTree(reports.resolve("verification.json").toFile());
        assertThat(json.at("/mots_non_compris/mots_differents").asInt()).isEqualTo(10);
    }

    @Test
    void addingTheLineEndsTheQuestion() throws Exception {
        Path feed = Files.writeString(data.resolve("flux.csv"), FEED);
        Files.createDirectory(data.resolve("tables"));
        own("mots-format.csv", "mot;valeur\nZblorg;débat\n");
        own("organisations-debuts.csv", "debut;type\nZorglub;association\n");

        assertThat(CommandForTest.run("check", feed, "--data", data).out())
                .doesNotContain("Zblorg;", "Zorglub;")
                .contains("lunaire;");
    }

    @Test
    void theWordsOfAllSourcesAreCountedOnce() throws Exception {
        try (House house = House.open(
                SettingsFile.read(data, Map.of(), Map.of("moisson.routes", "routes", "moisson.port", "0")),
                new SteppingClock(Instant.parse("2020-10-01T08:00:00Z")))) {
            for (String number : List.of("1", "2")) {
                house.propose("""
                        {"id": "2020-P-%s", "titre": "Débat fictif %s", "debut": "2020-11-0%s", "commune": "Lille",
                         "mode": "sur place", "format": "zblorg"}""".formatted(number, number, number).getBytes(UTF_8));
            }
        }

        CommandForTest told = CommandForTest.run("words", "--data", data);

        assertThat(told.status()).as(told.err()).isEqualTo(Moisson.DONE_WITH_REJECTS);
        assertThat(told.out()).contains("1 mot n’est pas compris", "«\u202fzblorg\u202f», 2 fois (formulaire 2)");
        assertThat(CommandForTest.run("words", "--data", data, "--csv").out()).contains("format,zblorg,2,formulaire 2");
        assertThat(CommandForTest.run("words", "--data", data, "--source", "autre")
                        .status())
                .isEqualTo(Moisson.DONE);
        assertThat(CommandForTest.run("words", "--data", data, "--most", "0").status())
                .isEqualTo(Moisson.BAD_USAGE);
    }

    private void own(String name, String text) throws IOException {
        Files.writeString(data.resolve("tables").resolve(name), text);
    }
}
