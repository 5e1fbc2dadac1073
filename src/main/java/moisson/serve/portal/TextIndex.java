package moisson.serve.portal;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Which texts have which words, to look through the texts of a million events without holding them. */
final class TextIndex {
    private final Map<String, int[]> texts;

    private TextIndex(Map<String, int[]> texts) {
        this.texts = texts;
    }

    /** The numbers of the texts in which a folded word stands, or a part of a word. */
    BitSet telling(String part) {
        BitSet found = new BitSet();
        texts.forEach((word, numbers) -> {
            if (word.contains(part)) {
                for (int number : numbers) {
                    found.set(number);
                }
            }
        });
        return found;
    }

    /** Takes texts with growing numbers. */
    static final class Builder {
        private final Map<String, IntStream.Builder> texts = new HashMap<>();

        /** @param folded see {@link Letters#fold} */
        void add(int number, String folded) {
            for (String word : new HashSet<>(List.of(apart(folded)))) {
                texts.computeIfAbsent(word, unmet -> IntStream.builder()).add(number);
            }
        }

        TextIndex build() {
            Map<String, int[]> numbers = HashMap.newHashMap(texts.size());
            texts.forEach((word, told) -> numbers.put(word, told.build().toArray()));
            return new TextIndex(numbers);
        }
    }

    /** The words of a text; parts of them, when a person types it. */
    static String[] apart(String folded) {
        return folded.strip().split("\\s+");
    }
}
