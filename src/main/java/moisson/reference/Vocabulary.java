package moisson.reference;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The words people use for the values we publish. Accents, case, hyphens and plurals make no difference. */
public final class Vocabulary<T> {
    private static final int LONGEST_WORD = 200;

    private static final int ASCII = 128;

    private final Map<String, T> values = new HashMap<>();
    /** The first two characters of every word: most texts that are none of ours show it there. */
    private final BitSet beginnings = new BitSet(ASCII * ASCII);

    Vocabulary(Map<String, T> words) {
        words.forEach((word, value) -> {
            String key = key(word);
            values.put(key, value);
            beginnings.set(beginning(key));
        });
    }

    /** The value of exactly this word or expression. */
    public Optional<T> find(String word) {
        return word.length() > LONGEST_WORD || !mayBegin(word)
                ? Optional.empty()
                : Optional.ofNullable(values.get(key(word)));
    }

    /** The value of the longest known expression this text begins with: "Atelier de découverte" is an atelier. */
    public Optional<T> findBeginning(String text) {
        if (!mayBegin(text)) {
            return Optional.empty();
        }
        String key = key(text.length() > LONGEST_WORD ? text.substring(0, LONGEST_WORD) : text);
        for (int end = key.length(); end > 0; end = key.lastIndexOf(' ', end - 1)) {
            T value = values.get(key.substring(0, end));
            if (value != null) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    /** False when no word of ours begins like this text; true when it does, or when only folding it would tell. */
    private boolean mayBegin(String text) {
        int i = 0;
        while (i < text.length() && text.charAt(i) < ASCII && !Character.isLetterOrDigit(text.charAt(i))) {
            i++;
        }
        if (i + 1 >= text.length()) {
            return i < text.length(); // nothing but signs, or one character
        }
        char first = text.charAt(i);
        char second = text.charAt(i + 1);
        return first >= ASCII
                || second >= ASCII
                || !Character.isLetterOrDigit(second)
                || beginnings.get(Character.toLowerCase(first) * ASCII + Character.toLowerCase(second));
    }

    private static int beginning(String key) {
        boolean other = key.length() < 2 || key.charAt(0) >= ASCII || key.charAt(1) >= ASCII;
        return other ? 0 : key.charAt(0) * ASCII + key.charAt(1);
    }

    private static String key(String word) {
        String folded = Folding.fold(word);
        if (!holdsPlural(folded)) {
            return folded;
        }
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

    /** Whether any letter at the end of a word may be that of a plural. */
    private static boolean holdsPlural(String folded) {
        for (int i = 3; i < folded.length(); i++) {
            char c = folded.charAt(i);
            if ((c == 's' || c == 'x') && (i + 1 == folded.length() || folded.charAt(i + 1) == ' ')) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPlural(String text, int start, int end) {
        return end - start > 3 && (text.charAt(end - 1) == 's' || text.charAt(end - 1) == 'x');
    }
}
