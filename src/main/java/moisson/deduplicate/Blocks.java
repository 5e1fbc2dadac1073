package moisson.deduplicate;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * All rows by blocking key, so built that every pair of rows comes up at most once. A key that too many rows have says
 * nothing and is passed over, so that a value repeated a hundred thousand times costs no more than its sorting.
 */
final class Blocks {
    static final int ROW_BITS = 24;
    static final int MOST_ROWS = 1 << ROW_BITS;
    /** More rows than this under one key, and nobody is looked up under it. */
    static final int CAP = 300;

    private static final int HEAP_BITS = 6;
    private static final int HEAPS = 1 << HEAP_BITS;

    private final long[] byRow;
    /** Where the keys of a row begin in {@code byRow}. */
    private final int[] starts;
    /** Where those end that are not passed over. */
    private final int[] ends;
    /** Key and row in one long, sorted. */
    private final long[] postings;
    /** How many rows have the title of each row on its first day. */
    private final int[] titles;

    private Blocks(long[] byRow, int[] starts, long[] postings) {
        this.byRow = byRow;
        this.starts = starts;
        this.ends = Arrays.copyOfRange(starts, 1, starts.length);
        this.postings = postings;
        this.titles = new int[ends.length];
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
        Blocks blocks = new Blocks(byRow, starts(byRow, profiles.length), sorted(byRow, workers));
        blocks.countTitles(profiles);
        blocks.passOverfull();
        return blocks;
    }

    int size() {
        return postings.length;
    }

    /** How many rows have the title of this one on its first day, itself included; 0 when it is the only one. */
    int titles(int row) {
        return titles[row];
    }

    /** Visits the pairs of the blocks that begin in this range of postings: each pair once, the smaller row first. */
    void visit(int from, int to, PairScoring pairs) {
        int start = from;
        while (start > 0 && start < postings.length && key(start) == key(start - 1)) {
            start++;
        }
        while (start < to) {
            int end = end(start);
            if (end - start <= CAP) {
                everyPair(start, end, pairs);
            }
            start = end;
        }
    }

    private void everyPair(int start, int end, PairScoring pairs) {
        long key = key(start);
        for (int i = start; i < end; i++) {
            for (int j = i + 1; j < end; j++) {
                if (firstCommon(row(i), row(j)) == key) {
                    pairs.meet(row(i), row(j));
                }
            }
        }
    }

    private long firstCommon(int left, int right) {
        int i = starts[left];
        int j = starts[right];
        while (i < ends[left] && j < ends[right]) {
            long one = byRow[i] >>> ROW_BITS;
            long other = byRow[j] >>> ROW_BITS;
            if (one == other) {
                return one;
            }
            if (one < other) {
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

    private int end(int start) {
        int end = start + 1;
        while (end < postings.length && key(end) == key(start)) {
            end++;
        }
        return end;
    }

    /** Keys are hashes: their first bits part them into heaps of nearly one size, which are sorted each by itself. */
    private static long[] sorted(long[] byRow, Workers workers) {
        int[] ends = new int[HEAPS + 1];
        for (long each : byRow) {
            ends[heap(each) + 1]++;
        }
        for (int heap = 0; heap < HEAPS; heap++) {
            ends[heap + 1] += ends[heap];
        }
        int[] starts = Arrays.copyOf(ends, HEAPS);
        long[] sorted = new long[byRow.length];
        for (long each : byRow) {
            sorted[starts[heap(each)]++] = each;
        }
        List<Integer> heaps = IntStream.range(0, HEAPS).boxed().toList();
        workers.each(heaps, heap -> {
            Arrays.sort(sorted, ends[heap], ends[heap + 1]);
            return heap;
        });
        return sorted;
    }

    private static int heap(long posting) {
        return (int) (posting >>> (BlockingKeys.BITS + ROW_BITS - HEAP_BITS));
    }

    private static int[] starts(long[] byRow, int rows) {
        int[] starts = new int[rows + 1];
        for (long each : byRow) {
            starts[(int) (each & (MOST_ROWS - 1)) + 1]++;
        }
        for (int row = 0; row < rows; row++) {
            starts[row + 1] += starts[row];
        }
        return starts;
    }

    private void countTitles(Profile[] profiles) {
        for (int start = 0; start < postings.length; ) {
            int end = end(start);
            // A title that nobody else bears is as good as not counted.
            for (int i = start; i < end && end - start > 1 && BlockingKeys.isTitle(key(start)); i++) {
                if (BlockingKeys.title(profiles[row(i)]) == key(start)) {
                    titles[row(i)] = end - start;
                }
            }
            start = end;
        }
    }

    private void passOverfull() {
        for (int start = 0; start < postings.length; ) {
            int end = end(start);
            for (int i = start; i < end && end - start > CAP; i++) {
                passOver(key(start), row(i));
            }
            start = end;
        }
    }

    private void passOver(long key, int row) {
        int at = Arrays.binarySearch(byRow, starts[row], ends[row], (key << ROW_BITS) | row);
        ends[row]--;
        System.arraycopy(byRow, at + 1, byRow, at, ends[row] - at);
    }
}
