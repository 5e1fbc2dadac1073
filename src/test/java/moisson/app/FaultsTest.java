package moisson.app;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static moisson.app.Partner.bytes;
import static moisson.app.Partner.gzip;
import static moisson.app.Partner.head;
import static moisson.app.Partner.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import moisson.event.Run;
import moisson.event.RunState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What servers do wrong, and what becomes of the harvest: a failure that says why, never a shorter feed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultsTest {
    private static final String FEED =
            "id,titre,debut\r\n1,Essai fictif,2019-11-20\r\n2,Autre essai fictif,2019-11-21\r\n";
    private static final int ATTEMPTS = 4;

    private Partner partner;
    private House house;

    private Path folder;

    @BeforeAll
    void open(@TempDir Path fresh) throws Exception {
        folder = fresh;
        partner = Partner.start();
        var sources = new SourcesForTest(folder);
        sources.with("http-feed-source", "flux", parameters("/flux", "allowPrivate: true"));
        sources.with("http-feed-source", "prive", parameters("/prive", "allowPrivate: false"));
        sources.with("http-feed-source", "lent", parameters("/lent", "allowPrivate: true\ndeadline: 1"));
        sources.with("http-feed-source", "gros", parameters("/gros", "allowPrivate: true\nmegabytes: 1"));
        sources.with(
                "http-feed-source",
                "cle",
                parameters("/cle", "allowPrivate: true\nkeyHeader: X-Cle\nkey: \"Jeton {{essai.cle}}\""));
        house = sources.open(Map.of("partner", partner.url(), "essai.cle", "sesame-secret"));
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
    void aServerThatIsBusyIsAskedAgainWhenItSaysSo() {
        AtomicInteger asked = new AtomicInteger();
        partner.at(
                "/flux",
                (request, out) -> (asked.incrementAndGet() < 3
                                ? text(503, "", "Retry-After: 0")
                                : text(200, FEED + "3,Attendu,2019-11-22\r\n"))
                        .to(request, out));

        assertThat(harvest("flux").counts().read()).isEqualTo(3);
    }

    @Test
    void aServerThatWantsToBeLeftAloneForLongIsLeftAlone() {
        partner.at("/flux", text(429, "", "Retry-After: 3600"));
        int before = partner.requests("/flux").size();

        failsSaying("flux", "HTTP 429", "3600 secondes");
        assertThat(partner.requests("/flux")).hasSize(before + 1);
    }

    @Test
    void aConnectionThatIsCutIsTriedAgainAndThenFails() {
        partner.at("/flux", (request, out) -> out.close());
        int before = partner.requests("/flux").size();

        failsSaying("flux", "interrompue");
        assertThat(partner.requests("/flux")).hasSize(before + ATTEMPTS);
    }

    @Test
    void aBodyShorterThanAnnouncedIsNoFeed() {
        partner.at("/flux", (request, out) -> {
            out.write(head(200, FEED.length() + 10));
            out.write(FEED.getBytes(UTF_8));
        });
        failsSaying("flux", "interrompue avant la fin");

        partner.at("/flux", (request, out) -> {
            out.write(head(200, -1, "Transfer-Encoding: chunked"));
            out.write("%x\r\n%s\r\n".formatted(FEED.length(), FEED).getBytes(US_ASCII));
        });
        failsSaying("flux", "interrompue avant la fin");

        byte[] packed = gzip(FEED.getBytes(UTF_8));
        partner.at("/flux", bytes(200, java.util.Arrays.copyOf(packed, packed.length - 6), "Content-Encoding: gzip"));
        failsSaying("flux", "interrompue avant la fin");
    }

    @Test
    void aBodyThatIsCutOnceIsReadWholeTheNextTime() {
        AtomicInteger asked = new AtomicInteger();
        partner.at("/flux", (request, out) -> {
            boolean first = asked.incrementAndGet() == 1;
            byte[] feed = (FEED + "4,Repris,2019-11-23\r\n").getBytes(UTF_8);
            out.write(head(200, feed.length));
            out.write(feed, 0, first ? 30 : feed.length);
        });

        assertThat(harvest("flux").counts().read()).isEqualTo(3);
    }

    @Test
    void aBodyThatDripsIsEndedByTheDeadline() {
        partner.at("/lent", (request, out) -> {
            out.write(head(200, 1_000_000));
            drip(out);
        });
        endsSoonSaying("1 secondes");
    }

    @Test
    void aHeadThatDripsIsEndedByTheDeadline() {
        partner.at("/lent", (request, out) -> {
            out.write("HTTP/1.1 200 X\r\nX-Lent: ".getBytes(US_ASCII));
            drip(out);
        });
        endsSoonSaying("1 secondes");
    }

    @Test
    void tooMuchIsRefusedWhileItStreams() {
        partner.at("/gros", (request, out) -> {
            out.write(head(200, -1));
            byte[] rows = "x".repeat(1 << 16).getBytes(US_ASCII);
            for (int i = 0; i < 100_000; i++) {
                out.write(rows);
            }
        });
        failsSaying("gros", "dépasse la taille permise (1000000 octets)");
    }

    @Test
    void aBombIsRefusedWhileItUnpacks() {
        byte[] bomb = gzip(new byte[50_000_000]);
        assertThat(bomb).hasSizeLessThan(1_000_000);
        partner.at("/gros", bytes(200, bomb, "Content-Encoding: gzip"));

        failsSaying("gros", "dépasse la taille permise");
    }

    @Test
    void aPackedFeedIsReadAndAnUnknownPackingRefused() {
        String longer = FEED + "5,Comprimé,2019-11-24\r\n6,Aussi,2019-11-24\r\n";
        partner.at("/flux", bytes(200, gzip(longer.getBytes(UTF_8)), "Content-Encoding: gzip"));
        assertThat(harvest("flux").counts().read()).isEqualTo(4);
        assertThat(partner.requests("/flux").getLast()).containsIgnoringCase("Accept-Encoding: gzip");

        partner.at("/flux", text(200, FEED, "Content-Encoding: zstd"));
        failsSaying("flux", "compressé");
    }

    @Test
    void redirectsAreFollowedButNotForEver() {
        partner.at("/flux", text(302, "", "Location: /flux-2"));
        partner.at("/flux-2", text(308, "", "Location: " + partner.url() + "/flux-3"));
        partner.at("/flux-3", text(200, FEED + "7,Plus loin,2019-11-24\r\n"));
        assertThat(harvest("flux").counts().read()).isEqualTo(3);

        partner.at("/flux-3", text(302, "", "Location: /flux"));
        failsSaying("flux", "renvoie sans fin");
        partner.at(
                "/flux",
                (request, out) ->
                        text(302, "", "Location: /flux?" + request.hashCode()).to(request, out));
        failsSaying("flux", "renvoie sans fin");
        partner.at("/flux", text(302, "", "Location: file:///etc/passwd"));
        failsSaying("flux", "ni http ni https");
    }

    @Test
    void aPrivateAddressIsNotAskedUnlessTheFileSaysSo() {
        partner.at("/prive", text(200, FEED));

        failsSaying("prive", "réseau privé", "allowPrivate: true");
        assertThat(partner.requests("/prive")).isEmpty();
    }

    @Test
    void aRedirectToMetadataIsRefusedEvenThen() {
        partner.at("/flux", text(302, "", "Location: http://169.254.169.254/latest/meta-data/"));
        failsSaying("flux", "jamais");
        partner.at("/flux", text(302, "", "Location: http://[::ffff:a9fe:a9fe]/"));
        failsSaying("flux", "jamais");
    }

    @Test
    void aKeyIsSentToItsServerAndToNoOther() throws Exception {
        try (Partner other = Partner.start()) {
            other.at("/ailleurs", text(200, FEED));
            partner.at("/cle", text(302, "", "Location: /cle-2"));
            partner.at("/cle-2", text(302, "", "Location: " + other.url() + "/ailleurs"));

            assertThat(harvest("cle").state()).isEqualTo(RunState.DONE);

            assertThat(partner.requests("/cle-2").getLast()).contains("X-Cle: Jeton sesame-secret");
            assertThat(other.requests("/ailleurs").getLast()).doesNotContain("sesame");
            assertThat(partner.requests("/cle").getLast()).doesNotContain("Moisson-", "Camel");
        }
    }

    private static String parameters(String path, String more) {
        return "format: csv\nurl: \"{{partner}}" + path + "\"\n" + more;
    }

    /** Until the client hangs up. */
    private static void drip(java.io.OutputStream out) throws Exception {
        while (true) {
            out.write('a');
            out.flush();
            Thread.sleep(50);
        }
    }

    private void endsSoonSaying(String words) {
        Instant start = Instant.now();
        failsSaying("lent", words);
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(20));
    }

    private Run harvest(String source) {
        return SourcesForTest.harvest(house, source);
    }

    private void failsSaying(String source, String... words) {
        Run run = harvest(source);
        assertThat(run.state()).isEqualTo(RunState.FAILED);
        assertThat(run.message()).contains(words).doesNotContain("127.0.0.1", "sesame");
    }
}
