package moisson.harvest;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import moisson.event.Change;
import moisson.event.Change.Action;
import moisson.event.Event;
import moisson.event.Field;
import moisson.event.Notice;
import moisson.event.NoticeCode;
import moisson.event.Plan;
import moisson.event.Source;
import moisson.event.SourceRecord;
import moisson.harvest.KnownTexts.Told;
import moisson.intake.RecordSink;
import moisson.intake.Row;
import moisson.normalize.Normalizer;
import moisson.reference.Editions;
import moisson.store.Kept;
import moisson.store.RecordTable.Former;
import moisson.store.RecordTable.Known;
import moisson.store.RecordTable.Reworded;
import moisson.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * One reading of one delivery: each record is compared with what its source said before, and what it would change is
 * written down, so that nothing is changed before the whole is judged. A record that says the same as last time costs one
 * sum. Used by one thread.
 */
final class Planning implements RecordSink {
    private static final int BATCH = 1000;

    private final Source source;
    private final Instant now;
    private final Normalizing normalizing;
    private final Rules rules;
    private final Keys keys;
    private final Store store;
    private final Spool spool;
    private final RollCall roll;
    private final int alive;
    private final KnownTexts texts;
    /** Sum of the text of the row that comes next as a record; 0 when it has none. */
    private final AtomicLong coming = new AtomicLong();

    /** Known records that say something else than last time, until their events are compared. */
    private final List<Kept> toCompare = new ArrayList<>();
    /** What makes each new record recognizable, by key. */
    private final Map<String, Long> news = new LinkedHashMap<>();

    private final Set<String> seen = new HashSet<>();
    private final List<Reworded> reworded = new ArrayList<>();
    private final Set<String> withdrawn = new HashSet<>();
    private final AtomicInteger unplaced = new AtomicInteger();
    private final Notices notices = new Notices();
    private final Changes changes = new Changes();
    private final Tally tally = new Tally();

    Planning(Source source, Instant now, Normalizer normalizer, Editions editions, Rules rules, Store store, Path aside)
            throws IOException {
        this.source = source;
        this.now = now;
        this.normalizing = new Normalizing(normalizer, editions, source);
        this.rules = rules;
        this.keys = new Keys(source);
        this.store = store;
        this.roll = new RollCall(source.id(), store);
        this.alive = roll.alive();
        this.texts = KnownTexts.of(aside, source.id(), rules.start());
        this.spool = new Spool(aside);
    }

    @Override
    public boolean again(long text, Supplier<String> place) {
        Told told = texts.find(text);
        Known before = told == null ? null : roll.again(told.key(), told::words);
        if (told == null || before == null) {
            return false;
        }
        tally.read();
        texts.keep(text, told);
        unchanged(told.key(), place, told.key(), before);
        return true;
    }

    @Override
    public boolean again(Row row) {
        String key = keys.of(row.key());
        // Notices tell the source's own key, and only that of the store is remembered.
        long text = key.equals(row.key()) ? row.text() : 0;
        Known before = keys.isPersonal(row.key()) ? null : roll.again(key, () -> rules.sum(row));
        if (before == null) {
            coming.set(text);
            return false;
        }
        tally.read();
        texts.keep(text, new Told(key, before.words()));
        unchanged(key, row::place, row.key(), before);
        return true;
    }

    @Override
    public void record(SourceRecord told, List<Notice> readerNotices) {
        tally.read();
        long text = coming.getAndSet(0);
        readerNotices.forEach(notice -> notices.add(keys.shown(notice)));
        SourceRecord record = keys.shown(told);
        if (keys.isPersonal(told.key())) {
            notices.add(Keys.personal(keys.of(record), record.place()));
        }
        String key = keyOf(record);
        long words = rules.sum(record);
        Long before = roll.meet(key, words);
        if (before != null) {
            repeated(record, before == words);
        } else if (record.first(Field.REMOVED).isPresent()) {
            withdraw(record, key);
        } else {
            keyed(record, new Told(key, words), readerNotices.isEmpty() ? text : 0);
        }
    }

    @Override
    public void reject(Notice why) {
        tally.read();
        tally.rejected();
        coming.set(0);
        notices.add(keys.shown(why));
        if (why.key() == null) {
            unplaced.incrementAndGet();
        } else {
            roll.meet(keys.of(why.key().strip()), 0);
        }
    }

    @Override
    public void remark(Notice notice) {
        notices.add(notice);
    }

    /** To be called when nothing came of the reading. */
    void discard() throws IOException {
        spool.close();
        texts.discard();
    }

