package moisson.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import moisson.event.Event;
import moisson.event.EventId;
import org.jdbi.v3.core.Handle;

/** What the duplicate finder remembers between harvests. Records are told by their numbers in {@link RecordTable}. */
public final class MatchingTable {
    private static final int BASE = 36;
    private static final long[] NONE = {};

    private final Handle handle;
    private final MatchingPairs pairs;

    MatchingTable(Handle handle) {
        this.handle = handle;
        this.pairs = new MatchingPairs(handle);
    }

    /** A pair worth a thought; the score is in thousandths of a bit. */
    public record Pair(long left, long right, int score, boolean part) {}

    /** A person's word on a pair. */
    public record Ruling(long left, long right, boolean same) {}

    /** The version under which all this was remembered; empty when nothing is. */
    public Optional<String> version() {
        return handle.createQuery("select version from matching_version")
                .mapTo(String.class)
                .findOne();
    }

    /** How many records are remembered, counted no further than to this number: counting costs what is counted. */
    public long count(long most) {
        return handle.createQuery("select count(*) from (select 1 from matching_keys limit :most) as counted")
                .bind("most", most)
                .mapTo(Long.class)
                .one();
    }

    /** The numbers of those that are records. */
    public Map<EventId, Long> numbers(Collection<EventId> ids) {
        Map<EventId, Long> numbers = new HashMap<>();
        Map<String, List<String>> bySource = ids.stream()
                .collect(Collectors.groupingBy(
                        EventId::source, LinkedHashMap::new, Collectors.mapping(EventId::key, Collectors.toList())));
        bySource.forEach((source, keys) -> Lists.forEach(
                handle,
                "select source, record_key, sequence from record where source = :source and record_key in (<values>)",
                keys,
                query -> query.bind("source", source),
                row -> numbers.put(new EventId(row.getString(1), row.getString(2)), row.getLong(3))));
        return numbers;
    }

    /** The events of those records that live. */
    public Map<Long, Event> events(Collection<Long> records) {
        Map<Long, Event> events = new HashMap<>();
        Lists.forEach(
                handle,
                "select sequence, event from record where sequence in (<values>) and removed_at is null",
                records,
                row -> events.put(row.getLong(1), EventJson.event(row.getString(2))));
        return events;
    }

    public Map<Long, Integer> sizes(Collection<Long> blocks) {
        Map<Long, Integer> sizes = new HashMap<>();
        Lists.forEach(
                handle,
                "select block, count(*) from matching_block where block in (<values>) group by block",
                blocks,
                row -> sizes.put(row.getLong(1), row.getInt(2)));
        return sizes;
    }

    /** The records that stand in each block, each with the number remembered beside its keys. */
    public Map<Long, Map<Long, Long>> under(Collection<Long> blocks) {
        Map<Long, Map<Long, Long>> under = new HashMap<>();
        Lists.forEach(
                handle,
                "select block, record, glance from matching_block where block in (<values>)",
                blocks,
                row -> under.computeIfAbsent(row.getLong(1), block -> new HashMap<>())
                        .put(row.getLong(2), row.getLong(3)));
        return under;
    }

    public Map<Long, long[]> keys(Collection<Long> records) {
        Map<Long, long[]> keys = new HashMap<>();
        Lists.forEach(
                handle,
                "select record, keys from matching_keys where record in (<values>)",
                records,
                row -> keys.put(row.getLong(1), parsed(row.getString(2))));
        return keys;
    }

    /** The number remembered beside the keys of each record; 0 when there is none. */
    public Map<Long, Long> glances(Collection<Long> records) {
        Map<Long, Long> glances = new HashMap<>();
        Lists.forEach(
                handle,
                "select record, glance from matching_keys where record in (<values>)",
                records,
                row -> glances.put(row.getLong(1), row.getLong(2)));
        return glances;
    }

    /**
     * From now on these records stand in these blocks and no others; in none, when there is none.
     *
     * @param glances the number to remember beside the keys of each record
     */
    public void keep(Map<Long, long[]> keys, Map<Long, Long> glances) {
        write(keys(keys.keySet()), glances(keys.keySet()), keys, glances);
    }

    /** The pairs that have one of these records on either side. */
    public List<Pair> pairs(Collection<Long> records) {
        return pairs.of(records);
    }

    public void replace(Collection<Pair> before, Collection<Pair> after) {
        pairs.replace(before, after);
    }

