package moisson.deduplicate;

import java.util.Arrays;

/** A growing list of ints, for a handful of them: no boxes, no streams. */
final class Ints {
    private static final int FEW = 8;

    private final int[][] values = {new int[FEW]};
    private final int[] size = new int[1];

    void add(int value) {
        if (size[0] == values[0].length) {
            values[0] = Arrays.copyOf(values[0], size[0] * 2);
        }
        values[0][size[0]++] = value;
    }

    int[] toArray() {
        return Arrays.copyOf(values[0], size[0]);
    }

    /** Sorted, each once. */
    int[] toSet() {
        Arrays.sort(values[0], 0, size[0]);
        int kept = 0;
        for (int i = 0; i < size[0]; i++) {
            if (i == 0 || values[0][i] != values[0][i - 1]) {
                values[0][kept++] = values[0][i];
            }
        }
        size[0] = kept;
        return toArray();
    }
}
