package moisson.generate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import moisson.reference.Reference;
import org.jspecify.annotations.Nullable;

/**
 * Writes feeds of fictional events in real communes, with a table of which records tell the same. One seed gives the
 * same bytes for ever. Streams: a few thousand records are held at once, however many are written.
 */
public final class Generator {
    /** So many records make it worth having another region's sources. */
    private static final int RECORDS_PER_AREA = 2_000;

    private static final int MOST_AREAS = 13;

    private final Reference reference;
    private final long seed;
    private final boolean hard;

    /** @param hard more families of look-alikes, more mistakes, and some records that nobody could tell apart */
    public Generator(Reference reference, long seed, boolean hard) {
        this.reference = reference;
        this.seed = seed;
        this.hard = hard;
    }

    /**
     * Writes one file for each source, and {@code truth.csv}.
     *
     * @param format of all files, or null: each source its own
     * @return the feeds, in the order of their names
     */
    public List<Path> feeds(int records, @Nullable FeedFormat format, Path folder) throws IOException {
        Files.createDirectories(folder);
        int areas = Math.clamp(records / RECORDS_PER_AREA, 1, MOST_AREAS);
        Map<Outlet, Feeds.Feed> open = new LinkedHashMap<>();
        List<Path> files = new ArrayList<>();
        try (TruthFile truth = new TruthFile(folder.resolve(Truth.FILE))) {
            Mixer mixer = new Mixer(seed, telling -> {
                Outlet outlet = telling.outlet();
                FeedFormat chosen = format == null ? outlet.kind().format() : format;
                Path file = folder.resolve(outlet.name() + "." + chosen.extension());
                Feeds.Feed feed = open.get(outlet);
                if (feed == null) {
                    feed = Feeds.open(chosen, format == null, outlet.name(), file);
                    open.put(outlet, feed);
                    files.add(file);
                }
                feed.add(telling);
                truth.add(String.valueOf(file.getFileName()), Feeds.key(chosen, telling), telling.of());
            });
            new Tellings(reference, seed, hard, areas).write(records, mixer);
            mixer.finish();
        } finally {
            close(open);
        }
        return files.stream().sorted().toList();
    }

    /** Writes all records into one file, as one large partner would send it; later deliveries are variations of it. */
    public void feed(int records, FeedFormat format, Variation variation, Path file) throws IOException {
        try (Feeds.Feed feed = Feeds.open(format, false, "fictif", file)) {
            Mixer mixer = new Mixer(
                    seed + variation.order(), telling -> feed.add(Amendment.of(telling, variation.changed())));
            new Tellings(reference, seed, hard, 1).write(records, mixer);
            mixer.finish();
        }
    }

    private static void close(Map<Outlet, Feeds.Feed> open) throws IOException {
        IOException failure = null;
        for (Feeds.Feed feed : open.values()) {
            try {
                feed.close();
            } catch (IOException e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
