package moisson.deduplicate;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/** From an int to an int, without boxing: open addressing, a quarter full. Keys are hashes, never 0. */
final class IntTable {
    private final int[] keys;
    private final int[] values;

    private IntTable(int size) {
        int slots = Integer.highestOneBit(Math.max(1, size)) * 4;
        this.keys = new int[slots];
        this.values = new int[slots];
    }

    static IntTable of(Map<Integer, Integer> entries) {
        IntTable table = new IntTable(entries.size());
        entries.forEach(table::put);
        return table;
    }

    /** From the hash of each word to a value made of its place among them. */
    static IntTable of(String words, IntUnaryOperator value) {
        String[] each = words.split(" ", -1);
        Map<Integer, Integer> entries = new HashMap<>();
        for (int i = 0; i < each.length; i++) {
            entries.put(Hashing.hash(each[i]), value.applyAsInt(i));
        }
        return of(entries);
    }

    private void put(int key, int value) {
        if (key == 0) {
            throw new IllegalArgumentException("0 is no hash");
        }
        int at = key & (keys.length - 1);
        while (keys[at] != 0) {
            at = (at + 1) & (keys.length - 1);
        }
        keys[at] = key;
        values[at] = value;
    }

    int get(int key, int otherwise) {
        int at = key & (keys.length - 1);
        while (keys[at] != 0) {
            if (keys[at] == key) {
                return values[at];
            }
            at = (at + 1) & (keys.length - 1);
        }
        return otherwise;
    }
}
