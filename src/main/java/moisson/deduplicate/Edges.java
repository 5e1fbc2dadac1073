package moisson.deduplicate;

import java.util.Arrays;
import java.util.List;

/**
 * Pairs worth a thought, the best first, ties by row. One pair is one long: its score turned round in thousandths of a
 * bit, then both rows; sorting them needs no object.
 */
final class Edges {
    private static final int SCORE_MOST = 0xffff;
    private static final int ROW = Blocks.MOST_ROWS - 1;

    private final long[] sorted;

    private Edges(long[] sorted) {
        this.sorted = sorted;
    }

    static long pack(double score, int left, int right) {
        long turned = SCORE_MOST - Math.max(0, Math.min(SCORE_MOST, Math.round(score * 1000)));
        return (((turned << Blocks.ROW_BITS) | left) << Blocks.ROW_BITS) | right;
    }

    static Edges of(List<Longs> parts) {
        long[] all = Longs.concat(parts);
        flip(all);
        Arrays.sort(all);
        flip(all);
        return new Edges(all);
    }

    /** The first 16 bits are all used: sorts as if longs had no sign. */
    private static void flip(long[] all) {
        for (int i = 0; i < all.length; i++) {
            all[i] ^= Long.MIN_VALUE;
        }
    }

    int size() {
        return sorted.length;
    }

    double score(int edge) {
        return (SCORE_MOST - (sorted[edge] >>> (2 * Blocks.ROW_BITS))) / 1000.0;
    }

    /** The score in thousandths of a bit. */
    int thousandths(int edge) {
        return SCORE_MOST - (int) (sorted[edge] >>> (2 * Blocks.ROW_BITS));
    }

    int left(int edge) {
        return (int) (sorted[edge] >>> Blocks.ROW_BITS) & ROW;
    }

    int right(int edge) {
        return (int) sorted[edge] & ROW;
    }

    int other(int edge, int row) {
        return left(edge) == row ? right(edge) : left(edge);
    }
}
