package moisson.harvest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import moisson.deduplicate.Deduplicator;
import moisson.event.Cluster;
import moisson.event.NoticeCode;
import moisson.event.Run;
import moisson.event.RunState;
import moisson.event.Source;
import moisson.normalize.Normalizer;
import moisson.reference.Editions;
import moisson.reference.Reference;
import moisson.store.RecordTable.Sequenced;
import moisson.store.Store;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HarvestTest {
    private static final String HEADER = "id,titre,debut,fin,commune,code_commune,organisateurs\r\n";
    private static final String LILLE =
            "1,Le budget participatif (fictif),2019-11-20T10:00:00+01:00,2019-11-20T12:00:00+01:00,Lille,59350,Ville\r\n";
    private static final String LYON = "2,La donnée au musée (fictif),2019-11-21T14:00:00+01:00,,Lyon,69123,Ville\r\n";
    private static final String NO_TITLE = "3,,2019-11-21T14:00:00+01:00,,Lyon,69123,Ville\r\n";

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
    void aFirstHarvestCreatesAndASecondOfTheSameBytesChangesNothing() {
        Run first = bringIn(HEADER + LILLE + LYON + NO_TITLE);
        Run second = bringIn(HEADER + LILLE + LYON + NO_TITLE);

        assertThat(first.state()).isEqualTo(RunState.DONE);
        assertThat(first.counts().equation()).isEqualTo("3 lus = 2 nouveaux + 0 modifié + 0 inchangé + 1 rejeté");
        assertThat(first.noticeCounts()).containsEntry(NoticeCode.MISSING_TITLE, 1);
        assertThat(second.state()).isEqualTo(RunState.NOT_MODIFIED);
        assertThat(titles()).containsExactly("Le budget participatif (fictif)", "La donnée au musée (fictif)");
    }

    @Test
    void aChangedTitleIsAnUpdateAndTheClusterKeepsItsId() {
        bringIn(HEADER + LILLE + LYON);
        List<Cluster> before = clusters();

        Run run = bringIn(HEADER + LILLE.replace("participatif", "citoyen") + LYON);

        assertThat(run.counts().equation()).isEqualTo("2 lus = 0 nouveau + 1 modifié + 1 inchangé + 0 rejeté");
        assertThat(clusters()).isEqualTo(before);
    }

    @Test
    void rowsInAnotherOrderAreUnchanged() {
        bringIn(HEADER + LILLE + LYON);

        Run run = bringIn(HEADER + LYON + LILLE);

        assertThat(run.counts().equation()).isEqualTo("2 lus = 0 nouveau + 0 modifié + 2 inchangés + 0 rejeté");
    }

    @Test
    void anAbsentRecordStaysForItsGraceAndThenGoes() {
        bringIn(HEADER + LILLE + LYON);
        assertThat(bringIn(HEADER + LILLE).counts().removed()).isZero();
        assertThat(titles()).hasSize(2);

        now = now.plus(Duration.ofDays(8));
        Run later = bringIn(HEADER + LILLE.replace("Lille,", "LILLE,"));

        assertThat(later.counts().removed()).isEqualTo(1);
        assertThat(titles()).containsExactly("Le budget participatif (fictif)");
    }

    @Test
    void theGraceEndsAlsoWhileTheSourceTellsNothingNew() {
        bringIn(HEADER + LILLE + LYON);
        bringIn(HEADER + LILLE);
        now = now.plus(Duration.ofDays(8));

        assertThat(bringIn(HEADER + LILLE).counts().removed()).isEqualTo(1);
        assertThat(harvest().notModified(source()).counts().removed()).isZero();
        assertThat(clusters()).hasSize(1);
    }

    @Test
    void aRecordThatCannotBeReadAnyMoreCountsAsPresent() {
        bringIn(HEADER + LILLE + LYON);
        String broken = LYON.replace("La donnée au musée (fictif)", "");
        bringIn(HEADER + LILLE + broken);
        now = now.plus(Duration.ofDays(30));

        Run run = bringIn(HEADER + broken + LILLE);

        assertThat(run.counts().rejected()).isEqualTo(1);
        assertThat(run.counts().removed()).isZero();
        assertThat(titles()).hasSize(2);
    }

    @Test
    void anEmptyFeedRemovesNothing() {
        bringIn(HEADER + LILLE + LYON);
        now = now.plus(Duration.ofDays(30));

        Run run = bringIn(HEADER);

        assertThat(run.state()).isEqualTo(RunState.HELD);
        assertThat(run.counts().read()).isZero();
        assertThat(run.message()).contains("la livraison est vide");
        assertThat(titles()).hasSize(2);
    }

    @Test
    void aFeedThatIsNoFeedFailsAndTheNextOneIsReadAgain() {
        bringIn(HEADER + LILLE);

        Run broken = bringIn("<!doctype html><title>Maintenance</title>");
        Run next = bringIn(HEADER + LILLE + LYON);

        assertThat(broken.state()).isEqualTo(RunState.FAILED);
        assertThat(broken.message()).isNotBlank();
        assertThat(next.counts().created()).isEqualTo(1);
        assertThat(titles()).hasSize(2);
    }

    @Test
    void aStreamThatBreaksLeavesNothingBehind() throws IOException {
        InputStream breaks = new SequenceInputStream(bytes(HEADER + LILLE), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                return read();
            }
        });

        Run run = harvest().bringIn(source(), breaks, Harvest.Headers.NONE);

        assertThat(run.state()).isEqualTo(RunState.FAILED);
        try (Stream<Path> archive = Files.walk(folder.resolve("archive"))) {
            assertThat(archive.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void whatTheServerSaidIsRememberedOnlyAfterAWholeRun() {
        Harvest harvest = harvest();
        harvest.bringIn(source(), bytes("<html>"), new Harvest.Headers("\"broken\"", null));
        assertThat(harvest.validators(source())).isEmpty();

        harvest.bringIn(source(), bytes(HEADER + LILLE), new Harvest.Headers("\"good\"", null));

        assertThat(harvest.validators(source()).orElseThrow().etag()).isEqualTo("\"good\"");
    }

    @Test
    void aDeliveryThatIsTooLargeIsRefusedBeforeItFillsTheDisk() throws IOException {
        Harvest harvest = harvest(1000);

        Run run = harvest.bringIn(source(), bytes(HEADER + LILLE.repeat(100)), Harvest.Headers.NONE);

        assertThat(run.state()).isEqualTo(RunState.FAILED);
        assertThat(run.message()).contains("taille");
    }

    @Test
    void everyDeliveryIsArchivedByTheSumOfItsBytes() {
        Run run = bringIn(HEADER + LILLE);

        String sum = String.valueOf(run.delivery());
        assertThat(folder.resolve("archive").resolve(sum.substring(0, 2)).resolve(sum))
                .hasContent(HEADER + LILLE);
    }

    @Test
    void twoRecordsWithOneKeyAreToldApartFromARepetition() {
        Run run = bringIn(HEADER + LILLE + LILLE + LILLE.replace("participatif", "autre"));

        assertThat(run.counts().equation()).isEqualTo("3 lus = 1 nouveau + 0 modifié + 1 inchangé + 1 rejeté");
        assertThat(run.noticeCounts())
                .containsEntry(NoticeCode.REPEATED_RECORD, 1)
                .containsEntry(NoticeCode.DUPLICATE_KEY, 1);
    }

    @Test
    void aRunWhoseEndCouldNotBeWrittenIsClosedByTheNextOfItsSource() {
        long open = store.inTransaction(tables -> tables.runs().begin("essai", now));
        long other = store.inTransaction(tables -> tables.runs().begin("autre", now));

        bringIn(HEADER + LILLE);

        assertThat(state(open)).isEqualTo(RunState.INTERRUPTED);
        assertThat(state(other)).isEqualTo(RunState.RUNNING);
    }

    private RunState state(long run) {
        return store.read(tables -> tables.runs().find(run)).orElseThrow().state();
    }

    @Test
    void anUnknownFormatFailsWithTheFormatsThatAreRead() {
        Source odd = new Source("essai", "Essai", "pdf", "x", null, "Europe/Paris", "", true, 7);

        Run run = harvest().bringIn(odd, bytes("x"), Harvest.Headers.NONE);

        assertThat(run.message()).contains("pdf", "csv");
    }

    @Test
    void manyDeliveriesAtOnceAreAllAppliedOnce() throws Exception {
        Harvest harvest = harvest();
        try (var threads = Executors.newFixedThreadPool(4)) {
            List<Callable<Run>> work = Stream.iterate(0, i -> i + 1)
                    .limit(12)
                    .<Callable<Run>>map(i -> () -> harvest.bringIn(
                            new Source("essai-" + i % 3, "Essai", "csv", "x", null, "Europe/Paris", "", true, 7),
                            bytes(HEADER + LILLE + LYON),
                            Harvest.Headers.NONE))
                    .toList();
            for (var done : threads.invokeAll(work)) {
                assertThat(done.get().state()).isIn(RunState.DONE, RunState.NOT_MODIFIED);
            }
        }
        assertThat(titles()).hasSize(6);
        assertThat(clusters()).hasSize(2);
    }

    private Run bringIn(String feed) {
        return harvest().bringIn(source(), bytes(feed), Harvest.Headers.NONE);
    }

    private Harvest harvest() {
        return harvest(1_000_000);
    }

    private Harvest harvest(long mostBytes) {
        return new Harvest(
                store,
                new Archive(folder.resolve("archive"), mostBytes),
                new Normalizer(Reference.shipped()),
                Editions.shipped(),
                new Joining(new Deduplicator()),
                Duration.ofMinutes(1),
                Clock.fixed(now, ZoneOffset.UTC));
    }

    private static Source source() {
        return new Source("essai", "Essai", "csv", "x", null, "Europe/Paris", "Licence Ouverte 2.0", true, 7);
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    private List<String> titles() {
        return store.inTransaction(tables -> tables.records().live()).stream()
                .map(Sequenced::event)
                .map(event -> event.title())
                .toList();
    }

    private List<Cluster> clusters() {
        return store.inTransaction(tables -> tables.clusters().all());
    }
}
