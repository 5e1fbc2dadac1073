package moisson.deduplicate;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The words of a text in order, folded. Reads only the beginning of long texts, so that a hostile megabyte costs no more
 * than a page.
 *
 * @param letters the folded words, one space between them; what stands behind the last one means nothing
 * @param ids hash of each word
 * @param ends where each word ends in {@code letters}
 */
@SuppressWarnings("ArrayRecordComponent") // primitive arrays for speed; never compared as a whole, never changed
record Scan(char[] letters, int[] ids, int[] ends) {
    /** Said before the digits of "#5", so that they read as a number of order. */
    private static final String NUMBER_SIGN = "numero ";
    /** Said for the slash of "1/2". */
    private static final String SLASH = "sur ";

    private static final int ROOM_FOR_SIGNS = 16;

    static final Scan EMPTY = new Scan(new char[0], new int[0], new int[0]);

    /** @param longest how many characters are read */
    static Scan of(@Nullable String raw, int longest) {
        return of(raw, longest, Integer.MAX_VALUE);
    }

    /**
     * The first words.
     *
     * @param longest how many characters are read at most
     * @param most after how many words no further one is read
     */
    static Scan of(@Nullable String raw, int longest, int most) {
        if (raw == null || raw.isEmpty()) {
            return EMPTY;
        }
        int length = Math.min(raw.length(), longest);
        char[] text = new char[length + ROOM_FOR_SIGNS];
        int size = 0;
        int words = 0;
        for (int i = 0; i < length; i++) {
            char c = raw.charAt(i);
            char folded = Folding.fold(c);
            if (folded != Folding.GAP) {
                if (folded != Folding.NOTHING) {
                    words += size == 0 || text[size - 1] == ' ' ? 1 : 0;
                    text[size++] = folded;
                }
                continue;
            }
            if (words >= most) {
                break;
            }
            if (size > 0 && text[size - 1] != ' ') {
                text[size++] = ' ';
            }
            String sign = sign(raw, i, c);
            if (!sign.isEmpty()) {
                text = size + sign.length() + length - i <= text.length ? text : Arrays.copyOf(text, 2 * text.length);
                sign.getChars(0, sign.length(), text, size);
                size += sign.length();
                words++;
            }
        }
        return words(text, size > 0 && text[size - 1] == ' ' ? size - 1 : size, words);
    }

    /** The folded words, one space between them. */
    String text() {
        return new String(letters, 0, size() == 0 ? 0 : ends[size() - 1]);
    }

    char first(int word) {
        return letters[start(word)];
    }

    int size() {
        return ids.length;
    }

    int start(int word) {
        return word == 0 ? 0 : ends[word - 1] + 1;
    }

    String word(int word) {
        return new String(letters, start(word), ends[word] - start(word));
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
            char c = letters[i];
            if (c < '0' || c > '9') {
                return -1;
            }
            number = number * 10 + c - '0';
        }
        return number;
    }

    /** What is said for a sign, with a space behind; nothing for most. */
    private static String sign(String raw, int i, char c) {
        if ((c == '#' || c == '°') && digitAt(raw, i + 1)) {
            return NUMBER_SIGN;
        }
        return c == '/' && i > 0 && digitAt(raw, i - 1) && digitAt(raw, i + 1) ? SLASH : "";
    }

    private static boolean digitAt(String raw, int i) {
        return i < raw.length() && raw.charAt(i) >= '0' && raw.charAt(i) <= '9';
    }

    /** Hashes the words as {@link Hashing#hash} does, in one go. */
    private static Scan words(char[] text, int size, int count) {
        int[] ids = new int[count];
        int[] ends = new int[count];
        int word = 0;
        int hash = Hashing.START;
        for (int i = 0; i < size; i++) {
            char c = text[i];
            if (c == ' ') {
                ids[word] = Hashing.spread(hash);
                ends[word++] = i;
                hash = Hashing.START;
            } else {
                hash = Hashing.next(hash, c);
            }
        }
        if (size > 0) {
            ids[word] = Hashing.spread(hash);
            ends[word] = size;
        }
        return new Scan(text, ids, ends);
    }
}
