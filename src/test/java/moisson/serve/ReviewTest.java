package moisson.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import moisson.event.Cluster;
import moisson.event.Event;
import moisson.event.EventId;
import moisson.event.Match;
import moisson.event.Reason;
import moisson.store.VerdictLedger.Pair;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operator's pages about duplicates: the queue, two records side by side, an event, and the ledger. */
class ReviewTest {
    private static final String[] HEADERS = {
        "Authorization", SiteForTest.basic(SiteForTest.PASSWORD), "Content-Type", "application/x-www-form-urlencoded"
    };

    @TempDir
    private Path home;

    private SiteForTest site;
    private EventId left;
    private EventId right;

    @BeforeEach
    void start() {
        site = new SiteForTest(home);
        List<EventId> records =
                EventsForTest.all().stream().map(event -> event.id()).sorted().toList();
        left = records.get(0);
        right = records.get(1);
        site.store.inTransaction(tables -> {
            tables.clusters()
                    .replace(
                            tables.clusters().all(),
                            List.of(new Match(
                                    left,
                                    right,
                                    7.5,
                                    Match.Decision.REVIEW,
                                    List.of(new Reason("titre", "a", "b", 6.5), new Reason("horaire", "a", "b", 1)))),
                            Map.of(),
                            List.of());
            return true;
        });
    }

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void thePairsThatWaitAreCountedListedAndOpenedSideBySide() {
        assertThat(open("/operateur").body()).contains("1\u00a0doublon à relire.", "/operateur/doublons");
        assertThat(open("/operateur/doublons").body())
                .contains("+7,50", "75\u202f%", "/operateur/doublons/paire?gauche=");

        String page = open(pair()).body();

        assertThat(page)
                .contains("C’est le même", "Ce sont deux événements", "Plus tard", left.toString(), right.toString())
                .contains("+6,50", "+1,00", "+7,50")
                .doesNotContain("style=\"", "<script");
        assertThat(weights(page)).isEqualTo(750);
    }

