package moisson.harvest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import moisson.deduplicate.Deduplicator;
import moisson.event.Counts;
import moisson.event.Edition;
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

/** Whatever goes wrong on our side, the run that was opened is closed and says so. */
class HarvestFailsTest {
    private static final String FEED = """
            id,titre,debut,fin,commune,organisateurs
            1,Le budget participatif (fictif),2019-11-20T10:00:00+01:00,2019-11-20T12:00:00+01:00,Lille,Ville
            """;

    private static final Instant NOW = Instant.parse("2019-10-01T04:00:00Z");

    @TempDir
    Path folder;

    private Store store;

    @BeforeEach
    void open() {
        store = Store.open(url(), null, null);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void anErrorNobodyForesawEndsTheRunAndAppliesNothing() {
        Editions inAYearNoCalendarHas = new Editions(List.of(
                new Edition(1, Integer.MAX_VALUE, "Essai", null, null, null, null, null, null, null, null, true)));

        Run run = bringIn(inAYearNoCalendarHas);

        assertThat(run.state()).isEqualTo(RunState.FAILED);
        assertThat(run.message()).contains("erreur du programme");
        assertThat(states()).containsExactly(RunState.FAILED);
        long kept = store.read(tables -> tables.records().live().size());
        assertThat(kept).isZero();
        assertThat(bringIn(Editions.shipped()).counts().created()).isEqualTo(1);
    }

    @Test
    void aStoreThatFailsInTheMiddleEndsTheRunWithItsReason() throws SQLException {
        try (Connection other = DriverManager.getConnection(url());
                Statement statement = other.createStatement()) {
            statement.execute("drop table validator");
        }

        Run run = bringIn(Editions.shipped());

        assertThat(run.state()).isEqualTo(RunState.FAILED);
        assertThat(run.message()).contains("base de données");
        assertThat(states()).containsExactly(RunState.FAILED);
    }

    @Test
    void aRunThatAKilledProcessLeftOpenIsClosedWithCountsThatAddUp() {
        store.inTransaction(tables -> tables.runs().begin("essai", NOW));

        assertThat(harvest(Editions.shipped()).recover()).isEqualTo(1);

        Run run = store.inTransaction(tables -> tables.runs().latest(1)).getFirst();
        assertThat(run.state()).isEqualTo(RunState.INTERRUPTED);
        assertThat(run.counts().read()).isZero();
    }

    @Test
    void whatAKilledProcessLeftHalfWrittenIsSweptUp() throws IOException {
        bringIn(Editions.shipped());
        Path part = Files.writeString(folder.resolve("archive/projet-1.part"), "half");

        harvest(Editions.shipped()).recover();

        assertThat(part).doesNotExist();
        try (Stream<Path> files = Files.walk(folder.resolve("archive"))) {
            assertThat(files.filter(Files::isRegularFile)).hasSize(1);
        }
    }

    @Test
    void countsThatDoNotAddUpCannotExist() {
        assertThatThrownBy(() -> new Counts(3, 1, 0, 0, 0, 0, 0, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private Harvest harvest(Editions editions) {
        return new Harvest(
                store,
                new Archive(folder.resolve("archive"), 1_000_000),
                new Normalizer(Reference.shipped()),
                editions,
                new Joining(new Deduplicator()),
                Duration.ofMinutes(1),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private Run bringIn(Editions editions) {
        return harvest(editions)
                .bringIn(
                        new Source("essai", "Essai", "csv", "x", null, "Europe/Paris", "", true, 7),
                        new ByteArrayInputStream(FEED.getBytes(UTF_8)),
                        Harvest.Headers.NONE);
    }

    private List<RunState> states() {
        return store.read(tables -> tables.runs().latest(10)).stream()
                .map(Run::state)
                .toList();
    }

    private String url() {
        return "jdbc:sqlite:" + folder.resolve("moisson.db");
    }
}
