package moisson.deduplicate;

import java.util.Arrays;

/**
 * The words of a text that tell something, each once.
 *
 * @param ids hash of each word, synonyms replaced
 * @param spans where the word stands in {@code text}: start in the upper 16 bits, end in the lower
 */
@SuppressWarnings("ArrayRecordComponent") // primitive arrays for speed; never compared as a whole, never changed
record Phrase(String text, int[] ids, int[] spans) {
    static final Phrase EMPTY = new Phrase("", new int[0], new int[0]);

    boolean isEmpty() {
        return ids.length == 0;
    }

    int size() {
        return ids.length;
    }

    int start(int word) {
        return spans[word] >>> 16;
    }

    int end(int word) {
        return spans[word] & 0xffff;
    }

    Phrase withoutLast() {
        int size = ids.length - 1;
        return new Phrase(text, Arrays.copyOf(ids, size), Arrays.copyOf(spans, size));
    }

    static boolean contains(int[] ids, int id) {
        for (int each : ids) {
            if (each == id) {
                return true;
            }
        }
        return false;
    }

    /** How many ids both have; neither repeats one. */
    static int common(int[] left, int[] right) {
        int common = 0;
        for (int id : left) {
            if (contains(right, id)) {
                common++;
            }
        }
        return common;
    }
}
