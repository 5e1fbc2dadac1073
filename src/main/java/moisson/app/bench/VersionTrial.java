package moisson.app.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import moisson.event.Cluster;
import moisson.event.Event;
import moisson.event.Wording;
import moisson.publish.Library;
import moisson.publish.Outcome;
import moisson.publish.Publisher;
import moisson.publish.PublisherSettings;
import moisson.reference.Reference;
import moisson.statistics.Statistics;
import moisson.statistics.Territories;
import moisson.store.Kept;
import moisson.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes by the real road: read from a store, merged, built, proven, put in its place, opened; first, then changed. */
public final class VersionTrial {
    /** Public address in every IRI. */
    public static final URI BASE = URI.create("https://moisson.example/");

    private static final Logger LOG = LoggerFactory.getLogger(VersionTrial.class);
    private static final int HUNDREDTH = 100;

    private final Path folder;
    private final Store store;
    private final Publisher publisher;
    private final AtomicReference<Instant> now = new AtomicReference<>(GeneratedEvents.PUBLISHED);
    private final List<Map<String, Object>> rows = new ArrayList<>();
    private final List<Usage> used = new ArrayList<>();

    private VersionTrial(Store store, PublisherSettings settings) {
        this.folder = settings.folder();
        this.store = store;
        this.publisher = new Publisher(
                store,
                new Statistics(Territories.of(Reference.shipped()), settings.base()),
                () -> GeneratedEvents.EDITIONS,
                settings,
                new Library(settings));
    }

    /** What a house with that data folder and address would publish from and to. */
    private static PublisherSettings settings(Path folder) {
        return new PublisherSettings(folder.resolve("publications"), BASE, "Moisson", "contact@moisson.example");
    }

    /**
     * One row for each kind of publication.
     *
     * @param data the data folder of a house, which finds the last version there
     * @param changes false for the first version alone
     */
    public static List<Map<String, Object>> run(int records, Path data, boolean changes) throws IOException {
        try (Store store = Store.open("jdbc:sqlite:" + data.resolve("moisson.db"), null, null)) {
            VersionTrial trial = new VersionTrial(store, settings(data));
            Plan plan = trial.first(GeneratedEvents.of(records, data));
            trial.step("a whole version, first", plan.events(), Outcome.State.PUBLISHED);
            if (changes) {
                trial.step("a whole version, nothing changed", plan.events(), Outcome.State.UNCHANGED);
                trial.keep(plan.anywhere());
                trial.step("a whole version, 1 % of the events changed", plan.events(), Outcome.State.PUBLISHED);
                trial.keep(plan.oneEdition());
                trial.step("a whole version, 1 % changed, all of one edition", plan.events(), Outcome.State.PUBLISHED);
            }
            return trial.rows;
        }
    }

    /**
     * What is to change later. Nothing else is held here: memory is for what publishes.
     *
     * @param events how many there are
     */
    private record Plan(int events, List<Event> anywhere, List<Event> oneEdition) {}

    private Plan first(List<Event> events) {
        keep(events);
        store.inTransaction(tables -> {
            tables.clusters().replace(clusters(events), List.of(), Map.of(), List.of());
            return events;
        });
        return new Plan(events.size(), changed(events, event -> true), changed(events, event -> year(event) == 2020));
    }

    private static int year(Event event) {
        return event.when().firstDay().orElseThrow().getYear();
    }

    private static List<Cluster> clusters(List<Event> events) {
        return IntStream.range(0, events.size())
                .mapToObj(rank -> new Cluster(
                        "m%07d".formatted(rank), List.of(events.get(rank).id())))
                .toList();
    }

    /** One event in a hundred gets another title. */
    private static List<Event> changed(List<Event> events, Predicate<Event> among) {
        List<Event> those = events.stream().filter(among).toList();
        int every = Math.max(1, those.size() / Math.max(1, events.size() / HUNDREDTH));
        return IntStream.range(0, those.size())
                .filter(rank -> rank % every == 0)
                .mapToObj(rank -> retitled(those.get(rank)))
                .toList();
    }

    private static Event retitled(Event event) {
        Wording wording = event.wording();
        return new Event(
                event.id(),
                new Wording(
                        wording.title() + " (nouveau titre)",
                        wording.description(),
                        wording.summary(),
                        wording.language()),
                event.kind(),
                event.when(),
                event.place(),
                event.hosts(),
                event.access(),
                event.links());
    }

    private void keep(List<Event> events) {
        store.inTransaction(tables -> {
            long run = tables.runs().begin(GeneratedEvents.SOURCE, now.get());
            tables.records()
                    .keep(
                            events.stream()
                                    .map(event -> Kept.of(event, "ligne 1", "{}"))
                                    .toList(),
                            run);
            return run;
        });
    }

    private void step(String name, int events, Outcome.State expected) throws IOException {
        Usage.forgetPeaks();
        Usage before = Usage.now();
        Outcome outcome = publisher.publish(now.updateAndGet(last -> last.plus(Duration.ofDays(1))), true);
        used.add(Usage.now().since(before));
        if (outcome.state() != expected) {
            throw new IllegalStateException(name + ": " + outcome);
        }
        Map<String, Object> row = Figures.row("format", name);
        row.put("events", events);
        row.put("MB", size() / 1e6);
        Figures.put(row, used.getLast());
        row.put(
                "% of the first, processor",
                100 * used.getLast().processor() / used.getFirst().processor());
        rows.add(row);
        LOG.info("{}", row);
    }

    /** Of the newest version. */
    private long size() throws IOException {
        int newest = 1;
        while (Files.isDirectory(folder.resolve(String.valueOf(newest + 1)))) {
            newest++;
        }
        try (Stream<Path> files = Files.list(folder.resolve(String.valueOf(newest)))) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }
}
