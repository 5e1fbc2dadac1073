package moisson.event;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * How two values look side by side, to be read faster. It explains no weight: those come from the rules of the matcher,
 * which know synonyms, acronyms and rare words.
 */
public enum Likeness {
    SAME("identique"),
    NEAR("proche"),
    OTHER("différent"),
    UNTOLD("non dit");

    private static final int LONGEST = 2000;

    private final String french;

    Likeness(String french) {
        this.french = french;
    }

    public String french() {
        return french;
    }

    /**
     * How alike two values are for a reader.
     *
     * @param weight what the matcher made of them, in bits
     */
    public static Likeness of(String left, String right, double weight) {
        if (left.isBlank() || right.isBlank()) {
            return UNTOLD;
        }
        if (folded(left).equals(folded(right))) {
            return SAME;
        }
        boolean near = weight == 0 ? percent(left, right) >= 50 : weight > 0;
        return near ? NEAR : OTHER;
    }

    /** The share of the pairs of neighbouring letters that both texts have (Dice), 0 to 100; case and accents left aside. */
    public static int percent(String left, String right) {
        String one = folded(left);
        String other = folded(right);
        if (one.equals(other)) {
            return one.isEmpty() ? 0 : 100;
        }
        Map<String, Integer> pairs = pairs(one);
        int all = Math.max(0, one.length() - 1) + Math.max(0, other.length() - 1);
        int both = 0;
        for (Map.Entry<String, Integer> pair : pairs(other).entrySet()) {
            both += Math.min(pair.getValue(), pairs.getOrDefault(pair.getKey(), 0));
        }
        // Different texts are never said to be wholly alike.
        return all == 0 ? 0 : Math.min(99, Math.round(200f * both / all));
    }

    private static Map<String, Integer> pairs(String text) {
        Map<String, Integer> pairs = new HashMap<>();
        for (int i = 0; i + 1 < text.length(); i++) {
            pairs.merge(text.substring(i, i + 2), 1, Integer::sum);
        }
        return pairs;
    }

    private static String folded(String text) {
        String some = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        return Normalizer.normalize(some, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
