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
record Road(Harvest harvest) {
    private static final long MOST_BYTES = 100_000_000_000L;

    /** @param folder for the archive */
    static Road into(Store store, Path folder) {
        return new Road(new Harvest(
                store,
                new Archive(folder.resolve("archive"), MOST_BYTES),
                new Normalizer(Reference.shipped()),
                Editions.shipped(),
                new Joining(new Deduplicator()),
                Duration.ofHours(6),
                Clock.systemUTC()));
    }

    /** Harvests a CSV file as all that a source has. */
    Run bringIn(String id, Path feed) throws IOException {
        Source source =
                new Source(id, id, "csv", feed.toUri().toString(), null, "Europe/Paris", "", true, 0, Bounds.NONE);
        try (InputStream in = Files.newInputStream(feed)) {
            return harvest.bringIn(source, in, Harvest.Headers.NONE);
        }
    }
}
