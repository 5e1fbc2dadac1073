package moisson.publish;

import com.fasterxml.jackson.core.JacksonException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import moisson.event.Edition;
import moisson.event.Publication;
import moisson.publish.graph.Iris;
import moisson.publish.merge.Trust;
import moisson.publish.proof.NodeLines;
import moisson.publish.quality.Score;
import moisson.statistics.Statistics;
import moisson.store.Store;
import org.apache.jena.atlas.RuntimeIOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a new version when anything changed: read, merged, built aside, read back, put in its place, recorded, and only
 * then shown. Whatever goes wrong before, the version before stays.
 */
public final class Publisher {
    private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);

    private final Store store;
    private final Statistics statistics;
    private final Supplier<List<Edition>> editions;
    private final Supplier<Map<String, Trust>> trust;
    private final PublisherSettings settings;
    private final Bounds bounds;
    private final Library library;
    private final Folders folders;
    /** What the version that is shown was made of; told by this process only, so that new code always builds. */
    private final AtomicReference<Attempt.@Nullable Ingredients> shown = new AtomicReference<>();
    /** What lines of JSON-LD say that were read for versions before. */
    private final NodeLines lines = new NodeLines();

    public Publisher(
            Store store,
            Statistics statistics,
            Supplier<List<Edition>> editions,
            PublisherSettings settings,
            Library library) {
        this(store, statistics, editions, Map::of, settings, Bounds.DEFAULT, library);
    }

    /**
     * @param trust in each source, by its id; the others are trusted as any
     * @param bounds what a version must not fall below without a person's word
     */
    public Publisher(
            Store store,
            Statistics statistics,
            Supplier<List<Edition>> editions,
            Supplier<Map<String, Trust>> trust,
            PublisherSettings settings,
            Bounds bounds,
            Library library) {
        this.bounds = bounds;
        this.store = store;
        this.statistics = statistics;
        this.editions = editions;
        this.trust = trust;
        this.settings = settings;
        this.library = library;
        this.folders = new Folders(settings.folder());
    }

    /** A version that would fall below the bounds is held. */
    public Outcome publish(Instant at) {
        return publish(at, false);
    }

    /**
     * One at a time: whoever comes second waits, and then most likely finds nothing changed.
     *
     * @param lossAccepted a person has looked, and wants the version although it falls below the bounds
     */
    public synchronized Outcome publish(Instant at, boolean lossAccepted) {
        try {
            Optional<Outcome> same = same();
            if (same.isPresent()) {
                LOG.info("{}", same.get().reason());
                return same.get();
            }
            // Nothing of what was read to build it is held any more while the new version is opened.
            return show(attempt(at.truncatedTo(ChronoUnit.SECONDS), lossAccepted));
        } catch (JacksonException e) {
            throw new IllegalStateException("a file of the new version cannot be read back", e);
        } catch (IOException | UncheckedIOException | RuntimeIOException e) {
            return Outcome.held(
                    store.read(tables -> tables.publications().latest()).orElse(null),
                    "Le disque a refusé l’écriture dans %s (%s).".formatted(settings.folder(), reason(e)));
        }
    }

    /** When nothing that the shown version was made of has changed, there is nothing to build. */
    private Optional<Outcome> same() throws IOException {
        Attempt.Ingredients before = shown.get();
        Optional<Version> version = library.current();
        if (before == null || version.isEmpty() || version.get().number() != before.number()) {
            return Optional.empty();
        }
        Publication latest = version.get().publication();
        boolean same = before.editions().equals(editions.get())
                && before.trust().equals(trust.get())
                && before.sum()
                        .equals(store.read(tables -> tables.publications().inputs()))
                && library.complete(version.get());
        return same
                ? Optional.of(Outcome.unchanged(
                        latest,
                        before.unplaced(),
                        "Rien de ce dont la version %d est faite n’a changé\u202f: aucun fichier n’a été réécrit."
                                .formatted(latest.number())))
                : Optional.empty();
    }

    /** The version that is shown, if this process built or compared it. */
    private Optional<Earlier> earlier() {
        Attempt.Ingredients before = shown.get();
        return library.current()
                .filter(version -> before != null && before.number() == version.number())
                .map(version -> new Earlier(
                        version.folder(),
                        version.manifest(),
                        Objects.requireNonNull(before).made()));
    }

    private Outcome show(Attempt attempt) throws IOException {
        if (attempt.opened() == 0) {
            shown.set(attempt.made());
            return attempt.outcome();
        }
        Version version = library.opened(attempt.opened());
        if (attempt.outcome().state() == Outcome.State.PUBLISHED) {
            store.inTransaction(tables -> {
                tables.publications().keep(version.publication(), attempt.changed(), attempt.rows());
                return version;
            });
        }
        library.switchTo(version);
        shown.set(attempt.made());
        return attempt.outcome();
    }

    /** What the system said, without the names of our classes. */
    private static String reason(Exception failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }

    private Attempt attempt(Instant now, boolean lossAccepted) throws IOException {
        List<Edition> welcoming = List.copyOf(editions.get());
        Map<String, Trust> trusted = trust.get();
        Function<String, Trust> in = source -> trusted.getOrDefault(source, Trust.NORMAL);
        try (EventSpool spool = new EventSpool(settings)) {
            Merges merges = new Merges(welcoming, trusted, settings, earlier(), library.current());
            Known known = store.read(tables -> Known.of(tables, spool, merges, in, welcoming, now));
            return attempt(now, lossAccepted, known, welcoming, trusted);
        }
    }

    private Attempt attempt(
            Instant now, boolean lossAccepted, Known known, List<Edition> welcoming, Map<String, Trust> trusted)
            throws IOException {
        Selection selection = known.selection();
        int number = known.latest().map(Publication::number).orElse(0) + 1;
        Optional<String> stranger = folders.stranger(number);
        if (stranger.isPresent()) {
            return Attempt.ended(Outcome.held(known.latest().orElse(null), stranger.get()));
        }
        Changes changes = Changes.of(
                known.ledger(),
                library.current(),
                selection,
                known.redirects(),
                new Publication(number, now, "", selection.events().size()));
        Optional<String> below = lossAccepted ? Optional.empty() : bounds.reason(changes.perDataset());
        if (below.isPresent()) {
            return Attempt.ended(Outcome.held(known.latest().orElse(null), below.get(), changes.perDataset()));
        }
        Path building = folders.building(number);
        try {
            Building making = new Building(building, settings, welcoming, statistics, known.provenance(), earlier());
            List<Manifest.Entry> files = making.write(selection, known.matches(), known.with(changes));
            String hash = ManifestFile.contentHash(files);
            if (known.latest().isPresent() && known.latest().get().contentHash().equals(hash)) {
                return unchanged(
                        building,
                        files,
                        known.latest().get(),
                        new Attempt.Ingredients(
                                known.sum(),
                                welcoming,
                                trusted,
                                known.latest().get().number(),
                                selection.unplaced(),
                                making.made().as(files, library.manifest(number - 1))));
            }
            List<Manifest.Entry> proven =
                    library.current().map(version -> version.manifest().files()).orElse(List.of());
            Optional<String> flaw = new Proof(building, lines).flaw(files, proven, making.made());
            if (flaw.isPresent()) {
                return Attempt.ended(Outcome.held(
                        known.latest().orElse(null),
                        "La nouvelle version se contredit : " + flaw.get() + " La version précédente reste en ligne."));
            }
            Optional<CatalogueProof.Reason> reason = new CatalogueProof(building, new Iris(settings.base()), files)
                    .reason(library.current().map(Version::quality).orElse(Score.UNKNOWN))
                    .filter(found -> !(found.acceptable() && lossAccepted));
            if (reason.isPresent()) {
                return Attempt.ended(Outcome.held(
                        known.latest().orElse(null),
                        reason.get().sentence(),
                        reason.get().acceptable() ? changes.perDataset() : List.of()));
            }
            return sealed(
                    building,
                    files,
                    new Publication(number, now, hash, selection.events().size()),
                    changes,
                    known,
                    new Attempt.Ingredients(
                            known.sum(), welcoming, trusted, number, selection.unplaced(), making.made()));
        } finally {
            folders.delete(building);
        }
    }

    private Attempt unchanged(Path building, List<Manifest.Entry> files, Publication latest, Attempt.Ingredients made)
            throws IOException {
        boolean open = library.current()
                .filter(version -> version.number() == latest.number())
                .isPresent();
        if (!library.damage(latest).isEmpty()) {
            seal(building, new Manifest(latest, files));
            open = false;
        }
        return new Attempt(
                Outcome.unchanged(latest, made.unplaced(), null),
                open ? 0 : latest.number(),
                List.of(),
                List.of(),
                made);
    }

    private Attempt sealed(
            Path building,
            List<Manifest.Entry> files,
            Publication publication,
            Changes changes,
            Known known,
            Attempt.Ingredients made)
            throws IOException {
        Selection selection = known.selection();
        new Journal(settings).add(known.ledger().size(), known.with(changes), selection.events());
        seal(building, new Manifest(publication, files));
        List<Outcome.Table> tables = Outcome.tables(library.current(), files);
        return new Attempt(
                new Outcome(
                        Outcome.State.PUBLISHED, publication, changes.perDataset(), tables, selection.unplaced(), null),
                publication.number(),
                selection.changed(),
                changes.rows(),
                made);
    }

    private void seal(Path building, Manifest manifest) throws IOException {
        try (SummedFile file = SummedFile.create(building.resolve(ManifestFile.NAME))) {
            ManifestFile.write(manifest, file);
        }
        folders.promote(
                building,
                manifest.publication().number(),
                manifest.publication().contentHash());
    }
}
