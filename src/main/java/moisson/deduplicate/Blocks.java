package moisson.deduplicate;

import java.util.Arrays;
import java.util.List;

/**
 * All rows by blocking key, so built that every pair of rows comes up at most once, and that a value repeated a
 * hundred thousand times costs no more than its share: in an overfull block a row meets only its neighbours.
 */
final class Blocks {
    static final int ROW_BITS = 24;
    static final int MOST_ROWS = 1 << ROW_BITS;

    private static final int CAP = 300;
    private static final int WINDOW = 24;
    /** Marks the keys of overfull blocks, and makes them the last ones a pair is looked for under. */
    private static final long OVERFULL = 1L << BlockingKeys.BITS;

    private final Profile[] profiles;
    private final long[][] keys;
    /** Key and row in one long, sorted. */
    private final long[] postings;

    private Blocks(Profile[] profiles, long[][] keys, long[] postings) {
        this.profiles = profiles;
        this.keys = keys;
        this.postings = postings;
    }

    static Blocks of(Profile[] profiles, Workers workers) {
        List<Longs> parts = workers.split(profiles.length, (from, to) -> {
            Longs part = new Longs();
            for (int row = from; row < to; row++) {
                for (long key : BlockingKeys.of(profiles[row])) {
                    part.add((key << ROW_BITS) | row);
                }
            }
            return part;
        });
        long[] byRow = Longs.concat(parts);
        long[] postings = byRow.clone();
        Arrays.parallelSort(postings);
        long[][] keys = keys(byRow, profiles.length);
        markOverfull(postings, keys);
        return new Blocks(profiles, keys, postings);
    }

    int size() {
        return postings.length;
    }

    /** Visits the pairs of the blocks that begin in this range of postings: each pair once, the smaller row first. */
    void visit(int from, int to, PairScoring pairs) {
        int start = from;
        while (start > 0 && start < postings.length && key(start) == key(start - 1)) {
            start++;
        }
        while (start < to) {
            int end = end(postings, start);
            if (end - start > CAP) {
                neighbours(start, end, pairs);
            } else {
                everyPair(start, end, pairs);
            }
            start = end;
        }
    }

    private void everyPair(int start, int end, PairScoring pairs) {
        long key = key(start);
        for (int i = start; i < end; i++) {
            for (int j = i + 1; j < end; j++) {
                meet(row(i), row(j), key, pairs);
            }
        }
    }

    private void neighbours(int start, int end, PairScoring pairs) {
        long[] order = new long[end - start];
        for (int i = start; i < end; i++) {
            Profile profile = profiles[row(i)];
            int word = profile.rarestWord() >>> 16;
            int sign = profile.traits().titleSign() >>> 16;
            order[i - start] = ((((long) word << 16) | sign) << ROW_BITS) | row(i);
        }
        Arrays.sort(order);
        for (int i = 0; i < order.length; i++) {
            for (int j = i + 1; j < Math.min(order.length, i + WINDOW); j++) {
                int one = (int) (order[i] & (MOST_ROWS - 1));
                int other = (int) (order[j] & (MOST_ROWS - 1));
                meet(Math.min(one, other), Math.max(one, other), key(start) | OVERFULL, pairs);
            }
        }
    }

    private void meet(int left, int right, long key, PairScoring pairs) {
        if (firstCommon(keys[left], keys[right]) == key) {
            pairs.meet(left, right);
        }
    }

    private static long firstCommon(long[] left, long[] right) {
        int i = 0;
        int j = 0;
        while (i < left.length && j < right.length) {
            if (left[i] == right[j]) {
                return left[i];
            }
            if (left[i] < right[j]) {
                i++;
            } else {
                j++;
            }
        }
        return -1;
    }

    private long key(int posting) {
        return postings[posting] >>> ROW_BITS;
    }

    private int row(int posting) {
        return (int) (postings[posting] & (MOST_ROWS - 1));
    }

    private static int end(long[] postings, int start) {
        int end = start + 1;
        while (end < postings.length && postings[end] >>> ROW_BITS == postings[start] >>> ROW_BITS) {
            end++;
        }
        return end;
    }

    private static long[][] keys(long[] byRow, int rows) {
        long[][] keys = new long[rows][];
        int at = 0;
        for (int row = 0; row < rows; row++) {
            int from = at;
            while (at < byRow.length && (byRow[at] & (MOST_ROWS - 1)) == row) {
                at++;
            }
            keys[row] = new long[at - from];
            for (int i = from; i < at; i++) {
                keys[row][i - from] = byRow[i] >>> ROW_BITS;
            }
        }
        return keys;
    }

    private static void markOverfull(long[] postings, long[][] keys) {
        for (int start = 0; start < postings.length; ) {
            int end = end(postings, start);
            if (end - start > CAP) {
                long key = postings[start] >>> ROW_BITS;
                for (int i = start; i < end; i++) {
                    long[] mine = keys[(int) (postings[i] & (MOST_ROWS - 1))];
                    mine[Arrays.binarySearch(mine, key)] |= OVERFULL;
                    Arrays.sort(mine);
                }
            }
            start = end;
        }
    }
}
