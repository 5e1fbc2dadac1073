package moisson.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The public pages, as browsers and programs meet them. */
class PagesTest extends ServedForTest {
    private static final String EVENT = "/evenement/dessiner-le-guichet-de-demain-e1";
    private static final Pattern ELSEWHERE = Pattern.compile("(?:src|href|action)=\"(?:https?:)?//[^\"]*\"");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/editions",
                "/editions/2020",
                "/editions/2019",
                "/editions/2020/programme",
                "/recherche?q=idée",
                EVENT,
                "/donnees",
                "/sparql",
                "/proposer",
                "/accessibilite",
                "/plan",
                "/en/",
                "/en/editions/2020",
                "/en/editions/2020/programme?page=2",
                "/en" + EVENT,
                "/en/donnees",
                "/en/plan",
                "/nulle-part",
                "/sante"
            })
    void everyPageIsProtectedAndNeedsNobodyElse(String path) {
        HttpResponse<String> page = site.get(path, "Accept", "text/html");
        assertThat(page.statusCode()).isEqualTo(path.equals("/nulle-part") ? 404 : 200);
        assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html;charset=utf-8");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'; script-src 'self'; style-src 'self'")
                .contains("frame-ancestors 'none'");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(page.headers().firstValue("Referrer-Policy")).isPresent();
        assertThat(page.headers().firstValue("Permissions-Policy")).isPresent();
        assertThat(page.body())
                .contains(path.startsWith("/en/") ? "<html lang=\"en\">" : "<html lang=\"fr\">")
                .containsOnlyOnce("<h1")
                .contains("class=\"skip\"")
                .contains(path.startsWith("/en/") ? "not compliant" : "non conforme (audit à venir)")
                .doesNotContain("style=\"", " onclick", "\n\tat ");
        // Data for programs may stand in a page; nothing that runs.
        assertThat(page.body().replaceAll("<script type=\"application/ld\\+json\">[^<]*</script>", ""))
                .doesNotContain("<script");
        assertThat(ELSEWHERE.matcher(page.body()).results().map(found -> found.group()))
                .allMatch(link -> link.startsWith("href=\"https://exemple.fr/")
                        || link.equals("href=\"https://www.etalab.gouv.fr/licence-ouverte-open-licence/\""));
        assertThat(text(page.body())).doesNotContainPattern("[\\p{L}\\d»] [:;?!»](?= |$)");
    }

    /** What a French reader sees, without what people wrote in events. */
    private static String text(String html) {
        return html.contains("lang=\"en\">\n<head")
                ? ""
                : html.replaceAll(
                                "(?s)<textarea.*?</textarea>|<script.*?</script>|<div class=\"prose\".*?</div>|<p class=\"small\" lang.*?</p>",
                                "")
                        .replaceAll("(?s)<tbody.*?</tbody>", "")
                        .replaceAll("<[^>]*>", "");
    }

    @Test
    void theHomePageShowsTheEditionsAndWhatIsPublished() {
        assertThat(site.get("/").body())
                .contains(
                        "Mois fictif de l’innovation publique 2020",
                        "Semaine fictive",
                        "<dd>35</dd>",
                        "<dt>événement</dt>")
                .contains("Version 1, publiée", "jusqu’au 31\u00a0octobre\u00a02020")
                .contains("du 2 au 30 novembre 2020".replace("30 novembre 2020", "30\u00a0novembre\u00a02020"));
    }

    @Test
    void theFiguresOfAnEditionAreDrawnAndToldInATable() {
        assertThat(site.get("/editions/2020").body())
                .contains("<svg role=\"img\"", "<rect class=\"b\"", "Événements par format", "semaine du")
                .contains("evenements-2020.csv", "Événements</th><td class=\"n\">35</td>");
    }

    @Test
    void aProgrammeIsFilteredByItsAddress() {
        assertThat(site.get("/editions/2020/programme").body())
                .contains("<strong>35\u00a0événements</strong>", "aria-current=\"page\"", "?page=2");
        assertThat(site.get("/editions/2020/programme?page=2").body()).contains("séance 4");
        assertThat(site.get("/editions/2020/programme?format=atelier").body())
                .contains("<strong>7\u00a0événements</strong>");
        assertThat(site.get("/editions/2020/programme?departement=974").body())
                .contains("<strong>1\u00a0événement</strong>", "heure de La Réunion");
        assertThat(site.get("/editions/2020/programme?q=DESSINER+numerique").body())
                .as("accents and case do not matter, all words do")
                .contains("Dessiner le guichet");
        assertThat(site.get("/editions/2020/programme?du=2020-11-03&au=2020-11-03")
                        .body())
                .contains("<strong>2\u00a0événements</strong>");
        assertThat(site.get("/editions/2020/programme?page=99999&du=pas-une-date")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void anEmptyProgrammeSaysHowToGetOut() {
        assertThat(site.get("/editions/2020/programme?departement=974&format=webinaire")
                        .body())
                .contains("Aucun événement pour ces filtres.", "Sans le département\u202f: 6\u00a0événements.");
    }

    @Test
    void whatSomeoneTypedIsNeverMarkup() {
        assertThat(site.get("/recherche?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E")
                        .body())
                .doesNotContain("<script")
                .contains("&lt;script&gt;");
        assertThat(site.get(EVENT).body()).contains("&lt;script&gt;alert(1)&lt;/script&gt;");
    }

    @Test
    void anEventTellsBothClocksOverseasAndWhereItsValuesComeFrom() {
        assertThat(site.get("/evenement/le-numerique-sur-le-terrain-outremer").body())
                .contains("jeu.\u00a05\u00a0nov.\u00a02020, 8\u202fh – 10\u202fh\u202f30", "(heure de La Réunion)")
                .contains("À Paris\u202f: jeu.\u00a05\u00a0nov.\u00a02020, 5\u202fh – 7\u202fh\u202f30")
                .contains("D’où vient cette fiche", "Ville fictive", "<td class=\"mono\">outremer</td>")
                .contains("https://moisson.example/id/evenement/outremer");
    }

    @Test
    void aCancelledEventSaysSoFirst() {
        assertThat(site.get("/evenement/le-service-public-raconte-par-ses-usagers-e5")
                        .body())
                .contains("Annulé\u202f: cet événement n’a pas lieu.");
    }

    @ParameterizedTest
    @CsvSource({
        "/evenement/e1, 301, " + EVENT,
        "/evenement/vieux-titre-e1, 301, " + EVENT,
        "/en/evenement/vieux-titre-e1, 301, /en" + EVENT,
        "/evenement/ancien1, 301, /evenement/e1",
        "/evenement/un-titre-ancien1, 301, /evenement/e1",
        "/id/evenement/ancien1, 301, /id/evenement/e1",
        "/favicon.ico, 302, /statique/",
    })
    void anAddressThatIsNoLongerRightLeadsToTheRightOne(String path, int status, String location) {
        HttpResponse<String> answer = site.get(path);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).startsWith(location);
        assertThat(answer.headers().firstValue("Cache-Control"))
                .as("a title may change back, a merge be undone")
                .hasValue("no-cache");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/html,application/xhtml+xml,*/*;q=0.8 | " + EVENT,
                "text/turtle | /evenement/e1.ttl",
                "application/json;q=0.9, text/html;q=0.5 | /evenement/e1.json",
                "application/n-triples | /evenement/e1.nt",
                "image/png | " + EVENT,
            })
    void anIdentifierLeadsToTheDocumentOneLikes(String accept, String location) {
        HttpResponse<String> answer = site.get("/id/evenement/e1", "Accept", accept);
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).hasValue(location);
        assertThat(answer.headers().firstValue("Vary").orElseThrow()).contains("Accept");
    }

    @ParameterizedTest
    @CsvSource({"ttl, text/turtle", "nt, application/n-triples", "json, application/json"})
    void anEventIsGivenAsData(String extension, String mediaType) {
        HttpResponse<String> answer = site.get("/evenement/e1." + extension);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith(mediaType);
        assertThat(answer.body()).contains("Dessiner le guichet de demain").doesNotContain("open data");
    }

    @Test
    void anEventThatWasWithdrawnIsGoneAndAnUnknownOneNotFound() {
        assertThat(site.get("/evenement/jamais-vu").statusCode()).isEqualTo(404);
        try (SiteForTest other = new SiteForTest(
                home.resolveSibling(home.getFileName() + "-b").toFile().mkdirs()
                        ? home.resolveSibling(home.getFileName() + "-b")
                        : home)) {
            List<moisson.event.Event> fewer = EventsForTest.all().subList(1, 36);
            other.store.inTransaction(tables -> {
                tables.records().remove("ville-fictive", List.of("e1"), SiteForTest.NOW, "retiré par la source");
                return true;
            });
            other.publish(fewer, SiteForTest.NOW);
            HttpResponse<String> gone = other.get(EVENT);
            assertThat(gone.statusCode()).isEqualTo(410);
            assertThat(gone.body()).contains("Événement retiré", "Cet événement a été publié");
            assertThat(other.get("/donnees/versions/1/evenements-2020.csv").body())
                    .contains("Dessiner le guichet de demain,");
        }
    }

    @Test
    void onlyWhatIsAllowedIsAllowed() {
        HttpResponse<String> answer = site.post("/donnees", "x");
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).hasValue("GET, HEAD, OPTIONS");
        assertThat(site.method("OPTIONS", "/").statusCode()).isEqualTo(204);
        assertThat(site.get("/$/ping").statusCode()).isEqualTo(404);
        assertThat(site.get("/$/datasets").statusCode()).isEqualTo(404);
        assertThat(site.get("/en/operateur").statusCode()).isEqualTo(404);
        assertThat(site.raw("GET /%zz HTTP/1.1")).contains(" 400 ");
        assertThat(site.get("/x", "X-Long", "y".repeat(60_000)).statusCode()).isEqualTo(431);
        assertThat(site.post(
                                "/sparql",
                                "query=" + "x".repeat(300_000),
                                "Content-Type",
                                "application/x-www-form-urlencoded")
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void pagesAreAnsweredBy304AndInGzip() {
        HttpResponse<String> first = site.get("/editions/2020");
        String etag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(site.get("/editions/2020", "If-None-Match", etag).statusCode())
                .isEqualTo(304);
        assertThat(site.get("/editions/2020", "If-None-Match", "\"autre\"").statusCode())
                .isEqualTo(200);
        HttpResponse<byte[]> packed = site.bytes("/editions/2020", "Accept-Encoding", "gzip");
        assertThat(packed.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(packed.headers().firstValue("Vary").orElseThrow()).contains("Accept-Encoding");
        assertThat(packed.body().length).isLessThan(first.body().length() / 2);
        assertThat(site.method("HEAD", "/editions/2020").body()).isEmpty();
    }

    @Test
    void theHealthPageTellsVersionAndPassages() {
        assertThat(site.get("/sante.json").body())
                .contains("\"etat\" : \"ok\"", "\"version\" : 1", "\"lus\" : 21", "\"rejetes\" : 3")
                .doesNotContain("503");
        assertThat(site.get("/sante", "Accept", "text/html").body()).contains("La version 1 est en ligne", "21 lus = ");
    }

    @Test
    void beforeTheFirstPublicationPagesSayThatThereIsNothingYet() {
        Path empty = home.resolve("vide");
        empty.toFile().mkdirs();
        try (SiteForTest nothing = new SiteForTest(empty, SiteForTest.NOW, 0, false)) {
            assertThat(nothing.get("/").statusCode()).isEqualTo(200);
            assertThat(nothing.get("/").body()).contains("Rien n’est encore publié");
            for (String path : List.of(
                    "/editions",
                    "/donnees",
                    "/donnees/evenements.csv",
                    "/sante",
                    "/evenement/e1",
                    "/sparql?query=ASK%7B%7D")) {
                assertThat(nothing.get(path).statusCode()).as(path).isEqualTo(503);
            }
        }
    }
}
