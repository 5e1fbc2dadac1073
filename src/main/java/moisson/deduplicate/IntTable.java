package moisson.deduplicate;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;

/** From an int to an int, without boxing: sorted keys, binary search. */
final class IntTable {
    private final int[] keys;
    private final int[] values;

    private IntTable(int[] keys, int[] values) {
        this.keys = keys;
        this.values = values;
    }

    static IntTable of(Map<Integer, Integer> entries) {
        TreeMap<Integer, Integer> sorted = new TreeMap<>(entries);
        return new IntTable(
                sorted.keySet().stream().mapToInt(Integer::intValue).toArray(),
                sorted.values().stream().mapToInt(Integer::intValue).toArray());
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

    /** How often each value occurs; sorts the array it is given. */
    static IntTable counting(int[] occurrences) {
        Arrays.parallelSort(occurrences);
        int[] keys = new int[occurrences.length];
        int[] counts = new int[occurrences.length];
        int size = 0;
        for (int i = 0; i < occurrences.length; i++) {
            if (i == 0 || occurrences[i] != occurrences[i - 1]) {
                keys[size++] = occurrences[i];
            }
            counts[size - 1]++;
        }
        return new IntTable(Arrays.copyOf(keys, size), Arrays.copyOf(counts, size));
    }

    int get(int key, int otherwise) {
        int at = Arrays.binarySearch(keys, key);
        return at < 0 ? otherwise : values[at];
    }
}
