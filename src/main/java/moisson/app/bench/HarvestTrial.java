package moisson.app.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import moisson.event.Run;
import moisson.event.RunState;
import moisson.generate.FeedFormat;
import moisson.generate.Generator;
import moisson.generate.Variation;
import moisson.reference.Reference;
import moisson.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * Harvests one large source again and again by the real road: archive, reader, normalizer, plan, store, duplicates. A
 * smaller source goes the same way before, so that the first harvest does not pay for compiling.
 */
public final class HarvestTrial {
    private static final int ROUNDS = 5;
    private static final String FIRST = "first harvest";
    private static final String SAME = "the same bytes again";
    private static final String ORDER = "the same records in another order";
    private static final String CHANGE = "1 % of the records changed";

    private final Path folder;
    private final int rounds;
    private final Road road;
    private final Map<String, List<Usage>> usage = new LinkedHashMap<>();
    private final Map<String, Run> last = new LinkedHashMap<>();

    private HarvestTrial(Path folder, int rounds, Store store) {
        this.folder = folder;
        this.rounds = rounds;
        this.road = Road.into(store, folder);
    }

    /**
     * Answers one row for each kind of harvest.
     *
     * @param url of an empty PostgreSQL database, or null for SQLite in the folder
     */
    public static List<Map<String, Object>> run(
            int records, Path folder, @Nullable String url, @Nullable String user, @Nullable String password)
            throws IOException {
        return run(records, folder, ROUNDS, url, user, password);
    }

    /** @param rounds how often each kind of harvest is repeated */
    static List<Map<String, Object>> run(
            int records,
            Path folder,
            int rounds,
            @Nullable String url,
            @Nullable String user,
            @Nullable String password)
            throws IOException {
        String address = url == null ? "jdbc:sqlite:" + folder.resolve("mesure.db") : url;
        try (Store store = Store.open(address, user, password)) {
            if (!store.read(tables -> tables.records().live()).isEmpty()) {
                throw new IllegalArgumentException("La base n’est pas vide : donnez-en une neuve.");
            }
            HarvestTrial trial = new HarvestTrial(folder, rounds, store);
            trial.harvest("chauffe", Math.clamp(records / 10, 50, 10_000), 2);
            trial.usage.clear();
            trial.harvest("mesure", records, 1);
            return trial.rows();
        }
    }

    /** One first harvest, then in every round each of the others; each change is another hundredth of the records. */
    private void harvest(String source, int records, long seed) throws IOException {
        Generator generator = new Generator(Reference.shipped(), seed, true);
        Path feed = folder.resolve(source + ".csv");
        step(FIRST, source, write(generator, records, Variation.FIRST, feed));
        for (int round = 1; round <= rounds; round++) {
            step(SAME, source, feed);
            step(ORDER, source, write(generator, records, new Variation(round, round - 1), feed));
            step(CHANGE, source, write(generator, records, new Variation(round, round), feed));
        }
    }

    private static Path write(Generator generator, int records, Variation variation, Path feed) throws IOException {
        generator.feed(records, FeedFormat.CSV, variation, feed);
        return feed;
    }

    private void step(String name, String id, Path feed) throws IOException {
        Usage.forgetPeaks();
        Usage before = Usage.now();
        Run run = road.bringIn(id, feed);
        usage.computeIfAbsent(name, key -> new ArrayList<>()).add(Usage.now().since(before));
        if (run.state() != RunState.DONE && run.state() != RunState.NOT_MODIFIED) {
            throw new IllegalStateException(name + ": " + run.state() + ", " + run.message());
        }
        last.put(name, run);
    }

    private List<Map<String, Object>> rows() {
        Usage first = Figures.median(usage.getOrDefault(FIRST, List.of()));
        List<Map<String, Object>> rows = new ArrayList<>();
        usage.forEach((name, rounds) -> {
            Usage used = Figures.median(rounds);
            Run run = Objects.requireNonNull(last.get(name));
            Map<String, Object> row = Figures.row("harvest", name);
            row.put("read", run.counts().read());
            row.put("created", run.counts().created());
            row.put("updated", run.counts().updated());
            row.put("unchanged", run.counts().unchanged());
            row.put("rejected", run.counts().rejected());
            Figures.put(row, used);
            row.put("% of the first, processor", 100 * used.processor() / first.processor());
            row.put("% of the first, wall", 100 * used.wall() / first.wall());
            rows.add(row);
        });
        return rows;
    }
}
