package moisson.serve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import moisson.event.Edition;
import moisson.publish.Library;
import moisson.publish.Manifest;
import moisson.publish.Version;
import moisson.serve.portal.Bundle;
import moisson.serve.portal.Snapshot;
import moisson.serve.sparql.SparqlPages;
import org.jspecify.annotations.Nullable;

/** Prepares each version for the pages once, when it is first asked for. */
final class Shelves {
    private final Library library;
    private final Supplier<List<Edition>> editions;
    private final AtomicReference<@Nullable Prepared> prepared = new AtomicReference<>();
    /** Looking at every event of a large version takes a while: one does it, however many wait. */
    private final ReentrantLock preparing = new ReentrantLock();

    private record Prepared(Version version, Snapshot snapshot) {}

    Shelves(Library library, Supplier<List<Edition>> editions) {
        this.library = library;
        this.editions = editions;
    }

    Optional<Snapshot> current() {
        return library.current().map(version -> {
            Optional<Snapshot> known = prepared(version);
            if (known.isPresent()) {
                return known.get();
            }
            preparing.lock();
            try {
                return prepared(version).orElseGet(() -> {
                    Snapshot snapshot = Snapshot.of(version, editions.get());
                    prepared.set(new Prepared(version, snapshot));
                    return snapshot;
                });
            } finally {
                preparing.unlock();
            }
        });
    }

    private Optional<Snapshot> prepared(Version version) {
        Prepared known = prepared.get();
        return known != null && known.version() == version ? Optional.of(known.snapshot()) : Optional.empty();
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
                () -> library.current().map(Shelves::graph),
                number -> shown(number).flatMap(this::open),
                this::at);
    }

    private static SparqlPages.Graph graph(Version version) {
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
}
