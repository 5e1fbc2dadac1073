package moisson.harvest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import moisson.event.Event;
import moisson.event.Field;
import moisson.event.Notice;
import moisson.event.NoticeCode;
import moisson.event.Source;
import moisson.event.SourceRecord;
import moisson.intake.RecordSink;
import moisson.normalize.Normalizer;
import moisson.reference.Editions;
import moisson.store.RecordTable;
import org.jspecify.annotations.Nullable;

/**
 * One reading of one delivery: each record is compared with what its source said before and written in the order it
 * comes, so that a delivery of any size passes through in small batches. Used by one thread.
 */
final class Passage implements RecordSink {
    private static final int BATCH = 1000;

    private final Source source;
    private final long run;
    private final Instant now;
    private final Normalizer normalizer;
    private final Editions editions;
    private final RecordTable table;
    private final Notices notices;
    private final Map<String, RecordTable.Known> known;
    /** Every key met, with the verbatim hash that tells a repetition from a clash. */
    private final Map<String, Integer> met = new HashMap<>();

    private final List<RecordTable.Kept> toKeep = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private final Set<String> withdrawn = new HashSet<>();
    private final Tally tally = new Tally();

    Passage(
            Source source,
            long run,
            Instant now,
            Normalizer normalizer,
            Editions editions,
            RecordTable table,
            Notices notices) {
        this.source = source;
        this.run = run;
        this.now = now;
        this.normalizer = normalizer;
        this.editions = editions;
        this.table = table;
        this.notices = notices;
        this.known = table.known(source.id());
    }

    @Override
    public void record(SourceRecord record, List<Notice> readerNotices) {
        tally.read();
        readerNotices.forEach(notices::add);
        String key = keyOf(record);
        Integer before = met.putIfAbsent(key, record.verbatim().hashCode());
        if (before != null) {
            repeated(record, before == record.verbatim().hashCode());
        } else if (record.first(Field.REMOVED).isPresent()) {
            withdraw(record, key);
        } else {
            keyed(record, key);
        }
    }

    @Override
    public void reject(Notice why) {
        tally.read();
        tally.rejected();
        notices.add(why);
        if (why.key() != null) {
            met.putIfAbsent(Keys.bounded(why.key().strip()), 0);
        }
    }

    @Override
    public void remark(Notice notice) {
        notices.add(notice);
    }

    /** Writes what is left of the last batch; when the delivery held everything, also what is absent from it. */
    Tally finish() {
        flush();
        table.seen(source.id(), seen, run);
        if (!withdrawn.isEmpty()) {
            table.remove(source.id(), withdrawn, now, "retiré par la source");
            tally.removed(withdrawn.size());
        }
        if (source.complete() && tally.readSoFar() > 0) {
            absent();
        }
        return tally;
    }

    Set<String> keysMet() {
        return met.keySet();
    }

    private void keyed(SourceRecord record, String key) {
        SourceRecord named = new SourceRecord(record.number(), record.place(), key, record.values(), record.verbatim());
        Optional<Event> event = normalizer.normalize(named, source, notices::add);
        if (event.isEmpty()) {
            tally.rejected();
            return;
        }
        if (editions.welcoming(event.get().when()).isEmpty()) {
            notices.add(Notice.about(
                    record,
                    NoticeCode.OUTSIDE_EDITIONS,
                    null,
                    event.get().when().firstDay().map(Object::toString).orElse(null)));
        }
        compare(named, key, event.get());
    }

    private void compare(SourceRecord record, String key, Event event) {
        RecordTable.Kept kept = RecordTable.Kept.of(event, record.place(), record.verbatim());
        RecordTable.Known before = known.get(key);
        if (before != null && before.removedAt() == null && before.hash().equals(kept.hash())) {
            tally.unchanged();
            seen.add(key);
            return;
        }
        if (before == null) {
            tally.created();
        } else {
            tally.updated();
        }
        toKeep.add(kept);
        if (toKeep.size() >= BATCH) {
            flush();
        }
    }

    private void withdraw(SourceRecord record, String key) {
        RecordTable.@Nullable Known before = known.get(key);
        if (before == null || before.removedAt() != null) {
            tally.unchanged();
            return;
        }
        notices.add(Notice.about(record, NoticeCode.REMOVED_AT_SOURCE, null, null));
        tally.updated();
        withdrawn.add(key);
    }

    private void repeated(SourceRecord record, boolean sameWords) {
        if (sameWords) {
            notices.add(Notice.about(record, NoticeCode.REPEATED_RECORD, null, record.key()));
            tally.unchanged();
        } else {
            notices.add(Notice.about(record, NoticeCode.DUPLICATE_KEY, null, record.key()));
            tally.rejected();
        }
    }

    /** Absent records stay published for the grace period; a record that could not be read counts as present. */
    private void absent() {
        Grace grace = new Grace(source, now);
        Set<String> missing = new HashSet<>();
        Set<String> gone = new HashSet<>();
        known.forEach((key, before) -> {
            if (before.removedAt() == null && !met.containsKey(key)) {
                (grace.isOver(before) ? gone : missing).add(key);
            }
        });
        table.missing(source.id(), missing, now);
        grace.remove(table, gone);
        tally.removed(gone.size());
    }

    private String keyOf(SourceRecord record) {
        if (record.key() != null && !record.key().isBlank()) {
            return Keys.bounded(record.key().strip());
        }
        notices.add(Notice.about(record, NoticeCode.MISSING_KEY, null, null));
        return Keys.fromWords(record);
    }

    private void flush() {
        table.keep(toKeep, run);
        toKeep.clear();
    }
}
