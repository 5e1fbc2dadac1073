package moisson.normalize;

import java.util.HashMap;
import java.util.Map;
import moisson.reference.Folding;
import org.jspecify.annotations.Nullable;

/** Detects in which language a text is written, from the small words that no text does without. */
final class Tongues {
    static final String FRENCH = "fr";

    private static final int LONGEST = 1500;
    /** Fewer small words than these prove nothing: French is assumed. */
    private static final int FEWEST = 4;

    private static final Map<String, String> SMALL_WORDS = new HashMap<>();

    static {
        of(
                "fr",
                "le la les des une dans pour avec sur est et aux du ce cette qui que vous nous votre notre par plus au");
        of("en", "the of and for with you your this that are is from will our we by at be have an it how their");
        of("de", "der die das und fur mit ist von den dem ein eine auf wir sie nicht zu im zum zur");
        of("es", "el los las y para con una por del se su es al como nuestra");
        of("it", "il gli e di che per con una sono della nel alla dei degli piu");
        of("nl", "het een van voor met op zijn wij niet aan bij ook");
        of("br", "ar an ur eur gant evit ha da eus er vo bezan deoc");
        of("oc", "lo los las amb per dels una que aquel cal nos");
        of("pt", "os as uma para com em dos das nao sua mais pelo");
    }

    private Tongues() {}

    private static void of(String language, String words) {
        for (String word : words.split(" ", -1)) {
            SMALL_WORDS.merge(word, language, (one, other) -> one + " " + other);
        }
    }

    /** BCP 47 code of the language; French unless small words of another one clearly prevail. */
    static String detected(String title, @Nullable String text) {
        String all = text == null ? title : title + " " + text;
        String folded = Folding.fold(all.length() > LONGEST ? all.substring(0, LONGEST) : all);
        Map<String, Integer> counts = new HashMap<>();
        int start = 0;
        while (start < folded.length()) {
            int space = folded.indexOf(' ', start);
            int end = space < 0 ? folded.length() : space;
            String languages = end - start > 6 ? null : SMALL_WORDS.get(folded.substring(start, end));
            if (languages != null) {
                for (String language : languages.split(" ", -1)) {
                    counts.merge(language, 1, Integer::sum);
                }
            }
            start = end + 1;
        }
        int french = counts.getOrDefault(FRENCH, 0);
        String best = FRENCH;
        int most = french;
        for (Map.Entry<String, Integer> count : counts.entrySet()) {
            boolean more = count.getValue() > most
                    || (count.getValue() == most && count.getKey().compareTo(best) < 0 && !best.equals(FRENCH));
            if (more) {
                best = count.getKey();
                most = count.getValue();
            }
        }
        boolean clear = most >= FEWEST && most > 2 * french && isAlone(counts, best, most);
        return clear ? best : FRENCH;
    }

    private static boolean isAlone(Map<String, Integer> counts, String best, int most) {
        for (Map.Entry<String, Integer> count : counts.entrySet()) {
            if (!count.getKey().equals(best) && count.getValue() * 4 > most * 3) {
                return false;
            }
        }
        return true;
    }
}
