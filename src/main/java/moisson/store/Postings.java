package moisson.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which records stand under which keys of the duplicate finder, and the number remembered beside the keys of each: what the
 * table of keys says the other way round. Some 80 bytes a record. Never changed: what is written makes others of it, which
 * share nearly all with it, so that a transaction can be given up and readers look on.
 */
final class Postings {
    static final Postings NONE = new Postings(List.of(), new long[0], new long[0][]);

    /** A posting is a key of at most 39 bits and the number of a record below it. */
    private static final int RECORD_BITS = 24;

    private static final long MOST_RECORDS = 1L << RECORD_BITS;

    /** A run of postings is merged into the one before when that is not so many times longer: few are searched. */
    private static final int LONGER = 8;
    /** Postings taken away are only noted, until there are so many. */
    private static final int MOST_GONE = 4096;

    private static final int LEAF_BITS = 10;
    private static final int LEAF = 1 << LEAF_BITS;

    /** Each sorted, the longest first. */
    private final List<long[]> runs;
    /** Those of the runs that are there no longer, sorted. */
    private final long[] gone;
    /** What is remembered beside the keys, by the number of the record. */
    private final long[][] glances;

    private Postings(List<long[]> runs, long[] gone, long[][] glances) {
        this.runs = runs;
        this.gone = gone;
        this.glances = glances;
    }

    static long posting(long key, long record) {
        if (record >= MOST_RECORDS) {
            throw new IllegalStateException("more records than can be looked up: " + record);
        }
        return (key << RECORD_BITS) | record;
    }

    /**
     * These and others.
     *
     * @param fewer postings that are here
     * @param more postings that are not
     * @param beside what is remembered beside the keys of some records
     */
    Postings with(long[] fewer, long[] more, Map<Long, Long> beside) {
        long[] away = sorted(fewer);
        long[] come = sorted(more);
        long[] back = common(come, gone);
        List<long[]> after = new ArrayList<>(runs);
        add(without(come, back), after);
        long[] missing = merged(without(gone, back), away);
        if (missing.length > MOST_GONE) {
            long[] all = after.stream().reduce(new long[0], Postings::merged);
            after.clear();
            add(without(all, missing), after);
            missing = new long[0];
        }
        return new Postings(List.copyOf(after), missing, glances(beside));
    }

    /** How many records stand under a key. */
    int count(long key) {
        int count = -places(gone, key);
        for (long[] run : runs) {
            count += places(run, key);
        }
        return count;
    }

    /** The records that stand under a key, each with what is remembered beside its keys. */
    Map<Long, Long> under(long key) {
        Map<Long, Long> under = new HashMap<>();
        for (long[] run : runs) {
            for (int at = first(run, key); at < run.length && run[at] >>> RECORD_BITS == key; at++) {
                if (gone.length == 0 || Arrays.binarySearch(gone, run[at]) < 0) {
                    long record = run[at] & (MOST_RECORDS - 1);
                    under.put(record, glance(record));
                }
            }
        }
        return under;
    }

    private long glance(long record) {
        int leaf = (int) (record >>> LEAF_BITS);
        return leaf < glances.length ? glances[leaf][(int) record & (LEAF - 1)] : 0;
    }

    private long[][] glances(Map<Long, Long> beside) {
        if (beside.isEmpty()) {
            return glances;
        }
        int leaves = 0;
        for (Long record : beside.keySet()) {
            leaves = Math.max(leaves, 1 + (int) (record >>> LEAF_BITS));
        }
        long[][] after = Arrays.copyOf(glances, Math.max(leaves, glances.length));
        for (int leaf = glances.length; leaf < after.length; leaf++) {
            after[leaf] = new long[LEAF];
        }
        BitSet own = new BitSet(after.length);
        own.set(glances.length, after.length);
        beside.forEach((record, glance) -> {
            int leaf = (int) (record >>> LEAF_BITS);
            if (!own.get(leaf)) {
                after[leaf] = after[leaf].clone();
                own.set(leaf);
            }
            after[leaf][(int) (record & (LEAF - 1))] = glance;
        });
        return after;
    }

    private static void add(long[] run, List<long[]> runs) {
        long[] last = run;
        while (!runs.isEmpty() && runs.getLast().length < (long) LONGER * last.length) {
            last = merged(runs.removeLast(), last);
        }
        if (last.length > 0) {
            runs.add(last);
        }
    }

    private static int places(long[] run, long key) {
        int from = run.length == 0 ? 0 : first(run, key);
        int to = from;
        while (to < run.length && run[to] >>> RECORD_BITS == key) {
            to++;
        }
        return to - from;
    }

    /** The place of the first posting of a key, or of what comes after it. */
    private static int first(long[] run, long key) {
        int place = Arrays.binarySearch(run, key << RECORD_BITS);
        return place < 0 ? -place - 1 : place;
    }

    private static long[] sorted(long[] postings) {
        long[] sorted = postings.clone();
        Arrays.parallelSort(sorted);
        return sorted;
    }

    private static long[] merged(long[] one, long[] other) {
        if (one.length == 0 || other.length == 0) {
            return one.length == 0 ? other : one;
        }
        long[] merged = new long[one.length + other.length];
        int i = 0;
        int j = 0;
        for (int k = 0; k < merged.length; k++) {
            merged[k] = j == other.length || (i < one.length && one[i] < other[j]) ? one[i++] : other[j++];
        }
        return merged;
    }

    private static long[] common(long[] some, long[] others) {
        if (some.length == 0 || others.length == 0) {
            return new long[0];
        }
        return Arrays.stream(some)
                .filter(posting -> Arrays.binarySearch(others, posting) >= 0)
                .toArray();
    }

    /** @param others sorted, all among the first */
    private static long[] without(long[] all, long[] others) {
        if (others.length == 0) {
            return all;
        }
        long[] left = new long[all.length];
        int size = 0;
        int next = 0;
        for (long posting : all) {
            if (next < others.length && others[next] == posting) {
                next++;
            } else {
                left[size++] = posting;
            }
        }
        return Arrays.copyOf(left, size);
    }
}
