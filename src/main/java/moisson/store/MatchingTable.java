package moisson.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import moisson.event.Event;
import moisson.event.EventId;
import org.jdbi.v3.core.Handle;

/** What the duplicate finder remembers between harvests. Records are told by their numbers in {@link RecordTable}. */
public final class MatchingTable {
    private final Handle handle;
    private final Recollection recollection;
    private final MatchingKeys keys;
    private final MatchingPairs pairs;

    MatchingTable(Handle handle, Recollection recollection, Newcomers newcomers) {
        this.handle = handle;
        this.recollection = recollection;
        this.keys = new MatchingKeys(handle, recollection, newcomers);
        this.pairs = new MatchingPairs(handle, newcomers);
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
        return RecordNumbers.known(handle, ids);
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

    /** How many records stand in each block; those of nobody are not named. */
    public Map<Long, Integer> sizes(Collection<Long> blocks) {
        Postings postings = recollection.postings();
        Map<Long, Integer> sizes = HashMap.newHashMap(blocks.size());
        for (Long block : blocks) {
            int size = postings.count(block);
            if (size > 0) {
                sizes.put(block, size);
            }
        }
        return sizes;
    }

    /** The records that stand in each block, each with the number remembered beside its keys. */
    public Map<Long, Map<Long, Long>> under(Collection<Long> blocks) {
        Postings postings = recollection.postings();
        Map<Long, Map<Long, Long>> under = HashMap.newHashMap(blocks.size());
        for (Long block : blocks) {
            Map<Long, Long> records = postings.under(block);
            if (!records.isEmpty()) {
                under.put(block, records);
            }
        }
        return under;
    }

    public Map<Long, long[]> keys(Collection<Long> records) {
        return keys.of(records);
    }

    /** The number remembered beside the keys of each record; 0 when there is none. */
    public Map<Long, Long> glances(Collection<Long> records) {
        return keys.glances(records);
    }

    /**
     * From now on these records stand in these blocks and no others; in none, when there is none.
     *
     * @param glances the number to remember beside the keys of each record
     */
    public void keep(Map<Long, long[]> blocks, Map<Long, Long> glances) {
        keys.keep(blocks, glances);
    }

    /** The pairs that have one of these records on either side. */
    public List<Pair> pairs(Collection<Long> records) {
        return pairs.of(records);
    }

    public void replace(Collection<Pair> before, Collection<Pair> after) {
        pairs.replace(before, after);
    }

    /** Remembers this and nothing else; writes only what differs. */
    public void restart(String version, Map<Long, long[]> blocks, Map<Long, Long> glances, Collection<Pair> after) {
        keys.restart(blocks, glances);
        pairs.replace(pairs.all(), after);
        handle.execute("delete from matching_version");
        handle.execute("insert into matching_version (version) values (?)", version);
        // Without statistics PostgreSQL reads a whole table for a list of numbers.
        for (String table : List.of("matching_keys", "matching_pair")) {
            handle.execute("analyze " + table);
        }
    }

    public List<Ruling> rulings(Collection<Long> records) {
        Set<Ruling> rulings = new HashSet<>();
        if (records.isEmpty()
                || handle.createQuery("select 1 from verdict limit 1")
                        .mapTo(Integer.class)
                        .findOne()
                        .isEmpty()) {
            return List.of();
        }
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
}
