package moisson.harvest;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import moisson.event.EventId;
import moisson.event.Source;
import moisson.store.RecordTable;
import moisson.store.Tables;

/** Writes a draft into the store and renews the clusters it touches, inside the transaction of its run. */
final class Application {
    private final Source source;
    private final long run;
    private final Instant now;

    Application(Source source, long run, Instant now) {
        this.source = source;
        this.run = run;
        this.now = now;
    }

    void apply(Draft draft, Tables tables, Joining joining) {
        RecordTable records = tables.records();
        records.rename(source.id(), draft.renamed(), run);
        Set<EventId> changed = new HashSet<>();
        draft.spool().forEachBatch(batch -> {
            records.keep(batch, run);
            batch.forEach(kept -> changed.add(kept.id()));
        });
        records.reworded(source.id(), draft.reworded());
        records.seen(source.id(), draft.seen(), run);
        records.missing(source.id(), draft.missing(), now);
        new Grace(source, now).remove(records, draft.gone());
        records.remove(source.id(), draft.withdrawn(), now, "retiré par la source");
        Set<EventId> removed = new HashSet<>();
        draft.gone().forEach(key -> removed.add(new EventId(source.id(), key)));
        draft.withdrawn().forEach(key -> removed.add(new EventId(source.id(), key)));
        joining.update(tables, changed, removed, now);
    }
}
