package moisson.app;

import static moisson.app.Partner.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import moisson.event.EventId;
import moisson.event.Run;
import moisson.event.RunState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A feed whose items only lead to the pages where the events are told. */
class FollowTest {
    private Partner partner;
    private House house;
    private Path folder;

    @BeforeEach
    void open(@TempDir Path fresh) throws Exception {
        folder = fresh;
        partner = Partner.start();
        house = new SourcesForTest(folder)
                .with("http-pages-source", "fil", """
                        format: schema-org
                        paging: follow
                        url: "{{partner}}/fil.rss?lang=fr"
                        allowPrivate: true
                        pages: 6
                        graceDays: 0
                        keyHeader: X-Cle
                        key: "{{essai.cle}}"
                        deadline: 3
                        """)
                .open(Map.of("partner", partner.url(), "essai.cle", "cle-secrete"));
        for (int i = 1; i <= 4; i++) {
            partner.at("/e/" + i, text(200, page(i)));
        }
    }

    @AfterEach
    void closeAndNothingIsLeftBehind() throws Exception {
        ArrivalsForTest.areGone(folder);
        house.close();
        partner.close();
    }

    @Test
    void everyLinkIsFollowedOnceAndAllPagesAreOneDelivery() {
        feed("/e/1", partner.url() + "/e/2#suite", " /e/3 ", "/e/2");

        Run run = harvest();

        assertThat(run.state()).as(run.toString()).isEqualTo(RunState.DONE);
        assertThat(run.counts().created()).isEqualTo(3);
        assertThat(known()).containsExactlyInAnyOrder("guid-/e/1", "guid- /e/3", "e2");
        assertThat(partner.requests("/e/2")).hasSize(1);
        assertThat(partner.requests("/e/2").getLast())
                .contains("X-Cle: cle-secrete")
                .doesNotContain("Moisson-");
        assertThat(harvest().state()).isEqualTo(RunState.NOT_MODIFIED);
    }

    @Test
    void noPageIsHeldLongerThanItIsNeeded() {
        feed("/e/1", "/e/2", "/e/3");
        AtomicLong held = new AtomicLong();
        partner.at("/e/3", (request, out) -> {
            held.set(ArrivalsForTest.held(folder));
            text(200, page(3)).to(request, out);
        });

        assertThat(harvest().counts().created()).isEqualTo(3);

        // That in which all of them are joined.
        assertThat(held).hasValue(1);
    }

    @Test
    void atomIsFollowedToo() {
        partner.at("/fil.rss", text(200, """
                <feed xmlns="http://www.w3.org/2005/Atom"><title>Fil</title><entry><id>a1</id><title>Un</title>
                <link rel="alternate" href="%s/e/1"/></entry></feed>""".formatted(partner.url())));
        assertThat(harvest().counts().created()).isEqualTo(1);
        assertThat(known()).containsExactly("a1");
    }

    @Test
    void aPageThatIsGoneIsTakenForAnyOfTheAbsent() {
        feed("/e/1", "/e/2", "/e/3", "/e/4");
        assertThat(harvest().counts().created()).isEqualTo(4);

        partner.at("/e/3", text(404, ""));
        for (int day = 0; day < 3; day++) {
            partner.at("/e/1", text(200, page(1).replace("fictif", "fictif, jour " + day)));
            Run run = harvest();
            assertThat(run.state()).as(run.toString()).isEqualTo(RunState.DONE);
            assertThat(run.counts().rejected()).isEqualTo(1);
            assertThat(run.counts().removed()).isZero();
        }
        assertThat(known()).hasSize(4);
    }

    @Test
    void anItemThatLeftTheFeedIsAbsentAndGoes() {
        feed("/e/1", "/e/2", "/e/3", "/e/4");
        harvest();

        feed("/e/1", "/e/2", "/e/4");
        harvest();
        assertThat(harvest().counts().removed()).isEqualTo(1);
        assertThat(known()).hasSize(3);
    }

    @Test
    void aServerThatFailsHalfWayFailsTheWholeHarvest() {
        feed("/e/1", "/e/2");
        harvest();

        feed("/e/1", "/e/3");
        partner.at("/e/3", text(500, ""));
        failsSaying("HTTP 500");
        partner.at("/e/3", (request, out) -> {
            out.write(Partner.head(200, 1_000));
            out.write('<');
        });
        failsSaying("interrompue avant la fin");
        partner.at("/e/3", (request, out) -> {
            out.write(Partner.head(200, 1_000));
            while (true) {
                out.write('a');
                out.flush();
                Thread.sleep(50);
            }
        });
        failsSaying("secondes");
        assertThat(known()).hasSize(2);
    }

    @Test
    void linksThatMustNotBeFollowedAreCountedAndNeverAsked() throws Exception {
        try (Partner other = Partner.start()) {
            feed("/e/1", other.url() + "/e/1", "file:///etc/passwd", "mailto:agenda@exemple.example", "");

            Run run = harvest();

            assertThat(run.counts().read()).isEqualTo(5);
            assertThat(run.counts().rejected()).isEqualTo(4);
            assertThat(other.requests("/e/1")).isEmpty();
        }
    }

    @Test
    void aLinkThatRedirectsIntoForbiddenPlacesFailsTheHarvest() {
        feed("/e/1");
        partner.at("/e/1", text(302, "", "Location: http://169.254.169.254/latest/meta-data/"));
        failsSaying("jamais");
    }

    @Test
    void moreLinksThanPermittedAreAFailureBeforeAnyIsFollowed() {
        feed("/e/1", "/e/2", "/e/3", "/e/4", "/e/5", "/e/6");
        failsSaying("plus de 6 pages");
        assertThat(partner.requests("/e/1")).isEmpty();
    }

    @Test
    void whatIsNoFeedIsAFailureAndAnEmptyFeedIsHeld() {
        feed("/e/1", "/e/2");
        harvest();

        partner.at("/fil.rss", text(200, "<html><body>En maintenance</body></html>"));
        failsSaying("page web");
        partner.at("/fil.rss", text(404, ""));
        failsSaying("HTTP 404", "demandez la nouvelle");
        partner.at("/fil.rss", text(200, ""));
        failsSaying("vide");
        feed();
        assertThat(harvest().state()).isEqualTo(RunState.HELD);
        assertThat(known()).hasSize(2);
    }

    private void feed(String... links) {
        String items = Stream.of(links)
                .map(link -> "<item><guid isPermaLink=\"false\">guid-" + link + "</guid><title>Un essai</title>"
                        + (link.isEmpty() ? "" : "<link>" + link + "</link>") + "</item>")
                .collect(Collectors.joining());
        partner.at(
                "/fil.rss",
                text(200, "<rss version=\"2.0\"><channel><title>Fil fictif</title>" + items + "</channel></rss>"));
    }

    private static String page(int number) {
        return """
                <html><head><script type="application/ld+json">{"@type":"Event",%s"name":"Essai fictif numéro %d",
                "startDate":"2019-11-2%d"}</script></head></html>""".formatted(number == 2 ? "\"@id\":\"e2\"," : "", number, number);
    }

    private java.util.List<String> known() {
        return house.clusters().stream()
                .flatMap(cluster -> cluster.members().stream())
                .map(EventId::key)
                .toList();
    }

    private Run harvest() {
        return SourcesForTest.harvest(house, "fil");
    }

    private void failsSaying(String... words) {
        Run run = harvest();
        assertThat(run.state()).as(run.toString()).isEqualTo(RunState.FAILED);
        assertThat(run.message()).contains(words).doesNotContain("cle-secrete");
    }
}
