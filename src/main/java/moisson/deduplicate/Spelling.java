package moisson.deduplicate;

/** Tells whether two words are the same but for a slip of the pen. Allocates nothing: millions of words are compared. */
final class Spelling {
    private static final int SHORTEST = 4;
    private static final int LONG = 8;
    private static final int LONGEST = 40;

    private final int[] older = new int[LONGEST + 1];
    private final int[] old = new int[LONGEST + 1];
    private final int[] now = new int[LONGEST + 1];

    /** One letter wrong, missing, doubled or swapped; two in words of 8 letters and more. */
    boolean alike(String left, int leftFrom, int leftTo, String right, int rightFrom, int rightTo) {
        int shorter = Math.min(leftTo - leftFrom, rightTo - rightFrom);
        int longer = Math.max(leftTo - leftFrom, rightTo - rightFrom);
        int most = longer >= LONG ? 2 : 1;
        if (shorter < SHORTEST || longer > LONGEST || longer - shorter > most) {
            return false;
        }
        // A first letter is rarely wrong, and asking for it saves most of the work.
        if (left.charAt(leftFrom) != right.charAt(rightFrom)
                && left.charAt(leftFrom + 1) != right.charAt(rightFrom + 1)
                && left.charAt(leftFrom) != right.charAt(rightFrom + 1)) {
            return false;
        }
        return distance(left, leftFrom, leftTo, right, rightFrom, rightTo, most) <= most;
    }

    /** Optimal string alignment: Levenshtein with swaps of neighbours; gives up beyond {@code most}. */
    private int distance(String left, int leftFrom, int leftTo, String right, int rightFrom, int rightTo, int most) {
        int width = rightTo - rightFrom;
        for (int j = 0; j <= width; j++) {
            old[j] = j;
        }
        for (int i = 1; i <= leftTo - leftFrom; i++) {
            int least = row(left, leftFrom, i, right, rightFrom, width);
            if (least > most) {
                return most + 1;
            }
            System.arraycopy(old, 0, older, 0, width + 1);
            System.arraycopy(now, 0, old, 0, width + 1);
        }
        return old[width];
    }

    private int row(String left, int leftFrom, int i, String right, int rightFrom, int width) {
        now[0] = i;
        int least = i;
        char c = left.charAt(leftFrom + i - 1);
        for (int j = 1; j <= width; j++) {
            char d = right.charAt(rightFrom + j - 1);
            int cost = Math.min(Math.min(old[j], now[j - 1]) + 1, old[j - 1] + (c == d ? 0 : 1));
            if (i > 1 && j > 1 && c == right.charAt(rightFrom + j - 2) && left.charAt(leftFrom + i - 2) == d) {
                cost = Math.min(cost, older[j - 2] + 1);
            }
            now[j] = cost;
            least = Math.min(least, cost);
        }
        return least;
    }
}
