package moisson.store;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import moisson.store.Newcomers.Book;
import org.jdbi.v3.core.Handle;

/** The keys of each record, as they are written: numbers in base 36 with a space between them, and one number beside. */
final class MatchingKeys {
    private static final int BASE = 36;
    private static final Row NOTHING = new Row(new long[0], 0);

    private final Handle handle;
    private final Newcomers newcomers;
    private final Recollection recollection;

    MatchingKeys(Handle handle, Recollection recollection, Newcomers newcomers) {
        this.handle = handle;
        this.newcomers = newcomers;
        this.recollection = recollection;
    }

    /** What is written of a record; no keys when nothing is. */
    @SuppressWarnings("ArrayRecordComponent") // compared by what it holds, in one place
    private record Row(long[] keys, long glance) {
        boolean same(Row other) {
            return glance == other.glance && Arrays.equals(keys, other.keys);
        }
    }

    /** A record whose row is another one now. */
    private record Change(long record, Row before, Row after) {}

    Map<Long, long[]> of(Collection<Long> records) {
        Map<Long, long[]> keys = new HashMap<>();
        rows(records).forEach((record, row) -> keys.put(record, row.keys()));
        return keys;
    }

    Map<Long, Long> glances(Collection<Long> records) {
        Map<Long, Long> glances = new HashMap<>();
        rows(records).forEach((record, row) -> glances.put(record, row.glance()));
        return glances;
    }

    /** These records have these keys and no others; none, when there is none. */
    void keep(Map<Long, long[]> keys, Map<Long, Long> glances) {
        List<Change> changes = changes(rows(keys.keySet()), keys, glances);
        if (!changes.isEmpty()) {
            // Made of the table where the process has none: before it changes.
            Postings before = recollection.postings();
            write(changes);
            recollection.become(after(changes, before));
        }
    }

    /** The same, and no other record has any. */
    void restart(Map<Long, long[]> keys, Map<Long, Long> glances) {
        Map<Long, Row> before = all();
        Map<Long, long[]> after = new HashMap<>(keys);
        before.keySet().forEach(record -> after.putIfAbsent(record, NOTHING.keys()));
        write(changes(before, after, glances));
        List<Change> everything = keys.entrySet().stream()
                .map(row -> new Change(row.getKey(), NOTHING, row(row.getKey(), row.getValue(), glances)))
                .toList();
        recollection.become(after(everything, Postings.NONE));
    }

    static long[] parsed(String text) {
        int size = 1;
        for (int i = 0; i < text.length(); i++) {
            size += text.charAt(i) == ' ' ? 1 : 0;
        }
        long[] keys = new long[size];
        int from = 0;
        for (int key = 0; key < size; key++) {
            int space = text.indexOf(' ', from);
            int to = space < 0 ? text.length() : space;
            keys[key] = Long.parseLong(text, from, to, BASE);
            from = to + 1;
        }
        return keys;
    }

    private static String text(long[] keys) {
        StringBuilder text = new StringBuilder();
        for (long key : keys) {
            text.append(text.isEmpty() ? "" : " ").append(Long.toString(key, BASE));
        }
        return text.toString();
    }

    private static Row row(Long record, long[] keys, Map<Long, Long> glances) {
        return new Row(keys, glances.getOrDefault(record, 0L));
    }

    /** In the order of records. */
    private static List<Change> changes(Map<Long, Row> before, Map<Long, long[]> keys, Map<Long, Long> glances) {
        return keys.entrySet().stream()
                .map(now -> new Change(
                        now.getKey(),
                        before.getOrDefault(now.getKey(), NOTHING),
                        row(now.getKey(), now.getValue(), glances)))
                .filter(change -> !change.before().same(change.after()))
                .sorted((one, other) -> Long.compare(one.record(), other.record()))
                .toList();
    }

    private static Postings after(List<Change> changes, Postings before) {
        LongStream.Builder gone = LongStream.builder();
        LongStream.Builder come = LongStream.builder();
        Map<Long, Long> glances = HashMap.newHashMap(changes.size());
        for (Change change : changes) {
            without(change.before().keys(), change.after().keys(), change.record(), gone);
            without(change.after().keys(), change.before().keys(), change.record(), come);
            glances.put(change.record(), change.after().glance());
        }
        return before.with(gone.build().toArray(), come.build().toArray(), glances);
    }

    /** @param others rising */
    private static void without(long[] keys, long[] others, long record, LongStream.Builder into) {
        for (long key : keys) {
            if (others.length == 0 || Arrays.binarySearch(others, key) < 0) {
                into.add(Postings.posting(key, record));
            }
        }
    }

    private void write(List<Change> changes) {
        newcomers.written(Book.KEYS);
        Batch.forEach(
                handle,
                "delete from matching_keys where record = :record",
                changes.stream()
                        .filter(change -> change.after().keys().length == 0)
                        .toList(),
                (batch, change) -> batch.bind("record", change.record()));
        Batch.forEach(
                handle,
                """
                insert into matching_keys (record, keys, glance) values (:record, :keys, :glance)
                on conflict (record) do update set keys = excluded.keys, glance = excluded.glance""",
                changes.stream()
                        .filter(change -> change.after().keys().length > 0)
                        .toList(),
                (batch, change) -> batch.bind("record", change.record())
                        .bind("keys", text(change.after().keys()))
                        .bind("glance", change.after().glance()));
    }

    private Map<Long, Row> all() {
        Map<Long, Row> rows = new HashMap<>();
        handle.createQuery("select record, keys, glance from matching_keys")
                .map((row, context) -> rows.put(row.getLong(1), new Row(parsed(row.getString(2)), row.getLong(3))))
                .forEach(any -> {});
        return rows;
    }

    private Map<Long, Row> rows(Collection<Long> records) {
        Map<Long, Row> rows = new HashMap<>();
        Lists.forEach(
                handle,
                "select record, keys, glance from matching_keys where record in (<values>)",
                newcomers.known(records, Book.KEYS),
                row -> rows.put(row.getLong(1), new Row(parsed(row.getString(2)), row.getLong(3))));
        return rows;
    }
}
