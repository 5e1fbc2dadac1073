package moisson.deduplicate;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import moisson.event.EventId;
import moisson.event.Verdict;

/** What people decided, in rows. A pair that both words were said of stays apart. */
final class Rulings {
    private static final Comparator<long[]> BY_ROWS = Comparator.comparingLong(pair -> pair[0]);

    private final Map<Integer, Set<Integer>> apart = new HashMap<>();
    private final List<long[]> same;

    private Rulings(List<long[]> same) {
        this.same = same;
    }

    /** @param ids of the events, in rising order */
    static Rulings of(Collection<Verdict> verdicts, EventId[] ids) {
        List<long[]> same = verdicts.stream()
                .filter(Verdict::same)
                .map(verdict -> rows(verdict, ids))
                .filter(pair -> pair.length == 3)
                .sorted(BY_ROWS)
                .toList();
        Rulings rulings = new Rulings(same);
        for (Verdict verdict : verdicts) {
            long[] pair = rows(verdict, ids);
            if (!verdict.same() && pair.length == 3) {
                rulings.keepApart((int) pair[1], (int) pair[2]);
            }
        }
        return rulings;
    }

    /** Pairs to be joined: in the second and third place the rows. */
    List<long[]> same() {
        return same;
    }

    boolean apart(int left, int right) {
        return !apart.isEmpty() && apart.getOrDefault(left, Set.of()).contains(right);
    }

    boolean apart(int[] left, int[] right) {
        if (apart.isEmpty()) {
            return false;
        }
        for (int one : left) {
            Set<Integer> others = apart.getOrDefault(one, Set.of());
            if (Arrays.stream(right).anyMatch(others::contains)) {
                return true;
            }
        }
        return false;
    }

    private void keepApart(int left, int right) {
        apart.computeIfAbsent(left, row -> new HashSet<>()).add(right);
        apart.computeIfAbsent(right, row -> new HashSet<>()).add(left);
    }

    /** Empty when one of the events is not here, or when both are the same. */
    private static long[] rows(Verdict verdict, EventId[] ids) {
        long left = Arrays.binarySearch(ids, verdict.left());
        long right = Arrays.binarySearch(ids, verdict.right());
        if (left < 0 || right < 0 || left == right) {
            return new long[0];
        }
        long smaller = Math.min(left, right);
        long larger = Math.max(left, right);
        return new long[] {(smaller << 32) | larger, smaller, larger};
    }
}
