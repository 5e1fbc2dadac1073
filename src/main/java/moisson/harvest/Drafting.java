package moisson.harvest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import moisson.event.Delivery;
import moisson.event.Run;
import moisson.event.Source;
import moisson.harvest.Harvest.Headers;
import moisson.intake.FeedReader;
import moisson.intake.FeedReaders;
import moisson.intake.UnreadableFeedException;
import moisson.normalize.Normalizer;
import moisson.reference.Editions;
import moisson.store.Store;

/** From the bytes that a source sends to the draft of what they would change, within a deadline; changes nothing. */
final class Drafting {
    private final Archive archive;
    private final Normalizer normalizer;
    private final Editions editions;
    private final Store store;
    private final Patience patience;

    Drafting(Archive archive, Normalizer normalizer, Editions editions, Store store, Patience patience) {
        this.archive = archive;
        this.normalizer = normalizer;
        this.editions = editions;
        this.store = store;
        this.patience = patience;
    }

    /** Archives the bytes before anything else. */
    Delivery receive(Source source, InputStream body, Headers headers, Instant at) throws IOException {
        return delivery(source, patience.within(() -> archive.keep(body)), at, headers);
    }

    /** A delivery that was received before. */
    Delivery archived(Source source, String sha256, Instant at) throws IOException {
        Archive.Kept kept = archive.find(sha256)
                .orElseThrow(() -> new NoSuchFileException(sha256, null, "la livraison n’est plus dans l’archive"));
        return delivery(source, kept, at, Headers.NONE);
    }

    /** Reads and judges; to be closed when done with. */
    Draft draft(Run run, Delivery delivery) throws IOException {
        Source source = delivery.source();
        FeedReader reader = FeedReaders.forFormat(source.format())
                .orElseThrow(() -> new UnreadableFeedException("Le format « " + source.format()
                        + " » n’est pas connu. Formats lus : " + String.join(", ", FeedReaders.formats()) + "."));
        return patience.within(() -> {
            Planning planning =
                    new Planning(source, run.startedAt(), normalizer, editions, rules(source), store, archive.aside());
            boolean done = false;
            try {
                reader.read(delivery, planning);
                Draft draft = planning.finish();
                done = true;
                return draft;
            } finally {
                if (!done) {
                    planning.discard();
                }
            }
        });
    }

    /** What decides, besides its words, what becomes of a record of this source. */
    Rules rules(Source source) {
        return new Rules(source, editions, normalizer.ownTables());
    }

    private static Delivery delivery(Source source, Archive.Kept kept, Instant at, Headers headers) {
        return new Delivery(
                source, kept.sha256(), kept.file(), kept.size(), at, headers.etag(), headers.lastModified());
    }
}
