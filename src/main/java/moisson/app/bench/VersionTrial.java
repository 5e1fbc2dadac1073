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

    private static final int ROUNDS = 3;

    private final Path folder;
    private final Store store;
    private final PublisherSettings settings;
    private final AtomicReference<Instant> now = new AtomicReference<>(GeneratedEvents.PUBLISHED);
    private final List<Map<String, Object>> rows = new ArrayList<>();
    private final List<Usage> whole = new ArrayList<>();

    private VersionTrial(Store store, PublisherSettings settings) {
        this.folder = settings.folder();
        this.store = store;
        this.settings = settings;
    }

    /** As after a start: it knows nothing of the versions before. */
    private Publisher publisher() {
        return new Publisher(
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
     * One row for each kind of publication. Those after the first are measured in the same process, when hot code is
     * compiled: whole versions by publishers that know nothing of the one before, and then changes, as one that serves.
     *
     * @param data the data folder of a house, which finds the last version there
     * @param changes false for the first version alone
     */
    public static List<Map<String, Object>> run(int records, Path data, boolean changes) throws IOException {
        try (Store store = Store.open("jdbc:sqlite:" + data.resolve("moisson.db"), null, null)) {
            VersionTrial trial = new VersionTrial(store, settings(data));
            Plan plan = trial.first(GeneratedEvents.of(records, data));
            Publisher publisher = trial.publisher();
            trial.row("a whole version, first", plan.events(), List.of(trial.step(publisher, Outcome.State.PUBLISHED)));
            if (!changes) {
                return trial.rows;
            }
            for (int round = 0; round < ROUNDS; round++) {
                trial.keep(plan.anywhere().subList(0, 1), round);
                publisher = trial.publisher();
                trial.whole.add(trial.step(publisher, Outcome.State.PUBLISHED));
            }
            trial.row("a whole version, warm", plan.events(), trial.whole);
            trial.row(
                    "a tick, nothing changed", plan.events(), List.of(trial.step(publisher, Outcome.State.UNCHANGED)));
            trial.changed("1 % changed, all of the current edition", plan.events(), plan.oneEdition(), publisher);
            trial.changed("1 % changed, in all editions", plan.events(), plan.anywhere(), publisher);
            return trial.rows;
        }
    }

    private void changed(String name, int events, List<Event> changed, Publisher publisher) throws IOException {
        List<Usage> rounds = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            keep(changed, ROUNDS + rows.size() * ROUNDS + round);
            rounds.add(step(publisher, Outcome.State.PUBLISHED));
        }
        row(name, events, rounds);
    }

    /**
     * What is to change later. Nothing else is held here: memory is for what publishes.
     *
     * @param events how many there are
     */
    private record Plan(int events, List<Event> anywhere, List<Event> oneEdition) {}

    private Plan first(List<Event> events) {
        keep(events, -1);
        store.inTransaction(tables -> {
            tables.clusters().replace(clusters(events), List.of(), Map.of(), List.of());
            return events;
        });
        return new Plan(
                events.size(),
                some(events, event -> true),
                some(events, event -> year(event) == GeneratedEvents.LAST_YEAR));
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

    /** One event in a hundred. */
    private static List<Event> some(List<Event> events, Predicate<Event> among) {
        List<Event> those = events.stream().filter(among).toList();
        int every = Math.max(1, those.size() / Math.max(1, events.size() / HUNDREDTH));
        return IntStream.range(0, those.size())
                .filter(rank -> rank % every == 0)
                .mapToObj(those::get)
                .toList();
    }

    private static Event retitled(Event event, int round) {
        Wording wording = event.wording();
        return new Event(
                event.id(),
                new Wording(
                        wording.title() + " (titre n° " + round + ")",
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

    /** @param round each gives another title; -1 for that of the source */
    private void keep(List<Event> events, int round) {
        store.inTransaction(tables -> {
            long run = tables.runs().begin(GeneratedEvents.SOURCE, now.get());
            tables.records()
                    .keep(
                            events.stream()
                                    .map(event -> Kept.of(round < 0 ? event : retitled(event, round), "ligne 1", "{}"))
                                    .toList(),
                            run);
            return run;
        });
    }

    private Usage step(Publisher publisher, Outcome.State expected) {
        Usage.forgetPeaks();
        Usage before = Usage.now();
        Outcome outcome = publisher.publish(now.updateAndGet(last -> last.plus(Duration.ofDays(1))), true);
        Usage used = Usage.now().since(before);
        if (outcome.state() != expected) {
            throw new IllegalStateException(expected + ": " + outcome);
        }
        LOG.info("{} s of processor", used.processor());
        return used;
    }

    /** The one in the middle, against a whole version in the same process, when there is one. */
    private void row(String name, int events, List<Usage> rounds) throws IOException {
        Map<String, Object> row = Figures.row("format", name);
        row.put("events", events);
        row.put("MB", size() / 1e6);
        Usage median = Figures.median(rounds);
        Figures.put(row, median);
        row.put(
                "% of a whole one, processor",
                100
                        * median.processor()
                        / Figures.median(whole.isEmpty() ? rounds : whole).processor());
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
