package moisson.publish;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import moisson.event.Publication;
import org.jspecify.annotations.Nullable;

/**
 * What came of an attempt to publish.
 *
 * @param publication the new version; when nothing changed or it was held, the one that stays, or null without one
 * @param changes per dataset, since the version before; of a held version, what it would have changed
 * @param tables the other datasets of a new version
 * @param unplaced how many clusters are not published because no edition welcomes them
 * @param reason one sentence in French: why it was held, or how it was known, without building anything, that nothing has
 *     changed; null otherwise
 */
public record Outcome(
        State state,
        @Nullable Publication publication,
        List<Change> changes,
        List<Table> tables,
        int unplaced,
        @Nullable String reason) {
    /** How it ended. */
    public enum State {
        PUBLISHED,
        UNCHANGED,
        /** Something is wrong with the new version or with the disk: the version before stays. */
        HELD
    }

    /** What a version changed in one dataset. */
    public record Change(String dataset, int events, int added, int changed, int removed) {}

    /**
     * What a version changed in a dataset that has no events, by its CSV file.
     *
     * @param rows of the new version, and {@code before} of the one before; 0 without one
     * @param changed false when the file is the same, byte for byte
     */
    public record Table(String dataset, int rows, int before, boolean changed) {}

    public Outcome {
        changes = List.copyOf(changes);
        tables = List.copyOf(tables);
    }

    static Outcome held(@Nullable Publication stays, String reason) {
        return new Outcome(State.HELD, stays, List.of(), List.of(), 0, reason);
    }

    /** @param changes what the version would have changed */
    static Outcome held(@Nullable Publication stays, String reason, List<Change> changes) {
        return new Outcome(State.HELD, stays, changes, List.of(), 0, reason);
    }

    /** @param reason how it is known without building; null when the files were built and compared */
    static Outcome unchanged(Publication stays, int unplaced, @Nullable String reason) {
        return new Outcome(State.UNCHANGED, stays, List.of(), List.of(), unplaced, reason);
    }

    /** What became of every CSV file but those of events. */
    static List<Table> tables(Optional<Version> before, List<Manifest.Entry> files) {
        return files.stream()
                .filter(file -> file.path().endsWith(".csv")
                        && !file.dataset().startsWith(Building.EVENTS)
                        && file.rows() != null)
                .map(file -> {
                    Optional<Manifest.Entry> old =
                            before.flatMap(version -> version.manifest().find(file.path()));
                    return new Table(
                            file.dataset(),
                            Objects.requireNonNullElse(file.rows(), 0),
                            old.map(same -> Objects.requireNonNullElse(same.rows(), 0))
                                    .orElse(0),
                            old.filter(same -> same.sha256().equals(file.sha256()))
                                    .isEmpty());
                })
                .toList();
    }
}
