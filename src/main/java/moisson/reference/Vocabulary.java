package moisson.reference;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The words people use for the values we publish. Accents, case, hyphens and plurals make no difference. */
public final class Vocabulary<T> {
    private static final int LONGEST_WORD = 200;

    private final Map<String, T> values = new HashMap<>();

    Vocabulary(Map<String, T> words) {
        words.forEach((word, value) -> values.put(key(word), value));
    }

    /** The value of exactly this word or expression. */
    public Optional<T> find(String word) {
        return word.length() > LONGEST_WORD ? Optional.empty() : Optional.ofNullable(values.get(key(word)));
    }

    /** The value of the longest known expression this text begins with: "Atelier de découverte" is an atelier. */
    public Optional<T> findBeginning(String text) {
        String key = key(text.length() > LONGEST_WORD ? text.substring(0, LONGEST_WORD) : text);
        for (int end = key.length(); end > 0; end = key.lastIndexOf(' ', end - 1)) {
            T value = values.get(key.substring(0, end));
            if (value != null) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    private static String key(String word) {
        String folded = Folding.fold(word);
        StringBuilder key = new StringBuilder(folded.length());
        int start = 0;
        while (start <= folded.length()) {
            int space = folded.indexOf(' ', start);
            int end = space < 0 ? folded.length() : space;
            key.append(start == 0 ? "" : " ").append(folded, start, end - (isPlural(folded, start, end) ? 1 : 0));
            start = end + 1;
        }
        return key.toString();
    }

    private static boolean isPlural(String text, int start, int end) {
        return end - start > 3 && (text.charAt(end - 1) == 's' || text.charAt(end - 1) == 'x');
    }
}
