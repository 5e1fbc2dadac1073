package moisson.deduplicate;

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
        return without(ids.length - 1);
    }

    /** The number a word is, or -1. */
    int number(int word) {
        int number = 0;
        for (int i = start(word); i < end(word); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            number = number * 10 + c - '0';
        }
        return number;
    }

    Phrase without(int word) {
        int[] fewer = new int[ids.length - 1];
        int[] rest = new int[ids.length - 1];
        for (int i = 0; i < fewer.length; i++) {
            fewer[i] = ids[i < word ? i : i + 1];
            rest[i] = spans[i < word ? i : i + 1];
        }
        return new Phrase(text, fewer, rest);
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
