package moisson.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    private final Path folder;
    private final Road road;

    private IncrementTrial(Path folder, Store store) {
        this.folder = folder;
        this.road = Road.into(store, folder);
    }

    /** Answers a row for what is known, one for the new set, and one for the records that come alone. */
    public static List<Map<String, Object>> run(int known, Path folder) throws IOException {
        try (Store store = Store.open("jdbc:sqlite:" + folder.resolve("mesure.db"), null, null)) {
            IncrementTrial trial = new IncrementTrial(folder, store);
            return List.of(
                    trial.set("known before", known, 1),
                    trial.set("new, as one set", Math.clamp(known / 10, 1, MOST_NEW), 2),
                    trial.alone(Math.clamp(known / 100, FEWEST_ALONE, MOST_ALONE)));
        }
    }

    private Map<String, Object> set(String name, int records, long seed) throws IOException {
        Path feeds = Files.createDirectories(folder.resolve("set-" + seed));
        List<Path> files = new Generator(Reference.shipped(), seed, true).feeds(records, FeedFormat.CSV, feeds);
        Usage.forgetPeaks();
        Usage before = Usage.now();
        int read = 0;
        for (Path file : files) {
            read += bringIn(file.getFileName() + "-" + seed, file).counts().read();
        }
        Map<String, Object> row = Figures.row("records", name);
        row.put("read", read);
        row.put("deliveries", files.size());
        Figures.put(row, Usage.now().since(before));
        return row;
    }

    /** Half as many come before those that count, so that these do not pay for compiling. */
    private Map<String, Object> alone(int count) throws IOException {
        for (int one = 0; one < count / 2; one++) {
            milliseconds("chauffe-" + one, -one);
        }
        Usage.forgetPeaks();
        Usage before = Usage.now();
        List<Double> millis = new ArrayList<>();
        for (int one = 0; one < count; one++) {
            millis.add(milliseconds("seul-" + one, 1_000L + one));
        }
        Usage used = Usage.now().since(before);
        millis.sort(null);
        Map<String, Object> row = Figures.row("records", "new, one by one");
        row.put("read", count);
        row.put("deliveries", count);
        Figures.put(row, used);
        row.put("median ms", millis.get(count / 2));
        row.put("p99 ms", millis.get(count * 99 / 100));
        return row;
    }

    private double milliseconds(String id, long seed) throws IOException {
        Path file = folder.resolve("seul.csv");
        new Generator(Reference.shipped(), seed, true).feed(1, FeedFormat.CSV, Variation.FIRST, file);
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
