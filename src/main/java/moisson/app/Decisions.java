package moisson.app;

import java.util.function.Supplier;
import moisson.event.Run;
import moisson.event.Source;
import moisson.harvest.Harvest;
import moisson.store.Store;

/** What a person decides about a held harvest, by its number alone. */
final class Decisions {
    private final Store store;
    private final Supplier<SourceCatalogue> sources;
    private final Harvest harvest;

    Decisions(Store store, Supplier<SourceCatalogue> sources, Harvest harvest) {
        this.store = store;
        this.sources = sources;
        this.harvest = harvest;
    }

    /**
     * Applies it, whatever it changes.
     *
     * @throws IllegalArgumentException when there is none of that number, it waits for nobody, or its source is gone
     */
    Run accept(long held) {
        return harvest.accept(source(held), held);
    }

    /** @throws IllegalArgumentException with the same rule */
    Run refuse(long held) {
        harvest.refuse(source(held), held);
        return run(held);
    }

    private Source source(long held) {
        return sources.get().get(run(held).source());
    }

    private Run run(long id) {
        return store.read(tables -> tables.runs().find(id))
                .orElseThrow(() -> new IllegalArgumentException("Aucune moisson ne porte le numéro " + id + "."));
    }
}
