package moisson.serve.portal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import moisson.store.ClusterTable.Removal;
import moisson.store.Store;

/** What became of events that are no longer published. */
public final class Ledger {
    private final Store store;

    public Ledger(Store store) {
        this.store = store;
    }

    /** Where a merged id leads to. */
    Optional<String> redirect(String id) {
        return store.read(tables -> tables.clusters().redirect(id));
    }

    /** What is left of something once published and published no more; empty for ids never published. */
    Optional<Tombstone> gone(Snapshot snapshot, String id) {
        return store.read(tables -> tables.publications()
                .life(id)
                .map(life -> new Tombstone(
                        id,
                        life.publishedAt(),
                        snapshot.history().gone(id).map(gone -> gone.at()).orElse(null),
                        reason(tables.clusters().removals(id)))));
    }

    private static String reason(List<Removal> removals) {
        return removals.isEmpty()
                ? "Il ne touche plus aucune édition publiée, ou ses fiches sont désormais réunies dans un autre événement."
                : removals.stream()
                        .map(removal -> "Fiche de la source «\u202F%s\u202F»\u202F: %s."
                                .formatted(removal.source(), removal.because()))
                        .distinct()
                        .collect(Collectors.joining(" "));
    }
}