    @Test
    void aWordNeedsPasswordAndTokenAndIsHandedOnWithItsReasonAndWhatWasSeen() {
        String form = form("mot=meme&vu=0&motif=" + encoded("même salle"));
        assertThat(site.get("/operateur/doublons").statusCode()).isEqualTo(401);
        assertThat(site.get("/operateur/decisions").statusCode()).isEqualTo(401);
        assertThat(site.post("/operateur/doublons/decider", form).statusCode()).isEqualTo(401);
        assertThat(site.post("/operateur/doublons/decider", form + "&jeton=1.faux", HEADERS)
                        .statusCode())
                .isEqualTo(403);
        assertThat(site.launched).isEmpty();

        HttpResponse<String> answer = post("/operateur/doublons/decider", form);

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).contains("decision=7");
        assertThat(site.launched).containsExactly("même " + left + " " + right + " même salle 0");
        post("/operateur/doublons/decider", form("mot=distincts&file=oui"));
        assertThat(site.launched.getLast()).startsWith("distincts " + left).endsWith("relecture des deux fiches null");
        assertThat(post("/operateur/doublons/decider", form("mot=peut-etre")).statusCode())
                .isEqualTo(400);
    }

    @Test
    void whatCannotBeDecidedIsToldInWords() {
        HttpResponse<String> refused = post("/operateur/doublons/decider", "gauche=x/refus&droite=x/autre&mot=meme");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("Refusé pour l’essai.");
        assertThat(open("/operateur/doublons/paire?gauche=x/jamais&droite=x/vu").statusCode())
                .isEqualTo(404);
        assertThat(open("/operateur/doublons/paire?gauche=x").statusCode()).isEqualTo(400);
        assertThat(open("/operateur/evenements/inconnu").statusCode()).isEqualTo(404);
    }

    @Test
    void anEventIsOpenedByAnyOfItsNamesAndShowsWhatWasDecidedWithAWayBack() {
        site.store.inTransaction(tables -> tables.verdicts()
                .give(
                        false,
                        List.of(new Pair(left, right)),
                        "exploitant",
                        "salles <b>différentes</b>",
                        SiteForTest.NOW));
        String id = site.store.read(tables -> tables.clusters().clusterOf(left)).orElseThrow();
        for (String name : List.of(
                id,
                left.toString(),
                "https://moisson.example/evenement/" + id,
                "https://moisson.example/en/evenement/un-titre-de-2020-" + id + "?de=2",
                "https://moisson.example/id/evenement/" + id)) {
            assertThat(open("/operateur/evenements?id=" + encoded(name))
                            .headers()
                            .firstValue("Location"))
                    .hasValue("/operateur/evenements/" + id);
        }

        assertThat(open("/operateur/evenements/" + id).body())
                .contains(left.toString(), "Fusionner avec un autre événement", "événements distincts")
                .contains("salles &lt;b&gt;différentes", "/operateur/decisions/1/annuler");
        String other =
                site.store.read(tables -> tables.clusters().clusterOf(right)).orElseThrow();
        assertThat(open("/operateur/evenements/" + id + "/fusionner?avec=" + other)
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .startsWith("/operateur/doublons/paire?gauche=");
        assertThat(open("/operateur/evenements/" + id + "/fusionner?avec=" + id).statusCode())
                .isEqualTo(409);
        assertThat(open("/operateur/decisions").body()).contains("n° 1", "/operateur/decisions/1/annuler");

        assertThat(post("/operateur/decisions/1/annuler", "").headers().firstValue("Location"))
                .hasValue("/operateur/decisions?decision=1");
        post("/operateur/evenements/" + id + "/detacher", "fiche=" + encoded(left.toString()));
        assertThat(site.launched)
                .containsExactly(
                        "annuler 1 relecture des deux fiches",
                        "détacher " + left + " " + left + " relecture des deux fiches");
    }

    @Test
    void aRecordWhoseKeyIsAnAddressIsFoundByIt() {
        String key = "https://agenda.example/evenement/fiche?uid=1#a";
        Event like = EventsForTest.all().getFirst();
        Event addressed = new Event(
                new EventId("ville-fictive", key),
                like.wording(),
                like.kind(),
                like.when(),
                like.place(),
                like.hosts(),
                like.access(),
                like.links());
        site.publish(
                List.of(addressed),
                List.of(new Cluster("adresse", List.of(addressed.id()))),
                Map.of(),
                SiteForTest.NOW);

        assertThat(open("/operateur/evenements?id=" + encoded("ville-fictive/" + key))
                        .headers()
                        .firstValue("Location"))
                .hasValue("/operateur/evenements/adresse");
    }

    /** In hundredths of a bit, from the body of the table. */
    private static long weights(String page) {
        String body = page.substring(page.indexOf("<tbody>"), page.indexOf("</tbody>"));
        return Pattern.compile("data-label=\"Poids\">([+−]\\d+),(\\d\\d)<")
                .matcher(body)
                .results()
                .mapToLong(found -> Long.parseLong((found.group(1) + found.group(2)).replace('−', '-')))
                .sum();
    }

    private String pair() {
        return "/operateur/doublons/paire?gauche=" + encoded(left.toString()) + "&droite=" + encoded(right.toString())
                + "&file=oui";
    }

    private String form(String more) {
        return "gauche=" + encoded(left.toString()) + "&droite=" + encoded(right.toString()) + "&" + more;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpResponse<String> open(String path) {
        return site.get(path, HEADERS);
    }

    private HttpResponse<String> post(String path, String fields) {
        Matcher token = Pattern.compile("name=\"jeton\" value=\"([^\"]+)\"")
                .matcher(open("/operateur").body());
        assertThat(token.find()).isTrue();
        return site.post(path, fields + "&jeton=" + token.group(1), HEADERS);
    }
}