    /** Judges what is absent, now that everything has been read. */
    Draft finish() throws IOException {
        texts.finish();
        compare();
        notices.fetch(keys -> store.read(tables -> tables.records().remarks(source.id(), keys)));
        tally.removed(withdrawn.size());
        Absences absences = new Absences(source, now, roll, store);
        Set<String> absent = source.complete() && tally.readSoFar() > 0 ? absences.found() : new HashSet<>();
        Map<String, String> renamed = absences.recognized(absent, news);
        tally.renamed(renamed.size());
        changes.renamed(renamed);
        // A rejected record that told no key may be any of the absent: then nothing is missing, nothing removed.
        Set<String> told = unplaced.get() == 0 ? absent : Set.of();
        Set<String> gone = absences.overdue(told);
        tally.removed(gone.size());
        Set<String> missing = new HashSet<>(told);
        missing.removeAll(gone);
        changes.all(Action.REMOVED, gone);
        changes.all(Action.ABSENT, missing);
        Plan plan = new Plan(
                alive,
                absent.size(),
                renamed.size(),
                unplaced.get(),
                changes.fields(),
                changes.examples(),
                new Judgement(source, store.read(tables -> tables.plans().past(source.id(), Judgement.MEMORY)))
                        .of(tally, alive, absent.size()));
        return new Draft(
                plan,
                tally,
                notices,
                roll.unmet(renamed.values()),
                spool,
                renamed,
                seen,
                reworded,
                missing,
                gone,
                withdrawn);
    }

    /** @param text sum of what it was read from; 0 when that is not to be known again */
    private void keyed(SourceRecord record, Told told, long text) {
        String key = told.key();
        long words = told.words();
        Known before = roll.before(key);
        if (before != null && before.lives() && before.words() == words) {
            texts.keep(text, told);
            unchanged(key, record::place, record.key(), before);
            return;
        }
        List<Notice> remarks = new ArrayList<>();
        Optional<Event> event = normalizing.event(record.keyed(key), remarks);
        remarks.forEach(notices::add);
        if (event.isEmpty()) {
            tally.rejected();
            return;
        }
        texts.keep(text, told);
        Kept kept = Kept.of(event.get(), record.place(), record.verbatim(), words, Freshness.of(record, now), remarks);
        if (before == null) {
            create(kept);
        } else {
            toCompare.add(kept);
            if (toCompare.size() >= BATCH) {
                compare();
            }
        }
    }

    private void create(Kept kept) {
        tally.created();
        spool.add(kept);
        changes.add(new Change(Action.CREATED, kept.id().key(), kept.title(), null, List.of()));
        if (alive > 0 && source.complete()) {
            news.put(kept.id().key(), kept.content());
        }
    }

    private void compare() {
        List<String> keys = toCompare.stream().map(kept -> kept.id().key()).toList();
        Map<String, Former> former = store.read(tables -> tables.records().former(source.id(), keys));
        for (Kept kept : toCompare) {
            String key = kept.id().key();
            Known before = roll.before(key);
            Former was = former.get(key);
            if (before != null && was != null && before.lives() && was.hash().equals(kept.hash())) {
                tally.unchanged();
                reworded.add(new Reworded(key, kept.words(), kept.changed(), kept.remarks(), kept.remarkCodes()));
                again(key, before);
            } else {
                tally.updated();
                spool.add(kept);
                List<String> fields = was == null ? List.of() : Differences.between(was.event(), kept.toEvent());
                changes.add(new Change(Action.UPDATED, key, kept.title(), null, fields));
            }
        }
        toCompare.clear();
    }

    private void unchanged(String key, Supplier<String> place, @Nullable String told, Known before) {
        tally.unchanged();
        notices.again(key, place, told, before.remarks());
        again(key, before);
    }

    private void again(String key, Known before) {
        if (before.missingSince() != null) {
            seen.add(key);
        }
    }

    private void withdraw(SourceRecord record, String key) {
        Known before = roll.before(key);
        if (before == null || !before.lives()) {
            tally.unchanged();
            return;
        }
        notices.add(Notice.about(record, NoticeCode.REMOVED_AT_SOURCE, null, null));
        changes.add(new Change(Action.REMOVED, key, null, null, List.of()));
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

    private String keyOf(SourceRecord record) {
        if (record.key() == null || record.key().isBlank()) {
            notices.add(Notice.about(record, NoticeCode.MISSING_KEY, null, null));
        }
        return keys.of(record);
    }
}
