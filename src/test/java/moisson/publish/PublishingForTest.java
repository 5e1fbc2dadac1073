package moisson.publish;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import moisson.event.Cluster;
import moisson.event.Event;
import moisson.event.EventId;
import moisson.statistics.Statistics;
import moisson.store.Kept;
import moisson.store.Store;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Four events, one of them of no edition, in a real database, to be published to a real disk. */
class PublishingForTest {
    static final Instant MONDAY = Instant.parse("2021-01-04T06:00:00.123Z");
    static final Instant TUESDAY = Instant.parse("2021-01-05T06:00:00Z");

    @TempDir
    Path home;

    Store store;
    Library library;

    @BeforeEach
    void open() {
        store = Store.open("jdbc:sqlite:" + home.resolve("moisson.db"), null, null);
        library = new Library(settings());
        keep(
                EventForTest.hostile("source-b", "x"),
                EventForTest.workshop("source-a", "1"),
                EventForTest.workshop("source-b", "1"),
                EventForTest.workshop("source-a", "sans-edition", "Hors édition", 2012),
                EventForTest.podcast("source-a", "3", 2020));
        cluster(
                new Cluster("zz1", List.of(new EventId("source-b", "x"))),
                new Cluster("bb2", List.of(new EventId("source-b", "1"), new EventId("source-a", "1"))),
                new Cluster("cc3", List.of(new EventId("source-a", "sans-edition"))),
                new Cluster("dd4", List.of(new EventId("source-a", "3"))));
    }

    @AfterEach
    void close() {
        store.close();
    }

    PublisherSettings settings() {
        return PublisherSettings.example(home.resolve("publications"));
    }

    Publisher publisher() {
        return new Publisher(store, statistics(), () -> EventForTest.EDITIONS, settings(), library);
    }

    Statistics statistics() {
        return new Statistics(
                EventForTest.departments(), EventForTest.regions(), settings().base());
    }

    void keep(Event... events) {
        store.inTransaction(tables -> {
            long run = tables.runs().begin("source", MONDAY);
            tables.records()
                    .keep(
                            Arrays.stream(events)
                                    .map(event -> Kept.of(event, "ligne 1", "{}"))
                                    .toList(),
                            run);
            return run;
        });
    }

    void cluster(Cluster... clusters) {
        store.inTransaction(tables -> {
            tables.clusters().replace(List.of(clusters), List.of(), Map.of(), List.of());
            return true;
        });
    }
}
