package moisson.event;

/**
 * 64 bits by which a text is told from its own past: four characters a step, since every word of every delivery comes by
 * here. Texts of one length that differ within one step never have the same sum. No secret, and no proof against somebody
 * who looks for two texts of one sum.
 */
public final class TextSum {
    /** Odd, with its bits well mixed: 2^64 divided by the golden ratio. */
    private static final long SPREAD = 0x9e3779b97f4a7c15L;

    /** Characters in 64 bits. */
    private static final int STEP = 4;

    private TextSum() {}

    /** Another step, another sum: no two values of the step lead to the same. */
    public static long of(long sum, long step) {
        long mixed = (sum ^ step) * SPREAD;
        return mixed ^ (mixed >>> 32);
    }

    public static long of(long sum, String text) {
        int length = text.length();
        long here = of(sum, length);
        int i = 0;
        for (; i + STEP <= length; i += STEP) {
            here = of(here, four(text.charAt(i), text.charAt(i + 1), text.charAt(i + 2), text.charAt(i + 3)));
        }
        for (; i < length; i++) {
            here = of(here, text.charAt(i));
        }
        return here;
    }

    /** The same of what stands in an array from one place to before another. */
    public static long of(long sum, char[] text, int from, int to) {
        long here = of(sum, to - from);
        int i = from;
        for (; i + STEP <= to; i += STEP) {
            here = of(here, four(text[i], text[i + 1], text[i + 2], text[i + 3]));
        }
        for (; i < to; i++) {
            here = of(here, text[i]);
        }
        return here;
    }

    private static long four(char first, char second, char third, char fourth) {
        return first | (long) second << 16 | (long) third << 32 | (long) fourth << 48;
    }
}
