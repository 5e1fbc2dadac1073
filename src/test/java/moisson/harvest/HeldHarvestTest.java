package moisson.harvest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import moisson.deduplicate.Deduplicator;
import moisson.event.Bounds;
import moisson.event.Change;
import moisson.event.Change.Action;
import moisson.event.Cluster;
import moisson.event.Hold;
import moisson.event.Hold.Why;
import moisson.event.Notice;
import moisson.event.NoticeCode;
import moisson.event.Plan;
import moisson.event.Run;
import moisson.event.RunState;
import moisson.event.Source;
import moisson.normalize.Normalizer;
import moisson.reference.Editions;
import moisson.reference.Reference;
import moisson.store.Store;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A harvest is planned before it is applied, and waits for a person when it would change too much. */
class HeldHarvestTest {
    private static final String HEADER = "id,titre,debut,commune,code_commune,organisateurs\r\n";

    @TempDir
    Path folder;

    private Store store;
    private Instant now = Instant.parse("2019-10-01T04:00:00Z");

    @BeforeEach
    void open() {
        store = Store.open("jdbc:sqlite:" + folder.resolve("moisson.db"), null, null);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aFeedThatLostHalfOfItsRecordsIsHeldAndNothingChanges() {
        bringIn(rows(0, 20));

        Run run = bringIn(rows(0, 10));

        assertThat(run.state()).isEqualTo(RunState.HELD);
        assertThat(run.message())
                .contains("50\u202f% des fiches connues manquent", "25\u202f% admis", "rien n’est appliqué");
        assertThat(plan(run).holds()).containsExactly(new Hold(Why.SHRUNK, 50, 25));
        assertThat(run.counts().unchanged()).isEqualTo(10);
        now = now.plus(Duration.ofDays(30));
        assertThat(bringIn(rows(0, 20)).state()).isEqualTo(RunState.NOT_MODIFIED);
        assertThat(alive()).isEqualTo(20);
    }

    @Test
    void anAcceptedHarvestIsAppliedFromTheArchiveAndItsGraceBegins() {
        bringIn(rows(0, 20));
        Run held = bringIn(rows(0, 10) + row(90, "Un nouveau venu"));

        Run applied = harvest().accept(source(), held.id());

        assertThat(applied.state()).isEqualTo(RunState.DONE);
        assertThat(applied.counts().equation())
                .isEqualTo("11 lus = 1 nouveaux + 0 modifiés + 10 inchangés + 0 rejetés");
        assertThat(applied.message()).contains("Acceptée par l’exploitant", "n° " + held.id());
        assertThat(run(held).state()).isEqualTo(RunState.ACCEPTED);
        assertThat(run(held).message()).contains("n° " + applied.id());
        assertThat(alive()).isEqualTo(21);
        now = now.plus(Duration.ofDays(8));
        assertThat(harvest().notModified(source()).counts().removed()).isEqualTo(10);
        assertThat(alive()).isEqualTo(11);
    }

    @Test
    void anAcceptedExceptionIsNotLearnedAsNormal() {
        bringIn(rows(0, 40));
        harvest().accept(source(), bringIn(rows(0, 20)).id());
        now = now.plus(Duration.ofDays(8));
        harvest().notModified(source());

        assertThat(bringIn(rows(0, 10)).state()).isEqualTo(RunState.HELD);
    }

    @Test
    void aSourceThatLosesAQuarterEveryTimeTeachesAWiderBoundButNotAnyBound() {
        bringIn(rows(0, 100));
        bringIn(rows(0, 76));

        assertThat(bringIn(rows(0, 66)).state()).isEqualTo(RunState.DONE);
        assertThat(bringIn(rows(0, 30)).state()).isEqualTo(RunState.HELD);
    }

    @Test
    void whoeverIsSlowIsToldThatNothingWaitsAnyMore() {
        bringIn(rows(0, 20));
        Run held = bringIn(rows(0, 10));
        Run later = bringIn(rows(0, 19));

        assertThat(later.state()).isEqualTo(RunState.DONE);
        assertThat(run(held).state()).isEqualTo(RunState.OVERTAKEN);
        assertThatThrownBy(() -> harvest().accept(source(), held.id()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("n’attend plus de décision");
        assertThatThrownBy(() -> harvest().refuse(source(), held.id())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatAPersonRefusedIsNotAskedAgain() {
        bringIn(rows(0, 20));
        Run held = bringIn(rows(0, 10));

        harvest().refuse(source(), held.id());
        Run again = bringIn(rows(0, 10));

        assertThat(run(held).state()).isEqualTo(RunState.REFUSED);
        assertThat(again.state()).isEqualTo(RunState.REFUSED);
        assertThat(again.message()).contains("déjà été refusés");
        assertThat(harvest().validators(source()).orElseThrow().sha256()).isNotEqualTo(held.delivery());
    }

    @Test
    void tenTimesTheRecordsAreNoReasonToAskAnybody() {
        bringIn(rows(0, 10));

        Run run = bringIn(rows(0, 100));

        assertThat(run.state()).isEqualTo(RunState.DONE);
        assertThat(run.counts().created()).isEqualTo(90);
    }

    @Test
    void aSourceThatChangesAllItsKeysIsRecognizedByWhatItSays() {
        bringIn(rows(0, 20));
        List<String> before = clusters();

        Run run = bringIn(rows(0, 20).replaceAll("(?m)^", "neuf-"));

        assertThat(run.state()).isEqualTo(RunState.DONE);
        assertThat(run.counts().equation()).isEqualTo("20 lus = 0 nouveaux + 20 modifiés + 0 inchangés + 0 rejetés");
        assertThat(run.message()).contains("Identifiants changés par la source et reconnus\u202f: 20");
        assertThat(plan(run).renamed()).isEqualTo(20);
        assertThat(plan(run).changes())
                .contains(new Change(Action.RENAMED, "neuf-7", null, "7", List.of()))
                .noneMatch(change -> change.action() == Action.CREATED);
        assertThat(clusters()).isEqualTo(before);
        assertThat(alive()).isEqualTo(20);
    }

    @Test
    void newKeysWithOtherWordsAreHeldAsAChurnOfKeys() {
        bringIn(rows(0, 20));

        Run run = bringIn(rows(100, 120));

        assertThat(run.state()).isEqualTo(RunState.HELD);
        assertThat(plan(run).holds()).extracting(Hold::why).containsExactly(Why.CHURN);
        assertThat(run.message()).contains("changé ses identifiants");
    }

    @Test
    void twoRecordsThatLookTheSameAreNeverTakenForOneAnother() {
        bringIn(rows(0, 10) + "a,Permanence,2019-11-20T10:00:00+01:00,Lille,59350,Ville\r\n"
                + "b,Permanence,2019-11-20T10:00:00+01:00,Lille,59350,Ville\r\n");

        Run run = bringIn(rows(0, 10) + "c,Permanence,2019-11-20T10:00:00+01:00,Lille,59350,Ville\r\n");

        assertThat(plan(run).renamed()).isZero();
        assertThat(run.counts().created()).isEqualTo(1);
    }

    @Test
    void eventsThatAreOverMayLeaveTheFeed() {
        bringIn(rows(0, 20));
        now = Instant.parse("2020-02-01T04:00:00Z");

        Run run = bringIn("a,Un vœu,2020-11-20T10:00:00+01:00,Lille,59350,Ville\r\n");
        now = now.plus(Duration.ofDays(60));

        assertThat(run.state()).isEqualTo(RunState.DONE);
        assertThat(harvest().notModified(source()).counts().removed()).isZero();
        assertThat(alive()).isEqualTo(21);
    }

    @Test
    void aSourceThatKeepsItsPastMayAlsoRemoveFromIt() {
        Source archive = with(new Bounds(null, null, false));
        bringIn(archive, rows(0, 20));
        now = Instant.parse("2020-02-01T04:00:00Z");
        bringIn(archive, rows(0, 19));
        now = now.plus(Duration.ofDays(8));

        assertThat(harvest().notModified(archive).counts().removed()).isEqualTo(1);
    }

    @Test
    void whatWasRemovedBeforeItTookPlaceDoesNotComeBackWhenItIsOver() {
        bringIn(rows(0, 20));
        now = Instant.parse("2019-11-18T04:00:00Z");
        bringIn(rows(1, 20));
        now = Instant.parse("2019-12-24T04:00:00Z");

        assertThat(bringIn(rows(1, 21)).counts().removed()).isEqualTo(1);
    }

    @Test
    void aRecordThatCannotBeReadAndTellsNoKeyMayBeAnyOfTheAbsent() {
        bringIn(rows(0, 20));
        now = now.plus(Duration.ofDays(1));
        String feed = rows(0, 19);
        bringInRejecting(feed);
        now = now.plus(Duration.ofDays(30));

        Run run = bringInRejecting(feed + row(50, "Un de plus"));

        assertThat(run.counts().removed()).isZero();
        assertThat(run.message()).contains("Fiches absentes et gardées\u202f: 1");
        assertThat(alive()).isEqualTo(21);
    }

    @Test
    void aFeedOfRejectsIsHeld() {
        bringIn(rows(0, 20));
        String rotten = rows(0, 14) + rows(14, 20).replaceAll("Atelier \\d+", "");

        Run run = bringIn(rotten);

        assertThat(run.state()).isEqualTo(RunState.HELD);
        assertThat(plan(run).holds()).containsExactly(new Hold(Why.REJECTS, 30, 20));
    }

    @Test
    void aBoundThatIsSetIsTheBound() {
        Source strict = with(new Bounds(0, 0, true));
        bringIn(strict, rows(0, 20));

        assertThat(bringIn(strict, rows(0, 17)).state()).isEqualTo(RunState.HELD);
        Source lax = with(new Bounds(90, 90, true));
        assertThat(bringIn(lax, rows(0, 5)).state()).isEqualTo(RunState.DONE);
    }

    @Test
    void thePlanNamesTheFieldsThatChange() {
        bringIn(rows(0, 20));

        Run run = bringIn(rows(0, 19) + row(19, "Un autre titre").replace("Lille,59350", "Lyon,69123"));

        assertThat(plan(run).fields()).isEqualTo(Map.of("titre", 1, "lieu", 1));
        assertThat(plan(run).changes())
                .containsExactly(new Change(Action.UPDATED, "19", "Un autre titre", null, List.of("titre", "lieu")));
    }

    @Test
    void anUnchangedRecordKeepsItsRemarksInEveryReport() {
        String odd = "90,Balade,2031-03-03T10:00:00+01:00,Lille,59350,Ville\r\n";
        Run first = bringIn(rows(0, 5) + odd);

        Run second = bringIn(odd + rows(0, 5));

        assertThat(first.noticeCounts()).containsEntry(NoticeCode.OUTSIDE_EDITIONS, 1);
        assertThat(second.counts().unchanged()).isEqualTo(6);
        assertThat(second.noticeCounts()).isEqualTo(first.noticeCounts());
        List<Notice> notices = store.read(tables -> tables.runs().notices(second.id()));
        assertThat(notices).anySatisfy(notice -> assertThat(notice.place()).isEqualTo("ligne 2"));
    }

    @Test
    void theSameBytesAreReadAgainWhenOurSettingsForTheSourceChange() {
        bringIn(rows(0, 5).replace("+01:00", ""));
        Source moved = new Source(
                "essai", "Essai", "csv", "x", null, "Indian/Reunion", "Licence Ouverte 2.0", true, 7, Bounds.LEARNED);
        assertThat(harvest().validators(moved)).isEmpty();

        Run run = bringIn(moved, rows(0, 5).replace("+01:00", ""));

        assertThat(run.state()).isEqualTo(RunState.DONE);
        assertThat(run.counts().updated() + run.counts().unchanged()).isEqualTo(5);
    }

    @Test
    void aDeliveryThatNeverEndsIsEndedByTheDeadline() {
        CountDownLatch never = new CountDownLatch(1);
        InputStream silent = new InputStream() {
            @Override
            public int read() throws IOException {
                try {
                    never.await();
                } catch (InterruptedException e) {
                    throw new IOException("interrupted", e);
                }
                return -1;
            }
        };

        Run run = harvest(Duration.ofMillis(50)).bringIn(source(), silent, Harvest.Headers.NONE);

        assertThat(run.state()).isEqualTo(RunState.FAILED);
        assertThat(run.message()).contains("délai", "dépassé", "rien n’a été appliqué");
        assertThat(bringIn(rows(0, 3)).state()).isEqualTo(RunState.DONE);
    }

    private Run bringIn(String rows) {
        return bringIn(source(), rows);
    }

    private Run bringIn(Source source, String rows) {
        return harvest().bringIn(source, bytes(HEADER + rows), Harvest.Headers.NONE);
    }

    /** As JSON, with one item that is no record. */
    private Run bringInRejecting(String rows) {
        String items = rows.lines()
                .map(line -> line.split(","))
                .map(cells -> """
                        {"id": "%s", "titre": "%s", "debut": "%s", "commune": "%s", "code_commune": "%s", "organisateurs": "%s"}""".formatted((Object[]) cells))
                .collect(Collectors.joining(","));
        Source json = new Source("essai", "Essai", "json", "x", null, "Europe/Paris", "Licence Ouverte 2.0", true, 7);
        return harvest().bringIn(json, bytes("[" + items + ",42]"), Harvest.Headers.NONE);
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    /** All on 20 November 2019. */
    private static String rows(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> row(i, "Atelier " + i)).collect(Collectors.joining());
    }

    private static String row(int key, String title) {
        return key + "," + title + ",2019-11-20T10:00:00+01:00,Lille,59350,Ville\r\n";
    }

    private static Source source() {
        return with(Bounds.LEARNED);
    }

    private static Source with(Bounds bounds) {
        return new Source("essai", "Essai", "csv", "x", null, "Europe/Paris", "Licence Ouverte 2.0", true, 7, bounds);
    }

    private Harvest harvest() {
        return harvest(Duration.ofMinutes(1));
    }

    private Harvest harvest(Duration deadline) {
        return new Harvest(
                store,
                new Archive(folder.resolve("archive"), 1_000_000),
                new Normalizer(Reference.shipped()),
                Editions.shipped(),
                new Joining(new Deduplicator()),
                deadline,
                Clock.fixed(now, ZoneOffset.UTC));
    }

    private Plan plan(Run run) {
        return store.read(tables -> tables.plans().find(run.id())).orElseThrow();
    }

    private Run run(Run run) {
        return store.read(tables -> tables.runs().find(run.id())).orElseThrow();
    }

    private long alive() {
        return store.read(tables -> tables.records().countLive());
    }

    private List<String> clusters() {
        return store.read(tables -> tables.clusters().all()).stream()
                .map(Cluster::id)
                .toList();
    }
}
