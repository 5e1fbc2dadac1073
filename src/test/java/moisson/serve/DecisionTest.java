package moisson.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import moisson.event.Change;
import moisson.event.Counts;
import moisson.event.Hold;
import moisson.event.Notice;
import moisson.event.NoticeCode;
import moisson.event.Plan;
import moisson.event.Run;
import moisson.event.RunState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A held harvest on the operator's pages, its report in every form, and what is asked of the desk. */
class DecisionTest {
    private static final String[] HEADERS = {
        "Authorization", SiteForTest.basic(SiteForTest.PASSWORD), "Content-Type", "application/x-www-form-urlencoded"
    };

    @TempDir
    private Path home;

    private SiteForTest site;
    private long held;

    @BeforeEach
    void start() {
        site = new SiteForTest(home, SiteForTest.NOW, 0, false);
        held = hold("ville-fictive");
    }

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void aHeldHarvestStandsAtTheTopWithWhatWouldChangeAndTwoButtons() {
        String page = open("/operateur").body();

        assertThat(page)
                .contains("1\u00a0moisson attend votre décision.")
                .contains("70\u202f% des fiches connues manquent, plus que les 25\u202f% admis")
                .contains("titre 2", "dates 1", "Exemples : absent, en délai de grâce", "Nouvel atelier fictif")
                .contains("/operateur/passages/" + held + "/accepter", "/operateur/passages/" + held + "/refuser")
                .contains("Version 1 publiée.", "/operateur/publier")
                .doesNotContain("prenom.nom@", "style=\"", "<script");
        assertThat(page.indexOf("/accepter")).isLessThan(page.indexOf("<h2>Moissons"));
        assertThat(open("/operateur/moissons/ville-fictive").body()).contains("/accepter");
        assertThat(open("/operateur/passages/" + held).body()).contains("/accepter", "Ce qui changerait");
    }

