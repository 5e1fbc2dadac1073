package moisson.serve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import moisson.event.Edition;
import moisson.publish.Library;
import moisson.publish.Manifest;
import moisson.publish.Version;
import moisson.serve.portal.Bundle;
import moisson.serve.portal.Snapshot;
import moisson.serve.sparql.SparqlPages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The versions as pages need them. What pages look through is made before a new version is shown; of the one that is there
 * at the start, aside, while its events and files can be had already.
 */
final class Shelves implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Shelves.class);

    private final Library library;
    private final Supplier<List<Edition>> editions;
    /** The one that is shown, and one that is about to be. */
    private final AtomicReference<List<Prepared>> prepared = new AtomicReference<>(List.of());

    private final ExecutorService preparing = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("portal-ready").factory());

    private record Prepared(Version version, Snapshot snapshot) {
        /** What failed is tried again. */
        boolean of(Version other) {
            return version == other && !snapshot.failed();
        }
    }

    Shelves(Library library, Supplier<List<Edition>> editions) {
        this.library = library;
        this.editions = editions;
    }

    Optional<Snapshot> current() {
        return shown().map(Prepared::snapshot);
    }

    private Optional<Prepared> shown() {
        return library.current().map(version -> {
            List<Prepared> known = prepared.get();
            return !known.isEmpty() && known.getFirst().of(version) ? known.getFirst() : taken();
        });
    }

    /** What was shown before is let go, and what nobody has prepared is prepared aside. */
    private synchronized Prepared taken() {
        Version version = library.current().orElseThrow();
        List<Prepared> left =
                prepared.get().stream().dropWhile(known -> !known.of(version)).toList();
        if (!left.isEmpty()) {
            prepared.set(left);
            return left.getFirst();
        }
        Snapshot made = Snapshot.of(version, editions.get());
        preparing.execute(() -> prepareAside(made));
        prepared.set(List.of(new Prepared(version, made)));
        return prepared.get().getFirst();
    }

    private static void prepareAside(Snapshot snapshot) {
        try {
            snapshot.prepare();
        } catch (RuntimeException e) {
            LOG.error("what pages look through could not be made ready", e);
        }
    }

    /** Of a version that is about to be shown; readers go on seeing the one before. */
    void prepare(Version version) {
        Snapshot made = Snapshot.of(version, editions.get());
        made.prepare();
        next(new Prepared(version, made));
    }

    private synchronized void next(Prepared next) {
        prepared.set(Stream.concat(shown().stream(), Stream.of(next)).toList());
    }

    /**
     * The files of an earlier version, without opening it. A folder with a later number is one that was never shown: its
     * number may still go to another content.
     */
    Optional<Bundle> bundle(int number) {
        Optional<Version> current = library.current();
        if (current.isEmpty() || number > current.get().number()) {
            return Optional.empty();
        }
        try {
            return library.manifest(number)
                    .map(manifest ->
                            Bundle.of(manifest, current.get().folder().resolveSibling(Integer.toString(number))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The graphs of the versions that were once shown. */
    SparqlPages.Versions versions() {
        return new SparqlPages.Versions(
                () -> shown().map(shown -> graph(shown.version())),
                number -> shown(number).flatMap(this::open),
                this::at);
    }

    static SparqlPages.Graph graph(Version version) {
        return new SparqlPages.Graph(version.number(), version.publication().at(), version.graph());
    }

    private Optional<Integer> shown(int number) {
        return library.current()
                .map(Version::number)
                .filter(latest -> number <= latest)
                .map(latest -> number);
    }

    private Optional<SparqlPages.Graph> open(int number) {
        try {
            return library.version(number).map(Shelves::graph);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The latest version that was shown at that moment. */
    private Optional<Integer> at(Instant moment) {
        try {
            for (int number : library.numbers().reversed()) {
                Optional<Manifest> manifest = shown(number).isEmpty() ? Optional.empty() : library.manifest(number);
                if (manifest.isPresent() && !manifest.get().publication().at().isAfter(moment)) {
                    return Optional.of(number);
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        preparing.shutdownNow();
    }
}
