package moisson.deduplicate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import moisson.event.EventId;

/**
 * Puts events into the order of their ids. Source by source, since the keys alone are half the work; and by the first
 * letters in which the keys of a source differ, kept side by side in one number: a million keys, each somewhere else in
 * memory, are then read once and not twenty times.
 */
final class InOrder {
    private static final int LETTERS = 5;
    private static final int LETTER_BITS = 7;
    /** All letters from there on are one: their keys are compared as a whole. */
    private static final int LAST_LETTER = 126;

    private static final int PLACES = Blocks.MOST_ROWS - 1;

    private InOrder() {}

    /** @throws IllegalArgumentException when two have one id */
    static <T> List<T> of(Collection<T> events, Function<T, EventId> id, Workers workers) {
        Map<String, List<T>> bySource = new HashMap<>();
        for (T event : events) {
            bySource.computeIfAbsent(id.apply(event).source(), source -> new ArrayList<>())
                    .add(event);
        }
        List<T> sorted = new ArrayList<>(events.size());
        workers.each(new TreeMap<>(bySource).values(), some -> byKey(some, id)).forEach(sorted::addAll);
        return sorted;
    }

    private static <T> List<T> byKey(List<T> events, Function<T, EventId> id) {
        String[] keys = new String[events.size()];
        Arrays.setAll(keys, i -> id.apply(events.get(i)).key());
        int from = commonBeginning(keys);
        long[] letters = new long[keys.length];
        for (int i = 0; i < keys.length; i++) {
            letters[i] = (letters(keys[i], from) << Blocks.ROW_BITS) | i;
        }
        Arrays.sort(letters);
        List<T> sorted = new ArrayList<>(keys.length);
        for (int start = 0; start < letters.length; ) {
            int end = start + 1;
            while (end < letters.length && alike(letters[start], letters[end])) {
                end++;
            }
            addByWholeKey(letters, start, end, events, id, sorted);
            start = end;
        }
        return sorted;
    }

    private static <T> void addByWholeKey(
            long[] letters, int start, int end, List<T> events, Function<T, EventId> id, List<T> into) {
        int first = into.size();
        for (int i = start; i < end; i++) {
            into.add(events.get((int) letters[i] & PLACES));
        }
        if (end - start == 1) {
            return;
        }
        List<T> tied = into.subList(first, into.size());
        tied.sort(Comparator.comparing(event -> id.apply(event).key()));
        for (int i = 1; i < tied.size(); i++) {
            EventId one = id.apply(tied.get(i));
            if (one.equals(id.apply(tied.get(i - 1)))) {
                throw new IllegalArgumentException("two events have the id " + one);
            }
        }
    }

    private static boolean alike(long one, long other) {
        return one >>> Blocks.ROW_BITS == other >>> Blocks.ROW_BITS;
    }

    /** How many letters all keys begin with. */
    private static int commonBeginning(String[] keys) {
        int common = keys[0].length();
        for (String key : keys) {
            int i = 0;
            while (i < common && i < key.length() && key.charAt(i) == keys[0].charAt(i)) {
                i++;
            }
            common = i;
        }
        return common;
    }

    /** The next letters of a key in one number, in the order of keys; nothing comes before any letter. */
    private static long letters(String key, int from) {
        long letters = 0;
        for (int i = from; i < from + LETTERS; i++) {
            int letter = i < key.length() ? 1 + Math.min(key.charAt(i), LAST_LETTER - 1) : 0;
            letters = (letters << LETTER_BITS) | letter;
        }
        return letters;
    }
}
