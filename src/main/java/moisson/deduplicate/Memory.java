package moisson.deduplicate;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import moisson.event.Event;

/**
 * What is remembered of earlier comparisons, so that a change costs what changed and no more. Records are told by their
 * numbers. Everything is asked for many records at once: an answer may come from a database.
 */
public interface Memory {
    /**
     * Two records that share a key and are worth a thought; or siblings, which never are the same but bear on others, with a
     * score of 0.
     *
     * @param left whose id is the smaller
     * @param score in thousandths of a bit, at most 65,535
     * @param part whether the sessions of one are a part of the other's
     */
    record Pair(long left, long right, int score, boolean part) {}

    /** A person's word on two records. */
    record Ruling(long left, long right, boolean same) {}

    /**
     * Where records are found again.
     *
     * @param keys rising, by record
     * @param glances by record: one number that often is enough to say that two records have nothing in common
     */
    record Kept(Map<Long, long[]> keys, Map<Long, Long> glances) {}

    /** The events of those records that live. */
    Map<Long, Event> events(Collection<Long> records);

    /** How many records are kept under each key; keys of nobody may be missing. */
    Map<Long, Integer> sizes(Collection<Long> keys);

    /** The records kept under each key, each with its glance; keys of nobody may be missing. */
    Map<Long, Map<Long, Long>> under(Collection<Long> keys);

    /** The keys under which records are kept, rising; records kept under none may be missing. */
    Map<Long, long[]> keys(Collection<Long> records);

    /** From now on these records are kept under these keys and no others; under none when there is none. */
    void keep(Kept records);

    /** The pairs kept with one of these records on either side. */
    List<Pair> pairs(Collection<Long> records);

    /** Forgets some pairs and keeps others; a pair in both stays. */
    void replace(Collection<Pair> before, Collection<Pair> after);

    /** Forgets all keys and pairs, and remembers these. */
    void restart(Kept records, Collection<Pair> pairs);

    /** What people said of pairs with one of these records on either side. */
    List<Ruling> rulings(Collection<Long> records);

    /** The living records that stand in a cluster to which one of these belongs, or belonged before it was removed. */
    Collection<Long> companions(Collection<Long> records);
}
