package moisson.app;

import static java.util.stream.Collectors.toMap;
import static moisson.app.Partner.bytes;
import static moisson.app.Partner.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import moisson.event.EventId;
import moisson.event.Run;
import moisson.event.RunState;
import moisson.store.RecordTable.Sequenced;
import moisson.store.Store;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What partners send in place of the feed they sent the day before, and what becomes of it. Whatever it is, what is known
 * stays as it was unless the table says otherwise, the run says why in French, and the next source has its turn.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultyFeedsTest {
    private record Known(List<Sequenced> records, Map<EventId, String> clusters) {}

    private Partner partner;
    private House house;
    private Path folder;

    @BeforeAll
    void open(@TempDir Path fresh) throws Exception {
        folder = fresh;
        partner = Partner.start();
        var sources = new SourcesForTest(folder);
        for (Fault fault : Fault.all().toList()) {
            source(sources, fault.id(), "csv");
        }
        for (String format : List.of("csv", "json", "openagenda", "ical", "rss", "rdf", "xlsx", "moisson")) {
            source(sources, "page-" + format, format);
        }
        for (String id : List.of("bizarre-1", "bizarre-2", "bizarre-3", "bizarre-4", "bizarre-5")) {
            source(sources, id, "csv");
        }
        for (String id : List.of("voisin", "valideurs", "jamais", "renomme", "decuple")) {
            source(sources, id, "csv");
        }
        house = sources.open(Map.of("partner", partner.url()));
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

    @ParameterizedTest
    @MethodSource("moisson.app.Fault#all")
    void aFaultChangesNothingAndSaysWhy(Fault fault) {
        String id = fault.id();
        sends(id, text(200, Fault.BEFORE, "ETag: \"hier\""));
        assertThat(harvest(id).counts().created()).isEqualTo(20);
        Known before = known();

        sends(id, fault.answer());
        Run run = harvest(id);

        assertThat(run.state()).isEqualTo(fault.end());
        assertThat(run.message()).contains(fault.words()).doesNotContain("Exception", "127.0.0.1");
        assertThat(known()).isEqualTo(before);
        assertThat(partner.requests("/" + id).getLast()).contains("If-None-Match: \"hier\"");
        theNextSourceHasItsTurn(id);
        sends(id, text(200, Fault.HEADER + Fault.rows(0, 21)));
        assertThat(harvest(id).counts().equation())
                .isEqualTo("21 lus = 1 nouveau + 0 modifié + 20 inchangés + 0 rejeté");
    }

    @ParameterizedTest
    @CsvSource({
        "bizarre-1, UTF-8, text/html; charset=utf-8",
        "bizarre-2, UTF-8, text/csv; charset=ISO-8859-1",
        "bizarre-3, ISO-8859-1, text/csv; charset=utf-8",
        "bizarre-4, UTF-8, text/csv; charset=klingon",
        "bizarre-5, UTF-8, nonsense"
    })
    void whatAServerSaysOfAFeedIsNotBelievedOverTheFeed(String id, String charset, String type) {
        String feed = Fault.HEADER + "1,L'été à Évry (fictif) « ça »,2019-11-20,Lille,59350,Ville\r\n";
        sends(id, bytes(200, feed.getBytes(Charset.forName(charset)), "Content-Type: " + type));

        assertThat(harvest(id).state()).isEqualTo(RunState.DONE);

        assertThat(known().records())
                .filteredOn(record -> record.event().id().source().equals(id))
                .singleElement()
                .satisfies(record -> assertThat(record.event().title()).contains("été à Évry", "ça"));
    }

    @ParameterizedTest
    @CsvSource({
        "csv, page web",
        "json, page web",
        "openagenda, page web",
        "ical, page web",
        "rss, XML lisible",
        "rdf, page web",
        "xlsx, classeur XLSX",
        "moisson, page web"
    })
    void aWebPageIsAFeedOfNoFormat(String format, String words) {
        String id = "page-" + format;
        sends(id, text(200, Fault.LOGIN, "Content-Type: text/html"));
        Known before = known();

        Run run = harvest(id);

        assertThat(run.state()).isEqualTo(RunState.FAILED);
        assertThat(run.message()).contains(words).doesNotContain("Exception");
        assertThat(known()).isEqualTo(before);
    }

    @Test
    void aFailedHarvestIsNotWhatTheNextRequestIsConditionalOn() {
        sends("valideurs", text(200, Fault.BEFORE, "ETag: \"bon\"", "Last-Modified: Mon, 30 Sep 2019 04:00:00 GMT"));
        harvest("valideurs");
        sends("valideurs", text(200, Fault.LOGIN, "ETag: \"panne\"", "Last-Modified: Tue, 01 Oct 2019 04:00:00 GMT"));
        assertThat(harvest("valideurs").state()).isEqualTo(RunState.FAILED);
        sends("valideurs", text(200, Fault.HEADER + Fault.rows(0, 10), "ETag: \"moitie\""));
        assertThat(harvest("valideurs").state()).isEqualTo(RunState.HELD);

        sends(
                "valideurs",
                (request, out) -> (request.contains("\"bon\"") ? text(304, "") : text(500, "")).to(request, out));

        assertThat(harvest("valideurs").state()).isEqualTo(RunState.NOT_MODIFIED);
        assertThat(partner.requests("/valideurs").getLast())
                .contains("If-None-Match: \"bon\"", "If-Modified-Since: Mon, 30 Sep 2019 04:00:00 GMT")
                .doesNotContain("panne", "moitie");
    }

    @Test
    void aSourceThatNeverSentAnythingHasNothingThatCouldBeUnmodified() {
        sends("jamais", text(200, Fault.LOGIN, "ETag: \"panne\""));
        assertThat(harvest("jamais").state()).isEqualTo(RunState.FAILED);
        sends("jamais", text(304, ""));

        Run run = harvest("jamais");

        assertThat(partner.requests("/jamais").getLast()).doesNotContain("If-None-Match", "If-Modified-Since");
        assertThat(run.state()).isEqualTo(RunState.FAILED);
        assertThat(run.message()).contains("HTTP 304", "sans que cela lui soit demandé");
    }

    @Test
    void newKeysOnTheSameEventsAreRecognized() {
        sends("renomme", text(200, Fault.BEFORE));
        harvest("renomme");
        Map<Long, String> before = clustersByRecord("renomme");

        sends("renomme", text(200, Fault.BEFORE.replaceAll("(?m)^(\\d)", "neuf-$1")));
        Run run = harvest("renomme");

        assertThat(run.state()).isEqualTo(RunState.DONE);
        assertThat(run.counts().equation()).isEqualTo("20 lus = 0 nouveau + 20 modifiés + 0 inchangé + 0 rejeté");
        assertThat(run.counts().removed()).isZero();
        assertThat(run.message()).contains("Identifiants changés par la source et reconnus\u202f: 20.");
        assertThat(before).hasSize(20);
        assertThat(clustersByRecord("renomme")).isEqualTo(before);
        assertThat(known().clusters()).containsKey(new EventId("renomme", "neuf-7"));
        theNextSourceHasItsTurn("renomme");
    }

    @Test
    void tenTimesTheRecordsAreWelcome() {
        sends("decuple", text(200, Fault.BEFORE));
        harvest("decuple");
        Map<Long, String> before = clustersByRecord("decuple");

        sends("decuple", text(200, Fault.HEADER + Fault.rows(0, 200)));
        Run run = harvest("decuple");

        assertThat(run.state()).isEqualTo(RunState.DONE);
        assertThat(run.counts().equation()).isEqualTo("200 lus = 180 nouveaux + 0 modifié + 20 inchangés + 0 rejeté");
        assertThat(clustersByRecord("decuple")).containsAllEntriesOf(before);
        theNextSourceHasItsTurn("decuple");
    }

    private static void source(SourcesForTest sources, String id, String format) throws Exception {
        sources.with("http-feed-source", id, """
                format: %s
                url: "{{partner}}/%s"
                allowPrivate: true""".formatted(format, id));
    }

    private void sends(String source, Partner.Answer answer) {
        partner.at("/" + source, answer);
    }

    private Run harvest(String source) {
        return SourcesForTest.harvest(house, source);
    }

    private void theNextSourceHasItsTurn(String after) {
        sends(
                "voisin",
                text(200, Fault.HEADER + "1,Le voisin après " + after + " (fictif),2019-11-22,Lyon,69123,Ville\r\n"));
        Run run = harvest("voisin");
        assertThat(run.state()).isEqualTo(RunState.DONE);
        assertThat(run.counts().created() + run.counts().updated()).isEqualTo(1);
    }

    private Known known() {
        try (Store store =
                Store.open("jdbc:sqlite:" + folder.resolve("data").resolve(DataFolder.DATABASE), null, null)) {
            return store.read(tables ->
                    new Known(tables.records().live(), tables.clusters().membership()));
        }
    }

    private Map<Long, String> clustersByRecord(String source) {
        Known known = known();
        return known.records().stream()
                .filter(record -> record.event().id().source().equals(source))
                .collect(toMap(
                        Sequenced::sequence,
                        record -> known.clusters().getOrDefault(record.event().id(), "none")));
    }
}
