package moisson.serve.portal;

import java.io.ByteArrayOutputStream;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.StringTokenizer;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Which texts have which words, to look through the texts of a million events without holding them. The numbers of the
 * texts of a word are told as steps from one to the next, in seven bits a byte, the lowest first: most take one byte.
 */
final class TextIndex {
    private static final int SEVEN_BITS = 0x7f;
    private static final int MORE = 0x80;

    private final Map<String, byte[]> steps;

    private TextIndex(Map<String, byte[]> steps) {
        this.steps = steps;
    }

    /** The numbers of the texts in which a folded word stands, or a part of a word. */
    BitSet telling(String part) {
        BitSet found = new BitSet();
        steps.forEach((word, told) -> {
            if (word.contains(part)) {
                set(found, told);
            }
        });
        return found;
    }

    private static void set(BitSet found, byte[] told) {
        int number = -1;
        int step = 0;
        int shift = 0;
        for (byte seven : told) {
            step |= (seven & SEVEN_BITS) << shift;
            shift += 7;
            if ((seven & MORE) == 0) {
                number += step;
                found.set(number);
                step = 0;
                shift = 0;
            }
        }
    }

    /** The texts of one word. */
    private record Told(ByteArrayOutputStream steps, AtomicInteger last) {
        static Told nowhere() {
            return new Told(new ByteArrayOutputStream(4), new AtomicInteger(-1));
        }

        void in(int number) {
            int step = number - last.getPlain();
            if (step == 0) {
                return;
            }
            last.setPlain(number);
            for (; step > SEVEN_BITS; step >>>= 7) {
                steps.write((step & SEVEN_BITS) | MORE);
            }
            steps.write(step);
        }
    }

    /** Takes texts with growing numbers. */
    static final class Builder {
        private static final String SPACE = " \t\n\u000B\f\r";

        private final Map<String, Told> folded = new HashMap<>();
        /** By the word as it is written: to fold it anew each time takes longer than all the rest. */
        private final Map<String, Told> written = new HashMap<>();

        /** @param text all of it, or a part: others may follow under the same number */
        void add(int number, String text) {
            StringTokenizer words = new StringTokenizer(text, SPACE);
            while (words.hasMoreTokens()) {
                written.computeIfAbsent(words.nextToken(), this::folded).in(number);
            }
        }

        private Told folded(String word) {
            return folded.computeIfAbsent(Letters.fold(word), unmet -> Told.nowhere());
        }

        TextIndex build() {
            Map<String, byte[]> steps = HashMap.newHashMap(folded.size());
            folded.forEach((word, told) -> steps.put(word, told.steps().toByteArray()));
            return new TextIndex(steps);
        }
    }

    /** The words of a text; parts of them, when a person types it. */
    static String[] apart(String folded) {
        return folded.strip().split("\\s+");
    }
}
