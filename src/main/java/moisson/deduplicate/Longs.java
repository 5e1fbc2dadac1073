package moisson.deduplicate;

import java.util.ArrayList;
import java.util.List;

/** A growing list of longs, in blocks, so that growing copies nothing. */
final class Longs {
    private static final int BLOCK = 1 << 13;

    private final List<long[]> blocks = new ArrayList<>();
    private final int[] size = new int[1];

    void add(long value) {
        int within = size[0] & (BLOCK - 1);
        if (within == 0) {
            blocks.add(new long[BLOCK]);
        }
        blocks.getLast()[within] = value;
        size[0]++;
    }

    static long[] concat(List<Longs> lists) {
        long[] all = new long
                [Math.toIntExact(lists.stream().mapToLong(list -> list.size[0]).sum())];
        int at = 0;
        for (Longs list : lists) {
            for (int i = 0; i < list.size[0]; i += BLOCK) {
                int count = Math.min(BLOCK, list.size[0] - i);
                System.arraycopy(list.blocks.get(i / BLOCK), 0, all, at, count);
                at += count;
            }
        }
        return all;
    }
}
