package moisson.serve.portal;

import java.util.List;
import java.util.Optional;
import moisson.serve.view.Dates;
import moisson.serve.view.Words;
import moisson.store.ClusterTable;
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

    /** Why something once published is published no more, in a sentence; empty for ids never published. */
    Optional<String> gone(String id) {
        return store.read(tables -> tables.publications().life(id).map(life -> {
            List<ClusterTable.Entry> entries = tables.clusters().ledger(id);
            String last = entries.isEmpty() ? "" : " " + entries.getLast().change();
            return "Cet événement a été publié du " + new Dates(Words.in(false)).instant(life.publishedAt())
                    + " jusqu’à son retrait." + last;
        }));
    }
}
