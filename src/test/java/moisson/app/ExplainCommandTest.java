package moisson.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import moisson.event.Cluster;
import moisson.event.EventId;
import moisson.event.Run;
import moisson.event.Source;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The house stays open, as beside a running server: explaining needs no lock. */
class ExplainCommandTest {
    private static final String DEBATE = "Débat fictif sur la simplification";
    private static final EventId FIRST = new EventId(Source.FORM, "2020-P-0901");

    @TempDir
    Path folder;

    private House house;

    @BeforeEach
    void open() throws Exception {
        Settings settings =
                SettingsFile.read(folder, Map.of(), Map.of("moisson.routes", "routes", "moisson.port", "0"));
        house = House.open(settings, new SteppingClock(Instant.parse("2020-12-01T08:00:00Z")));
        propose("2020-P-0901", DEBATE, "10:00");
        propose("2020-P-0902", "Visite fictive du laboratoire", "15:00");
        propose("2020-P-0903", "Visite fictive des archives", "16:00");
    }

    @AfterEach
    void close() throws Exception {
        house.close();
    }

    @Test
    void aPublishedEventTellsWhereItsValuesAreFromAndItsHistory() {
        house.publish();

        CommandForTest explained = explain(id(FIRST));

        assertThat(explained.status()).as(explained.err()).isEqualTo(Moisson.DONE);
        assertThat(explained.out())
                .contains(id(FIRST) + "\u202F: " + DEBATE)
                .contains("Publié le 1 décembre 2020 à 09 h 00")
                .containsPattern("commune +Nancy\\R +de formulaire/2020-P-0901")
                .contains("créé avec formulaire/2020-P-0901")
                .doesNotContain("réunis");
    }

    @Test
    void joinedRecordsTellEveryWeightAndTheirSum() {
        String merged = id(new EventId(Source.FORM, "2020-P-0902"));
        propose("2020-P-0902", DEBATE, "10:00");

        CommandForTest explained = explain(merged);

        assertThat(explained.status()).isEqualTo(Moisson.DONE);
        assertThat(explained.out())
                .contains("«\u202F" + merged + "\u202F» mène à l’événement " + id(FIRST))
                .contains("formulaire/2020-P-0901\u2002↔\u2002formulaire/2020-P-0902")
                .containsPattern("titre +\\+\\d+,\\d\\d +identique +" + DEBATE + " \\| " + DEBATE)
                .containsPattern("horaire +\\+\\d+,\\d\\d")
                .contains("fusionné dans " + id(FIRST));
        assertThat(sum(explained.out())).isEqualTo(told(explained.out()));
    }

    @Test
    void aRecordLeadsToItsEvent() {
        CommandForTest explained = explain(FIRST.toString());

        assertThat(explained.status()).isEqualTo(Moisson.DONE);
        assertThat(explained.out()).contains("mène à l’événement " + id(FIRST), DEBATE, "Jamais publié");
    }

    @Test
    void anUnknownIdIsOneSentence() {
        for (String id : new String[] {"zzzzzzzz", "formulaire/personne", "/"}) {
            CommandForTest explained = explain(id);

            assertThat(explained.status()).isEqualTo(Moisson.COULD_NOT);
            assertThat(explained.out()).isEmpty();
            assertThat(explained.err().strip()).contains(id).hasLineCount(1);
        }
    }

    @Test
    void aFolderWithoutDataIsNotFilled() {
        Path empty = folder.resolve("vide");

        CommandForTest explained = CommandForTest.run("explain", "zzzzzzzz", "--data", empty);

        assertThat(explained.status()).isEqualTo(Moisson.COULD_NOT);
        assertThat(explained.err()).contains("vide");
        assertThat(empty).doesNotExist();
    }

    private CommandForTest explain(String id) {
        return CommandForTest.run("explain", id, "--data", folder);
    }

    private String id(EventId record) {
        return house.clusters().stream()
                .filter(cluster -> cluster.members().contains(record))
                .map(Cluster::id)
                .findFirst()
                .orElseThrow();
    }

    private void propose(String id, String title, String hour) {
        String proposal = """
                {"id": "%s", "titre": "%s", "description": "Événement fictif.", "format": "débat", "date": "2020-11-12",
                "heure_debut": "%s", "code_postal": "54000", "commune": "Nancy", "lieu": "Hôtel de ville",
                "organisateur": "Ville de Nancy"}""".formatted(id, title, hour);
        Run run = house.propose(proposal.getBytes(UTF_8));
        assertThat(run.counts().rejected()).as("%s", run).isZero();
    }

    /** In hundredths of a bit. */
    private static long sum(String report) {
        return weights(report, "titre|horaire|lieu|commune|organisateur|page|description|salle");
    }

    private static long told(String report) {
        return weights(report, "somme");
    }

    private static long weights(String report, String criteria) {
        String pairs = report.substring(report.indexOf("réunis"), report.indexOf("Histoire"));
        return Pattern.compile("(?m)^ {4}(?:" + criteria + ") +([+−]\\d+),(\\d\\d)")
                .matcher(pairs)
                .results()
                .mapToLong(found -> Long.parseLong((found.group(1) + found.group(2)).replace('−', '-')))
                .sum();
    }
}
