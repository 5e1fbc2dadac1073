package moisson.deduplicate;

/**
 * Whether two texts are one but for slips of the hand: "Visitel ibre", "Cconert", "Industri'elle". Words alone do not show
 * that, once a space has moved. Numbers and short words must be equal: they tell look-alikes apart.
 */
final class Slips {
    /** A letter wrong, missing, doubled or swapped, or a space. */
    private static final int MOST = 2;

    private static final int SHORTEST_TEXT = 6;
    private static final int SHORTEST_WORD = 4;

    private Slips() {}

    /** Of folded texts, one space between words. */
    static boolean only(String left, String right) {
        int shorter = Math.min(left.length(), right.length());
        return shorter >= SHORTEST_TEXT
                && Math.abs(left.length() - right.length()) <= MOST
                && only(left, 0, right, 0, MOST);
    }

    /** Of folded texts: the same letters in the same order, whatever the spaces. */
    static boolean spacing(String left, String right) {
        int j = 0;
        for (int i = 0; i < left.length(); i++) {
            if (left.charAt(i) == ' ') {
                continue;
            }
            while (j < right.length() && right.charAt(j) == ' ') {
                j++;
            }
            if (j == right.length() || right.charAt(j++) != left.charAt(i)) {
                return false;
            }
        }
        return j == right.length() && j > 0;
    }

    private static boolean only(String left, int from, String right, int to, int most) {
        int i = from;
        int j = to;
        while (i < left.length() && j < right.length() && left.charAt(i) == right.charAt(j)) {
            i++;
            j++;
        }
        if (i == left.length() && j == right.length()) {
            return true;
        }
        if (most == 0 || number(left, i) || number(right, j)) {
            return false;
        }
        if (swapped(left, i, right, j) && only(left, i + 2, right, j + 2, most - 1)) {
            return true;
        }
        if (Math.max(word(left, i), word(right, j)) < SHORTEST_WORD) {
            return false;
        }
        return (i < left.length() && only(left, i + 1, right, j, most - 1))
                || (j < right.length() && only(left, i, right, j + 1, most - 1))
                || (i < left.length() && j < right.length() && only(left, i + 1, right, j + 1, most - 1));
    }

    private static boolean swapped(String left, int i, String right, int j) {
        return i + 1 < left.length()
                && j + 1 < right.length()
                && left.charAt(i) == right.charAt(j + 1)
                && left.charAt(i + 1) == right.charAt(j)
                && !number(left, i + 1)
                && !number(right, j + 1);
    }

    private static boolean number(String text, int at) {
        return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    /** Letters of the word that holds this place; none at a space or at the end. */
    private static int word(String text, int at) {
        if (at >= text.length() || text.charAt(at) == ' ') {
            return 0;
        }
        int from = text.lastIndexOf(' ', at) + 1;
        int to = text.indexOf(' ', at);
        return (to < 0 ? text.length() : to) - from;
    }
}