    @Test
    void theReportIsTheSameInEveryForm() throws Exception {
        String path = "/operateur/passages/" + held;
        for (String form : List.of(".json", ".csv", ".html")) {
            assertThat(site.get(path + form).statusCode()).isEqualTo(401);
        }
        HttpResponse<String> json = open(path + ".json");
        HttpResponse<String> csv = open(path + ".csv");
        HttpResponse<String> html = open(path + ".html");

        JsonNode report = new ObjectMapper().readTree(json.body());
        assertThat(report.at("/etat").asText()).isEqualTo("HELD");
        assertThat(report.at("/source/nom").asText()).isEqualTo("Ville fictive");
        assertThat(report.at("/retenue/0/mesure_pourcent").asInt()).isEqualTo(70);
        assertThat(report.at("/plan/champs_modifies/titre").asInt()).isEqualTo(2);
        assertThat(report.at("/avis/0/fois").asInt()).isEqualTo(4);
        assertThat(report.at("/avis/0/exemples/0/valeur").asText()).isEqualTo("=voir [coordonnée masquée]");
        assertThat(csv.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
        assertThat(csv.body().lines()).hasSize(2);
        assertThat(csv.body()).contains(",4,ligne 3,a-3,date,'=voir [coordonnée masquée],");
        assertThat(html.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment");
        assertThat(html.body())
                .contains("10 lus = 1 nouveau + 2 modifiés + 3 inchangés + 4 rejetés", "<style>", "La date n’a pas pu")
                .contains("The date could not be understood")
                .doesNotContain("href=", "src=", "jeton");
        assertThat(json.body() + csv.body() + html.body()).doesNotContain("prenom.nom@");
        assertThat(open("/operateur/passages/99.json").statusCode()).isEqualTo(404);
    }

    @Test
    void aDecisionNeedsATokenAndIsHandedToTheDesk() {
        String path = "/operateur/passages/" + held;
        assertThat(site.post(path + "/accepter", "jeton=1.faux", HEADERS).statusCode())
                .isEqualTo(403);
        assertThat(open(path + "/accepter").statusCode()).isEqualTo(405);
        assertThat(site.launched).isEmpty();

        HttpResponse<String> accepted = post(path + "/accepter");
        assertThat(accepted.statusCode()).isEqualTo(303);
        assertThat(accepted.headers().firstValue("Location")).hasValue("/operateur?decidee=" + held);
        post(path + "/refuser");
        assertThat(site.launched).containsExactly("accepter " + held, "refuser " + held);
        assertThat(open("/operateur?decidee=" + held).body()).contains("prise en compte");
    }

    @Test
    void whoeverComesTooLateIsToldWhatBecameOfIt() {
        site.store.inTransaction(tables -> tables.plans().decide(held, RunState.REFUSED, "Refusée par l’exploitant."));

        HttpResponse<String> late = post("/operateur/passages/" + held + "/accepter");

        assertThat(late.statusCode()).isEqualTo(303);
        assertThat(site.launched).isEmpty();
        assertThat(open(late.headers().firstValue("Location").orElseThrow()).body())
                .contains("n’attend plus de décision\u202f: refusée. Refusée par l’exploitant.")
                .doesNotContain("/accepter");
        assertThat(open("/operateur?decidee=x").statusCode()).isEqualTo(200);
        assertThat(post("/operateur/passages/99/accepter").statusCode()).isEqualTo(404);
    }

    @Test
    void aHeldHarvestWhoseSourceIsGoneCannotBeDecided() {
        long orphan = hold("disparue");

        assertThat(open("/operateur").body())
                .contains("2\u00a0moissons attendent", "Le fichier de cette source n’existe plus");
        assertThat(post("/operateur/passages/" + orphan + "/accepter").statusCode())
                .isEqualTo(409);
        assertThat(site.launched).isEmpty();
    }

    @Test
    void aPublicationCanBeAskedFor() {
        assertThat(site.post("/operateur/publier", "", HEADERS).statusCode()).isEqualTo(403);
        HttpResponse<String> asked = post("/operateur/publier");
        assertThat(asked.statusCode()).isEqualTo(303);
        assertThat(site.launched).containsExactly("publier");
        assertThat(open(asked.headers().firstValue("Location").orElseThrow()).body())
                .contains("Une publication est demandée");
    }

    @Test
    void aKilledHarvestHasAReportWhoseCountsAddUp() throws Exception {
        long killed = site.store.inTransaction(tables -> tables.runs().begin("ville-fictive", SiteForTest.NOW));
        assertThat(open("/operateur/passages/" + killed + ".html").body()).contains("en cours");
        site.store.inTransaction(tables -> tables.runs().interruptOpen(SiteForTest.NOW.plusSeconds(5), "Arrêté."));

        JsonNode report = new ObjectMapper()
                .readTree(open("/operateur/passages/" + killed + ".json").body());

        assertThat(report.at("/etat").asText()).isEqualTo("INTERRUPTED");
        assertThat(report.at("/comptes/equation").asText()).startsWith("0 lu = 0 nouveau");
        assertThat(report.at("/duree_secondes").asDouble()).isEqualTo(5);
        assertThat(report.at("/plan").isNull()).isTrue();
        assertThat(open("/operateur/passages/" + killed).body()).contains("interrompue", "Rien n’a été appliqué");
        assertThat(open("/operateur").body()).contains("/accepter");
    }

    private HttpResponse<String> open(String path) {
        return site.get(path, "Authorization", HEADERS[1]);
    }

    private HttpResponse<String> post(String path) {
        Matcher token = Pattern.compile("name=\"jeton\" value=\"([^\"]+)\"")
                .matcher(open("/operateur").body());
        assertThat(token.find()).isTrue();
        return site.post(path, "jeton=" + token.group(1), HEADERS);
    }

    private long hold(String source) {
        Instant start = Instant.parse("2020-10-15T04:00:00Z");
        return site.store.inTransaction(tables -> {
            long id = tables.runs().begin(source, start);
            tables.runs()
                    .keep(
                            id,
                            List.of(new Notice(
                                    NoticeCode.UNREADABLE_DATE,
                                    "ligne 3",
                                    "a-3",
                                    "date",
                                    "=voir prenom.nom@exemple.fr")));
            tables.plans()
                    .keep(
                            id,
                            new Plan(
                                    10,
                                    7,
                                    0,
                                    1,
                                    Map.of("titre", 2, "dates", 1),
                                    List.of(
                                            new Change(
                                                    Change.Action.CREATED,
                                                    "n-1",
                                                    "Nouvel atelier fictif",
                                                    null,
                                                    List.of()),
                                            new Change(
                                                    Change.Action.UPDATED,
                                                    "a-1",
                                                    "Écrire à prenom.nom@exemple.fr",
                                                    null,
                                                    List.of("titre", "dates")),
                                            new Change(Change.Action.ABSENT, "a-9", null, null, List.of())),
                                    List.of(new Hold(Hold.Why.SHRUNK, 70, 25))));
            tables.runs()
                    .end(new Run(
                            id,
                            source,
                            RunState.HELD,
                            start,
                            start.plusSeconds(3),
                            "ab".repeat(32),
                            new Counts(10, 1, 2, 3, 4, 0, 0, 0),
                            "Retenue, rien n’est appliqué\u202f: 70\u202f% des fiches connues manquent, plus que les"
                                    + " 25\u202f% admis.",
                            Map.of(NoticeCode.UNREADABLE_DATE, 4)));
            return id;
        });
    }
}
