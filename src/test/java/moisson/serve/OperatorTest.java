package moisson.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The operator's pages: who gets in, what they tell, and what they start. */
class OperatorTest {
    private static final String KEY = SiteForTest.basic(SiteForTest.PASSWORD);

    @TempDir
    private Path home;

    private SiteForTest site;

    @BeforeEach
    void start() {
        site = new SiteForTest(home, SiteForTest.NOW, 0, false);
    }

    @AfterEach
    void stop() {
        site.close();
    }

    private HttpResponse<String> open(String path) {
        return site.get(path, "Authorization", KEY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/operateur", "/operateur/moissons/ville-fictive", "/operateur/passages/1"})
    void nobodyGetsInWithoutThePassword(String path) {
        HttpResponse<String> answer = site.get(path);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow())
                .startsWith("Basic realm=");
        assertThat(answer.body()).doesNotContain("ville-fictive", "Agenda");
        assertThat(site.get(path, "Authorization", SiteForTest.basic("faux")).statusCode())
                .isEqualTo(401);
        assertThat(site.get(path, "Authorization", "Basic ???").statusCode()).isEqualTo(401);
        HttpResponse<String> page = open(path);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(page.body()).doesNotContain("style=\"", "<script");
    }

    @Test
    void whoGuessesIsLockedOutForAWhile() {
        for (int i = 0; i < 10; i++) {
            site.get("/operateur", "Authorization", SiteForTest.basic("essai " + i));
        }
        HttpResponse<String> answer = open("/operateur");
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("600");
    }

    @Test
    void theFirstPageTellsEverySourceInWords() {
        assertThat(open("/operateur").body())
                .contains("4\u00a0sources. 1\u00a0alerte ouverte. 1\u00a0source a des rejets à relire.")
                .contains("La source est injoignable (HTTP 503, 3 essais). Les données publiées n’ont pas changé.")
                .contains("21 lus = 18 nouveaux + 0 modifié + 0 inchangé + 3 rejetés")
                .contains("jamais moissonnée", "en cours", "quand la source envoie")
                .contains("ven.\u00a016\u00a0oct.\u00a02020 à 4\u202fh, dans 18\u202fh")
                .contains("(Pacific/Noumea), dans 1\u202fh");
    }

    @Test
    void theNoticesOfASourceAreGroupedAndExactlyCounted() {
        assertThat(open("/operateur/moissons/ville-fictive").body())
                .contains("<strong>2</strong> fois", "MISSING_TITLE", "Donnez un titre", "ligne 7", "a-7")
                .contains("et 1 de plus", "&lt;b&gt;mardi&lt;/b&gt;", "Villeimaginaire")
                .doesNotContain("<b>mardi");
        assertThat(open("/operateur/moissons/agenda-fictif").body()).contains("Aucun rejet.");
        assertThat(open("/operateur/passages/2").body()).contains("21 lus = ", "UNREADABLE_DATE", "Passage n°");
        assertThat(open("/operateur/passages/99").statusCode()).isEqualTo(404);
        assertThat(open("/operateur/moissons/inconnue").statusCode()).isEqualTo(404);
    }

    @Test
    void runNowNeedsATokenFromOurPage() {
        String path = "/operateur/moissons/ville-fictive/lancer";
        String[] headers = {"Authorization", KEY, "Content-Type", "application/x-www-form-urlencoded"};
        assertThat(site.post(path, "", headers).statusCode()).isEqualTo(403);
        assertThat(site.post(path, "jeton=1.faux", headers).statusCode()).isEqualTo(403);
        Matcher token = Pattern.compile("name=\"jeton\" value=\"([^\"]+)\"")
                .matcher(open("/operateur").body());
        assertThat(token.find()).isTrue();
        assertThat(site.post(path, "jeton=" + token.group(1), "Content-Type", "application/x-www-form-urlencoded")
                        .statusCode())
                .isEqualTo(401);
        assertThat(site.launched).isEmpty();
        HttpResponse<String> started = site.post(path, "jeton=" + token.group(1), headers);
        assertThat(started.statusCode()).isEqualTo(303);
        assertThat(started.headers().firstValue("Location")).hasValue("/operateur?lancee=ville-fictive");
        assertThat(site.launched).containsExactly("ville-fictive");
        assertThat(open("/operateur?lancee=ville-fictive").body()).contains("est lancée");
        assertThat(open(path).statusCode()).isEqualTo(405);
    }
}
