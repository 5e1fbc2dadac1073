package moisson.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CheckCommandTest {
    @TempDir
    Path folder;

    @Test
    void aPartnerReadsWhatWouldBecomeOfTheFeedAndNothingIsWritten() throws Exception {
        Told told = check("samples/partners/collectivites/feed.csv");

        assertThat(told.status()).isEqualTo(1);
        assertThat(told.out())
                .contains("Format deviné : csv", "63 lus = 57 acceptés + 6 rejetés", "ligne 54", "30/02/2019");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void aFeedWithoutRejectsIsFine() {
        assertThat(check("samples/drop/universites/agenda.ics").status()).isZero();
    }

    @Test
    void aServerIsAskedAndItsRefusalTold() throws Exception {
        try (SamplePartners partners = SamplePartners.start(Path.of("samples/partners"))) {
            assertThat(check(partners.url() + "/dinum-agenda/feed.csv", "--allow-private")
                            .out())
                    .contains("18 lus = 18 acceptés");
            Told gone = check(partners.url() + "/nulle-part.csv", "--allow-private");
            assertThat(gone.status()).isEqualTo(3);
            assertThat(gone.err()).contains("HTTP 404");
            Told refused = check(partners.url() + "/dinum-agenda/feed.csv");
            assertThat(refused.status()).isEqualTo(3);
            assertThat(refused.err()).contains("réseau privé", "--allow-private");
        }
    }

    @Test
    void whatCannotBeRecognizedIsSaidWithTheRemedy() throws Exception {
        Path odd = Files.writeString(folder.resolve("odd.bin"), "rien de tel");

        assertThat(check(odd.toString()).err()).contains("--format");
        assertThat(check(odd.toString(), "--format", "pdf").status()).isEqualTo(2);
        assertThat(check(folder.resolve("absent.csv").toString()).status()).isEqualTo(3);
    }

    @Test
    void anUnknownTableGetsAMappingThatWorksWhenItIsTried() throws Exception {
        Path odd = unknown();

        Told told = check(odd.toString());
        assertThat(told.status()).isEqualTo(3);
        assertThat(told.out())
                .contains("Codage : UTF-8", "Séparateur : |", "Refusé : Aucune colonne")
                .contains("« Intitulé proposé » = titre", "« Mail » = rien")
                .doesNotContain("prenom.nom@");
        Matcher line = Pattern.compile("mapping: \"(.+)\"").matcher(told.out());
        assertThat(line.find()).isTrue();

        Told tried = check(odd.toString(), "--map", line.group(1));
        assertThat(tried.out()).contains("2 lus = 2 acceptés + 0 rejeté").doesNotContain("UNKNOWN_COLUMN");
        assertThat(check(odd.toString(), "--map", "Mail=nulle part").status()).isEqualTo(2);
    }

    @Test
    void aTableWithoutADateIsToldSoBeforeEachOfItsRowsIs() throws Exception {
        Path seasons = Files.writeString(folder.resolve("saisons.csv"), """
                titre;Saison;Jour dit;commune
                Festival fictif du fleuve;été;05/11/2020;Lyon
                Festival fictif du vent;hiver;06/11/2020;Brest
                """);

        Told told = check(seasons.toString());
        assertThat(told.out())
                .contains("2 lus = 0 accepté + 2 rejetés", "« Saison, Jour dit, titre, commune »", "mapping: ")
                .containsSubsequence("(NO_DATE_COLUMN)", "2 fois (MISSING_DATE)");

        assertThat(check(seasons.toString(), "--map", "Jour dit=debut").out())
                .contains("2 lus = 2 acceptés + 0 rejeté")
                .doesNotContain("NO_DATE_COLUMN");
    }

    @Test
    void theReportIsWrittenInThreeFormsWithoutContacts() throws Exception {
        Path bad = Files.writeString(
                folder.resolve("bad.csv"), "id;titre;debut\n1;Atelier fictif;voir prenom.nom@exemple.fr\n");
        Path reports = folder.resolve("rapports");

        assertThat(check(bad.toString(), "--report", reports.toString()).status())
                .isEqualTo(1);

        String page = Files.readString(reports.resolve("verification.html"));
        String csv = Files.readString(reports.resolve("verification.csv"));
        String json = Files.readString(reports.resolve("verification.json"));
        assertThat(page).contains("1 lu = 0 nouveau", "could not be understood").doesNotContain("href=", "src=");
        assertThat(csv).startsWith("passage,source,code").contains("UNREADABLE_DATE");
        assertThat(json).contains("\"rejetes\" : 1", "\"bad.csv\"");
        assertThat(page + csv + json).contains("[coordonnée masquée]").doesNotContain("prenom.nom@");
    }

    @Test
    void theWholeReportIsToldToPrograms() throws Exception {
        JsonNode told = new ObjectMapper()
                .readTree(check(unknown().toString(), "--json").out());

        assertThat(told.at("/etat").asText()).isEqualTo("FAILED");
        assertThat(told.at("/comptes/lus").asInt()).isZero();
        assertThat(told.at("/flux/format").asText()).isEqualTo("csv");
        assertThat(told.at("/flux/a_coller").asText()).startsWith("mapping: ");
    }

    @Test
    void aKeyInAnAddressIsNeverPrinted() {
        Told told = check("http://qui:motdepasse@127.0.0.1:1/flux.csv?cle=secret-42");
        assertThat(told.out() + told.err()).isNotBlank().doesNotContain("secret-42", "motdepasse");
        Told odd = check("http://127.0.0.1:1/a b?cle=secret-42");
        assertThat(odd.err()).contains("n’est pas une adresse").doesNotContain("secret-42");
    }

    private Path unknown() throws java.io.IOException {
        return Files.writeString(folder.resolve("odd.csv"), """
                Intitulé proposé|Jour prévu|Mail
                Découvrir la donnée ouverte (fictif)|05/11/2020|prenom.nom@exemple.fr
                Fabriquer une carte de ville (fictif)|06/11/2020|prenom.nom@exemple.fr
                """);
    }

    private record Told(int status, String out, String err) {}

    private Told check(String feed, String... options) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command = Moisson.commands().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        String[] args = Stream.concat(Stream.of("check", feed, "--data", folder.toString()), Stream.of(options))
                .toArray(String[]::new);
        return new Told(command.execute(args), out.toString(), err.toString());
    }
}
