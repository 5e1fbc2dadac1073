package moisson.harvest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import moisson.deduplicate.Deduplicator;
import moisson.event.Bounds;
import moisson.event.Cluster;
import moisson.event.Plan;
import moisson.event.Run;
import moisson.event.Source;
import moisson.normalize.Normalizer;
import moisson.reference.Editions;
import moisson.reference.Reference;
import moisson.store.Store;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A source of workshops on one day, harvested into a real store at any hour one likes. */
class HarvestForTest {
    static final String HEADER = "id,titre,debut,commune,code_commune,organisateurs\r\n";

    @TempDir
    Path folder;

    Store store;
    Instant now = Instant.parse("2019-10-01T04:00:00Z");

    @BeforeEach
    void open() {
        store = Store.open("jdbc:sqlite:" + folder.resolve("moisson.db"), null, null);
    }

    @AfterEach
    void close() {
        store.close();
    }

    Run bringIn(String rows) {
        return bringIn(source(), rows);
    }

    Run bringIn(Source source, String rows) {
        return harvest().bringIn(source, bytes(HEADER + rows), Harvest.Headers.NONE);
    }

    /** As JSON, with one item that is no record. */
    Run bringInRejecting(String rows) {
        String items = rows.lines()
                .map(line -> line.split(","))
                .map(cells -> """
                        {"id": "%s", "titre": "%s", "debut": "%s", "commune": "%s", "code_commune": "%s", "organisateurs": "%s"}""".formatted((Object[]) cells))
                .collect(Collectors.joining(","));
        Source json = new Source("essai", "Essai", "json", "x", null, "Europe/Paris", "Licence Ouverte 2.0", true, 7);
        return harvest().bringIn(json, bytes("[" + items + ",42]"), Harvest.Headers.NONE);
    }

    static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    /** All on 20 November 2019. */
    static String rows(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> row(i, "Atelier " + i)).collect(Collectors.joining());
    }

    static String row(int key, String title) {
        return key + "," + title + ",2019-11-20T10:00:00+01:00,Lille,59350,Ville\r\n";
    }

    static Source source() {
        return with(Bounds.LEARNED);
    }

    static Source with(Bounds bounds) {
        return new Source("essai", "Essai", "csv", "x", null, "Europe/Paris", "Licence Ouverte 2.0", true, 7, bounds);
    }

    Harvest harvest() {
        return harvest(Duration.ofMinutes(1));
    }

    Harvest harvest(Duration deadline) {
        return harvest(deadline, Reference.shipped());
    }

    Harvest harvest(Store where, Path archive) {
        return harvest(where, archive, Duration.ofMinutes(1), Reference.shipped());
    }

    Harvest harvest(Duration deadline, Reference reference) {
        return harvest(store, folder.resolve("archive"), deadline, reference);
    }

    private Harvest harvest(Store where, Path archive, Duration deadline, Reference reference) {
        return new Harvest(
                where,
                new Archive(archive, 1_000_000),
                new Normalizer(reference),
                Editions.shipped(),
                new Joining(new Deduplicator()),
                deadline,
                Clock.fixed(now, ZoneOffset.UTC));
    }

    Plan plan(Run run) {
        return store.read(tables -> tables.plans().find(run.id())).orElseThrow();
    }

    Run run(Run run) {
        return store.read(tables -> tables.runs().find(run.id())).orElseThrow();
    }

    long alive() {
        return store.read(tables -> tables.records().live().size());
    }

    List<String> clusters() {
        return store.read(tables -> tables.clusters().all()).stream()
                .map(Cluster::id)
                .toList();
    }
}