    /** Remembers this and nothing else; writes only what differs. */
    public void restart(String version, Map<Long, long[]> keys, Map<Long, Long> glances, Collection<Pair> after) {
        Map<Long, long[]> before = new HashMap<>();
        Map<Long, Long> glancesBefore = new HashMap<>();
        handle.createQuery("select record, keys, glance from matching_keys")
                .map((row, context) -> {
                    glancesBefore.put(row.getLong(1), row.getLong(3));
                    return before.put(row.getLong(1), parsed(row.getString(2)));
                })
                .list();
        Map<Long, long[]> all = new HashMap<>(keys);
        before.keySet().forEach(record -> all.putIfAbsent(record, NONE));
        write(before, glancesBefore, all, glances);
        pairs.replace(pairs.all(), after);
        handle.execute("delete from matching_version");
        handle.execute("insert into matching_version (version) values (?)", version);
        // Without statistics PostgreSQL reads a whole table for a list of numbers.
        for (String table : List.of("matching_block", "matching_keys", "matching_pair")) {
            handle.execute("analyze " + table);
        }
    }

    public List<Ruling> rulings(Collection<Long> records) {
        Set<Ruling> rulings = new HashSet<>();
        for (String side : List.of("left_record", "right_record")) {
            Lists.forEach(
                    handle,
                    "select left_record, right_record, same from verdict where " + side + " in (<values>)",
                    records,
                    row -> rulings.add(new Ruling(row.getLong(1), row.getLong(2), row.getInt(3) == 1)));
        }
        return List.copyOf(rulings);
    }

    /** Takes the records of which somebody said something since this was asked last. */
    public Set<Long> takeDue() {
        Set<Long> due = new HashSet<>(handle.createQuery("select record from matching_due")
                .mapTo(Long.class)
                .list());
        if (!due.isEmpty()) {
            handle.execute("delete from matching_due");
        }
        return due;
    }

    private record Posting(long block, long record, long glance) {}

    private void write(
            Map<Long, long[]> before, Map<Long, Long> glancesBefore, Map<Long, long[]> after, Map<Long, Long> glances) {
        List<Posting> gone = new ArrayList<>();
        List<Posting> come = new ArrayList<>();
        Map<Long, long[]> changed = new LinkedHashMap<>();
        after.keySet().stream().sorted().forEach(record -> {
            long[] old = before.getOrDefault(record, NONE);
            long[] now = after.getOrDefault(record, NONE);
            long glance = glances.getOrDefault(record, 0L);
            boolean same = glancesBefore.getOrDefault(record, 0L) == glance;
            if (!Arrays.equals(old, now) || !same) {
                changed.put(record, now);
                without(old, now).forEach(block -> gone.add(new Posting(block, record, glance)));
                without(now, same ? old : NONE).forEach(block -> come.add(new Posting(block, record, glance)));
            }
        });
        Batch.forEach(
                handle,
                "delete from matching_block where block = :block and record = :record",
                gone,
                (batch, posting) -> batch.bind("block", posting.block()).bind("record", posting.record()));
        // In the order of the table: a first harvest brings a million of them.
        come.sort(Comparator.comparingLong(Posting::block).thenComparingLong(Posting::record));
        Batch.forEach(
                handle,
                """
                insert into matching_block (block, record, glance) values (:block, :record, :glance)
                on conflict (block, record) do update set glance = excluded.glance""",
                come,
                (batch, posting) -> batch.bind("block", posting.block())
                        .bind("record", posting.record())
                        .bind("glance", posting.glance()));
        Map<Boolean, List<Map.Entry<Long, long[]>>> rows =
                changed.entrySet().stream().collect(Collectors.partitioningBy(row -> row.getValue().length > 0));
        Batch.forEach(
                handle,
                "delete from matching_keys where record = :record",
                rows.getOrDefault(false, List.of()),
                (batch, row) -> batch.bind("record", row.getKey()));
        Batch.forEach(
                handle,
                """
                insert into matching_keys (record, keys, glance) values (:record, :keys, :glance)
                on conflict (record) do update set keys = excluded.keys, glance = excluded.glance""",
                rows.getOrDefault(true, List.of()),
                (batch, row) -> batch.bind("record", row.getKey())
                        .bind("keys", text(row.getValue()))
                        .bind("glance", glances.getOrDefault(row.getKey(), 0L)));
    }

    private static List<Long> without(long[] keys, long[] others) {
        return Arrays.stream(keys)
                .filter(key -> Arrays.binarySearch(others, key) < 0)
                .boxed()
                .toList();
    }

    private static String text(long[] keys) {
        return Arrays.stream(keys).mapToObj(key -> Long.toString(key, BASE)).collect(Collectors.joining(" "));
    }

    private static long[] parsed(String text) {
        return Arrays.stream(text.split(" ", -1))
                .mapToLong(key -> Long.parseLong(key, BASE))
                .toArray();
    }
}
