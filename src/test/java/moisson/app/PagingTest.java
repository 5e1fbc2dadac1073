package moisson.app;

import static moisson.app.Partner.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import moisson.event.Run;
import moisson.event.RunState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Lists in pages: all of them are one delivery, and one page missing is a failed harvest. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagingTest {
    private static final Pattern AFTER = Pattern.compile("[?&]after%5B%5D=(\\d+)&after%5B%5D=n\\+?%?2?0?d");
    private static final Pattern OFFSET = Pattern.compile("[?&]offset=(\\d+)");

    private Partner partner;
    private House house;
    private Path folder;

    @BeforeAll
    void open(@TempDir Path fresh) throws Exception {
        folder = fresh;
        partner = Partner.start();
        house = new SourcesForTest(folder)
                .with("http-pages-source", "agenda", """
                        format: openagenda
                        paging: openagenda
                        url: "{{partner}}/v2/agendas/1/events?monolingual=fr"
                        keyHeader: key
                        key: "{{essai.cle}}"
                        allowPrivate: true
                        pages: 20
                        """)
                .with("http-pages-source", "explore", """
                        format: openagenda
                        paging: opendatasoft
                        url: "{{partner}}/records"
                        allowPrivate: true
                        """)
                .with("http-pages-source", "liens", """
                        format: json
                        paging: link
                        url: "{{partner}}/liste"
                        allowPrivate: true
                        """)
                .open(Map.of("partner", partner.url(), "essai.cle", "cle-secrete"));
    }

    @AfterEach
    void nothingIsLeftBehind() throws Exception {
        ArrivalsForTest.areGone(folder);
    }

    @AfterAll
    void close() throws Exception {
        house.close();
        partner.close();
    }

    @Test
    void theCursorOfOpenAgendaIsFollowedToTheEnd() {
        agenda(5, 5);
        Run run = harvest("agenda");

        assertThat(run.message()).isNull();
        assertThat(run.counts().read()).isEqualTo(10);
        assertThat(partner.requests("/v2/agendas/1/events").getLast())
                .contains(
                        "key: cle-secrete", "size=300", "detailed=1", "removed=null", "monolingual=fr", "after%5B%5D=");
        assertThat(harvest("agenda").state()).isEqualTo(RunState.NOT_MODIFIED);
    }

    @Test
    void aCursorThatComesBackIsAFailure() {
        partner.at(
                "/v2/agendas/1/events", text(200, "{\"total\":9,\"events\":[" + event(1) + "],\"after\":[7,\"n d\"]}"));
        failsSaying("agenda", "deux fois à la même page");
    }

    @Test
    void aPageThatFailsFailsTheWholeHarvest() {
        partner.at(
                "/v2/agendas/1/events",
                (request, out) -> (number(AFTER, request) >= 2
                                ? text(500, "")
                                : agendaPage(number(AFTER, request), 5, 10))
                        .to(request, out));
        failsSaying("agenda", "HTTP 500");
        assertThat(house.harvestNow("agenda")).hasSize(1);
    }

    @Test
    void aTotalThatDisagreesIsAFailure() {
        agenda(3, 7);
        failsSaying("agenda", "annonce 7 enregistrements", "3 pages en contiennent 6");
    }

    @Test
    void aPageThatIsNoListIsAFailure() {
        partner.at("/v2/agendas/1/events", text(200, "{\"error\":\"too many\"}"));
        failsSaying("agenda", "page 1", "la liste attendue");
        partner.at("/v2/agendas/1/events", text(200, "<html>"));
        failsSaying("agenda", "page 1", "JSON");
        partner.at("/v2/agendas/1/events", text(204, ""));
        failsSaying("agenda", "page 1");
    }

    @Test
    void aListWithoutEndIsLimited() {
        agenda(1_000, 2_000);
        failsSaying("agenda", "plus de 20 pages");
    }

    @Test
    void offsetsAreCountedUntilAllAreThere() {
        partner.at("/records", (request, out) -> {
            int offset = number(OFFSET, request);
            String results = IntStream.range(offset, Math.min(offset + 100, 250))
                    .mapToObj(PagingTest::event)
                    .collect(Collectors.joining(","));
            text(200, "{\"total_count\":250,\"results\":[" + results + "]}").to(request, out);
        });
        assertThat(harvest("explore").counts().read()).isEqualTo(250);

        partner.at("/records", text(200, "{\"total_count\":12000,\"results\":[" + event(1) + "]}"));
        failsSaying("explore", "12000", "exports/json");
    }

    @Test
    void linksToTheNextPageAreFollowed() {
        partner.at("/liste", text(200, "[" + flat(1) + "]", "Link: <?page=2>; rel=next, <?page=9>; rel=last"));
        partner.at(
                "/liste",
                (request, out) -> (request.contains("page=2")
                                ? text(200, "[" + flat(2) + "]")
                                : text(
                                        200,
                                        "[" + flat(1) + "]",
                                        "Link: </a>; rel=\"up\", <?page=2>; title=\"a, b\"; rel=\"x next\""))
                        .to(request, out));
        assertThat(harvest("liens").counts().read()).isEqualTo(2);

        partner.at("/liste", text(200, "[]", "Link: <http://exemple.example/liste>; rel=next"));
        failsSaying("liens", "un autre serveur");
    }

    /** Pages of two events. */
    private void agenda(int pages, int total) {
        partner.at(
                "/v2/agendas/1/events",
                (request, out) -> agendaPage(number(AFTER, request), pages, total == pages ? pages * 2 : total)
                        .to(request, out));
    }

    private static Partner.Answer agendaPage(int page, int pages, int total) {
        return text(
                200,
                "{\"total\":%d,\"events\":[%s,%s],\"after\":%s}"
                        .formatted(
                                total,
                                event(page * 2),
                                event(page * 2 + 1),
                                page + 1 < pages ? "[" + (page + 1) + ",\"n d\"]" : "null"));
    }

    private static String event(int uid) {
        return """
                {"uid":%d,"title":{"fr":"Essai fictif %d"},"timings":[{"begin":"2019-11-20T10:00:00+0100",
                "end":"2019-11-20T11:00:00+0100"}]}""".formatted(uid + 1, uid).replace("\n", "");
    }

    private static String flat(int id) {
        return "{\"id\":%d,\"titre\":\"Essai fictif %d\",\"debut\":\"2019-11-20\"}".formatted(id, id);
    }

    private static int number(Pattern pattern, String request) {
        Matcher matcher = pattern.matcher(Partner.path(request));
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    private Run harvest(String source) {
        return SourcesForTest.harvest(house, source);
    }

    private void failsSaying(String source, String... words) {
        Run run = harvest(source);
        assertThat(run.state()).as(run.toString()).isEqualTo(RunState.FAILED);
        assertThat(run.message()).contains(words).doesNotContain("cle-secrete");
    }
}
