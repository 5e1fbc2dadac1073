package moisson.harvest;

import java.time.Instant;
import moisson.event.Source;
import moisson.store.RecordTable;
import moisson.store.Tables;

/** Writes a draft into the store, inside the transaction of its run. */
final class Application {
    private final Source source;
    private final long run;
    private final Instant now;

    Application(Source source, long run, Instant now) {
        this.source = source;
        this.run = run;
        this.now = now;
    }

    /** Answers true when anything that duplicates depend on has changed. */
    boolean apply(Draft draft, Tables tables) {
        RecordTable records = tables.records();
        records.rename(source.id(), draft.renamed(), run);
        draft.spool().forEachBatch(batch -> records.keep(batch, run));
        records.reworded(source.id(), draft.reworded());
        records.seen(source.id(), draft.seen(), run);
        records.missing(source.id(), draft.missing(), now);
        new Grace(source, now).remove(records, draft.gone());
        records.remove(source.id(), draft.withdrawn(), now, "retiré par la source");
        return !draft.spool().isEmpty() || !draft.gone().isEmpty() || !draft.withdrawn().isEmpty();
    }
}
