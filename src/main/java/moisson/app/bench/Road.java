package moisson.app.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import moisson.deduplicate.Deduplicator;
import moisson.event.Bounds;
import moisson.event.Run;
import moisson.event.Source;
import moisson.harvest.Archive;
import moisson.harvest.Harvest;
import moisson.harvest.Joining;
import moisson.normalize.Normalizer;
import moisson.reference.Editions;
import moisson.reference.Reference;
import moisson.store.Store;

/** The road that deliveries take in a house: archive, reader, normalizer, plan, store, duplicates. */
record Road(Harvest harvest, Normalizer normalizer, Joining joining) {
    private static final long MOST_BYTES = 100_000_000_000L;

    /** @param folder for the archive */
    static Road into(Store store, Path folder) {
        Normalizer normalizer = new Normalizer(Reference.shipped());
        Joining joining = new Joining(new Deduplicator());
        return new Road(
                new Harvest(
                        store,
                        new Archive(folder.resolve("archive"), MOST_BYTES),
                        normalizer,
                        Editions.shipped(),
                        joining,
                        Duration.ofHours(6),
                        Clock.systemUTC()),
                normalizer,
                joining);
    }

    /** Harvests a CSV file as all that a source has. */
    Run bringIn(String id, Path feed) throws IOException {
        try (InputStream in = Files.newInputStream(feed)) {
            return harvest.bringIn(source(id, feed), in, Harvest.Headers.NONE);
        }
    }

    static Source source(String id, Path feed) {
        return new Source(id, id, "csv", feed.toUri().toString(), null, "Europe/Paris", "", true, 0, Bounds.NONE);
    }
}
