package moisson.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import moisson.event.Run;
import moisson.event.RunState;
import moisson.generate.FeedFormat;
import moisson.generate.Generator;
import moisson.generate.Variation;
import moisson.reference.Reference;
import moisson.store.Store;

/**
 * What new records cost where many are known: a set of several sources is harvested, then another one of other sources,
 * then records one at a time, each as a delivery of its own. All by the real road: archive, reader, normalizer, plan,
 * store, duplicates.
 */
public final class IncrementTrial {
    private static final int MOST_NEW = 10_000;
    private static final int FEWEST_ALONE = 20;
    private static final int MOST_ALONE = 500;
    /** Sources that come at the same time: each has a route of its own. */
    private static final int ROUTES = 2;

    private final Path folder;
    private final Road road;
    private final EngineTrial engine;

    private IncrementTrial(Path folder, Store store) {
        this.folder = folder;
        this.road = Road.into(store, folder);
        this.engine = new EngineTrial(road, store);
    }

    /**
     * Answers a row for what is known, one for the new set, one for the records that come alone, and one for what these
     * cost the engine.
     */
    public static List<Map<String, Object>> run(int known, Path folder) throws IOException, InterruptedException {
        try (Store store = Store.open("jdbc:sqlite:" + folder.resolve("mesure.db"), null, null)) {
            IncrementTrial trial = new IncrementTrial(folder, store);
            List<Map<String, Object>> rows = new ArrayList<>();
            rows.add(trial.set("known before", known, 1));
            rows.add(trial.set("new, as one set", Math.clamp(known / 10, 1, MOST_NEW), 2));
            rows.addAll(trial.alone(Math.clamp(known / 100, FEWEST_ALONE, MOST_ALONE)));
            return rows;
        }
    }

    private Map<String, Object> set(String name, int records, long seed) throws IOException, InterruptedException {
        Path feeds = Files.createDirectories(folder.resolve("set-" + seed));
        List<Path> files = new Generator(Reference.shipped(), seed, true).feeds(records, FeedFormat.CSV, feeds);
        Usage.forgetPeaks();
        Usage before = Usage.now();
        int read = 0;
        try (ExecutorService routes = Executors.newFixedThreadPool(ROUTES)) {
            List<Callable<Run>> deliveries = new ArrayList<>();
            files.forEach(file -> deliveries.add(() -> bringIn(file.getFileName() + "-" + seed, file)));
            for (Future<Run> run : routes.invokeAll(deliveries)) {
                read += run.get().counts().read();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
        Map<String, Object> row = Figures.row("records", name);
        row.put("read", read);
        row.put("deliveries", files.size());
        Figures.put(row, Usage.now().since(before));
        return row;
    }

    /** Half as many come before those that count, so that these do not pay for compiling. */
    private List<Map<String, Object>> alone(int count) throws IOException {
        for (int one = 0; one < count / 2; one++) {
            String id = "chauffe-" + one;
            Path feed = feed(-one);
            milliseconds(id, feed);
            engine.milliseconds(id, feed);
        }
        // Made before: a generator reads more tables than a harvest does.
        List<Path> feeds = new ArrayList<>();
        for (int one = 0; one < count; one++) {
            feeds.add(feed(1_000L + one));
        }
        List<Double> millis = new ArrayList<>();
        Usage.forgetPeaks();
        Usage before = Usage.now();
        for (int one = 0; one < count; one++) {
            millis.add(milliseconds("seul-" + one, feeds.get(one)));
        }
        Map<String, Object> whole = Figures.row("records", "new, one by one");
        whole.put("read", count);
        whole.put("deliveries", count);
        Figures.put(whole, Usage.now().since(before));
        spread(whole, millis);
        millis.clear();
        for (int one = 0; one < count; one++) {
            millis.add(engine.milliseconds("seul-" + one, feeds.get(one)));
        }
        Map<String, Object> part = Figures.row("records", "of which the engine, processor alone");
        part.put("read", count);
        part.put("processor s", millis.stream().mapToDouble(Double::doubleValue).sum() / 1e3);
        spread(part, millis);
        return List.of(whole, part);
    }

    private static void spread(Map<String, Object> row, List<Double> millis) {
        List<Double> sorted = millis.stream().sorted().toList();
        row.put("median ms", sorted.get(sorted.size() / 2));
        row.put("p99 ms", sorted.get(sorted.size() * 99 / 100));
    }

    private Path feed(long seed) throws IOException {
        Path file = folder.resolve("seul" + seed + ".csv");
        new Generator(Reference.shipped(), seed, true).feed(1, FeedFormat.CSV, Variation.FIRST, file);
        return file;
    }

    private double milliseconds(String id, Path file) throws IOException {
        long start = System.nanoTime();
        Run run = bringIn(id, file);
        double millis = (System.nanoTime() - start) / 1e6;
        if (run.counts().created() != 1) {
            throw new IllegalStateException(id + " brought " + run.counts());
        }
        return millis;
    }

    private Run bringIn(String id, Path feed) throws IOException {
        Run run = road.bringIn(id, feed);
        if (run.state() != RunState.DONE) {
            throw new IllegalStateException(id + ": " + run.state() + ", " + run.message());
        }
        return run;
    }
}
