package moisson.deduplicate;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The words of a text in order, folded. Reads only the beginning of long texts, so that a hostile megabyte costs no more
 * than a page.
 *
 * @param text the folded words, one space between them
 * @param ids hash of each word
 * @param ends where each word ends in {@code text}
 */
@SuppressWarnings("ArrayRecordComponent") // primitive arrays for speed; never compared as a whole, never changed
record Scan(String text, int[] ids, int[] ends) {
    /** Said before the digits of "#5", so that they read as a number of order. */
    private static final String NUMBER_SIGN = "numero";
    /** Said for the slash of "1/2". */
    private static final String SLASH = "sur";

    static final Scan EMPTY = new Scan("", new int[0], new int[0]);

    /** @param longest how many characters are read */
    static Scan of(@Nullable String raw, int longest) {
        if (raw == null || raw.isEmpty()) {
            return EMPTY;
        }
        return words(folded(raw, Math.min(raw.length(), longest)));
    }

    int size() {
        return ids.length;
    }

    int start(int word) {
        return word == 0 ? 0 : ends[word - 1] + 1;
    }

    String word(int word) {
        return text.substring(start(word), ends[word]);
    }

    /** The number a word is, or -1. */
    int number(int word) {
        int from = start(word);
        int length = ends[word] - from;
        return length <= 4 ? digits(from, ends[word]) : -1;
    }

    private int digits(int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            number = number * 10 + c - '0';
        }
        return number;
    }

    private static String folded(String raw, int length) {
        StringBuilder text = new StringBuilder(length + 16);
        for (int i = 0; i < length; i++) {
            char c = raw.charAt(i);
            char folded = Folding.fold(c);
            if (folded == Folding.GAP) {
                gap(text);
                sign(text, raw, i, c);
            } else if (folded != Folding.NOTHING) {
                text.append(folded);
            }
        }
        int end = text.length();
        return !text.isEmpty() && text.charAt(end - 1) == ' ' ? text.substring(0, end - 1) : text.toString();
    }

    private static void gap(StringBuilder text) {
        if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
            text.append(' ');
        }
    }

    private static void sign(StringBuilder text, String raw, int i, char c) {
        if ((c == '#' || c == '°') && digitAt(raw, i + 1)) {
            text.append(NUMBER_SIGN).append(' ');
        } else if (c == '/' && i > 0 && digitAt(raw, i - 1) && digitAt(raw, i + 1)) {
            text.append(SLASH).append(' ');
        }
    }

    private static boolean digitAt(String raw, int i) {
        return i < raw.length() && raw.charAt(i) >= '0' && raw.charAt(i) <= '9';
    }

    private static Scan words(String text) {
        int[] ids = new int[text.length() / 2 + 1];
        int[] ends = new int[ids.length];
        int count = 0;
        for (int from = 0; from < text.length(); count++) {
            int gap = text.indexOf(' ', from);
            ends[count] = gap < 0 ? text.length() : gap;
            ids[count] = Hashing.hash(text, from, ends[count]);
            from = ends[count] + 1;
        }
        return new Scan(text, Arrays.copyOf(ids, count), Arrays.copyOf(ends, count));
    }
}
