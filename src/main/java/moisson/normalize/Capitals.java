package moisson.normalize;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import moisson.reference.Commune;
import moisson.reference.Folding;
import moisson.reference.Reference;
import org.jspecify.annotations.Nullable;

/**
 * Calms titles that shout. How the record writes a word elsewhere decides first; acronyms and numbers stay; towns keep their
 * capital. The rest is a French sentence when it holds a French article or the like, else a name.
 */
final class Capitals {
    private static final int FEWEST_LETTERS = 8;
    private static final int LONGER_THAN_ACRONYMS = 7;
    private static final int KNOWN_TOWN = 20_000;
    private static final Set<String> FRENCH =
            Set.of(("le la les un une des du de d l et ou a au aux en dans sur sous pour par avec sans chez vers entre"
                            + " que qui quoi quel quelle comment pourquoi mon ma mes ton ta tes son sa ses notre nos votre vos"
                            + " ce cette ces est sont je tu il elle nous vous ils elles se ne pas plus")
                    .split(" ", -1));
    private static final Set<String> SMALL = Set.of("the", "of", "and", "in", "to", "for", "by", "et", "feat");

    private static final Pattern ROMAN = Pattern.compile("X{0,3}(?:IX|IV|VI{0,3}|I{1,3}|X)");

    private final Reference reference;

    Capitals(Reference reference) {
        this.reference = reference;
    }

    /** True for a title of several letters, nearly all of them capitals. */
    static boolean shouts(String title) {
        int capitals = 0;
        int small = 0;
        for (int i = 0; i < title.length(); i++) {
            char c = title.charAt(i);
            if (Character.isLowerCase(c)) {
                small++;
                if (small > 3 && small * 8 > title.length()) {
                    return false;
                }
            } else if (Character.isUpperCase(c)) {
                capitals++;
            }
        }
        return capitals >= FEWEST_LETTERS && small * 8 <= capitals;
    }

    /** @param elsewhere what the record says beside its title, as people may have written the same words */
    String calmed(String title, List<@Nullable String> elsewhere) {
        List<String> words = words(title);
        boolean sentence = words.stream().anyMatch(word -> FRENCH.contains(Folding.fold(word)));
        Map<String, String> known = known(elsewhere);
        StringBuilder calm = new StringBuilder(title.length());
        boolean beginning = true;
        for (String word : words) {
            if (!Character.isLetterOrDigit(word.charAt(0))) {
                calm.append(word);
                beginning = beginning || ".!?".indexOf(word.charAt(0)) >= 0;
                continue;
            }
            boolean whole = words.size() == 1;
            String small = whole ? word : written(word, sentence, known);
            calm.append(beginning ? capital(small) : small);
            beginning = false;
        }
        return calm.toString();
    }

    private String written(String word, boolean sentence, Map<String, String> known) {
        String folded = Folding.fold(word);
        String small = word.toLowerCase(Locale.FRENCH);
        boolean shouted = word.equals(word.toUpperCase(Locale.FRENCH));
        if (!shouted || FRENCH.contains(folded) || SMALL.contains(folded)) {
            return shouted ? small : word;
        }
        String elsewhere = known.get(folded);
        if (elsewhere != null) {
            return elsewhere;
        }
        if (isAcronym(word, folded)) {
            return word;
        }
        return sentence && !isTown(folded) ? small : capital(small);
    }

    private boolean isAcronym(String word, String folded) {
        boolean letters =
                word.length() > 1 && word.length() < 6 && folded.chars().noneMatch(c -> "aeiouy".indexOf(c) >= 0);
        boolean number =
                word.chars().anyMatch(Character::isDigit) || ROMAN.matcher(word).matches();
        return letters
                || number
                || reference.terms().acronyms().find(word).isPresent()
                || reference
                        .organisations()
                        .find(word)
                        .filter(body -> body.acronym().equals(word))
                        .isPresent();
    }

    private boolean isTown(String folded) {
        List<Commune> named = reference.communes().findByName(folded);
        return !named.isEmpty() && named.getFirst().population() >= KNOWN_TOWN;
    }

    /** Words as they stand in the middle of sentences; those that are written in several ways are not known. */
    private static Map<String, String> known(List<@Nullable String> elsewhere) {
        Map<String, String> known = new HashMap<>();
        for (String text : elsewhere) {
            if (text == null || shouts(text)) {
                continue;
            }
            boolean beginning = true;
            List<String> words = words(text.length() > 2000 ? text.substring(0, 2000) : text);
            for (int i = 0; i < words.size(); i++) {
                String word = words.get(i);
                if (!Character.isLetterOrDigit(word.charAt(0))) {
                    beginning = beginning || ".!?:-\n".indexOf(word.charAt(0)) >= 0;
                    continue;
                }
                boolean small = word.equals(word.toLowerCase(Locale.FRENCH));
                if ((!beginning || small) && !isShouted(words, i)) {
                    known.merge(Folding.fold(word), word, (one, other) -> small ? other : one);
                }
                beginning = false;
            }
        }
        return known;
    }

    /** Many capitals, or two words of them in a row, are no acronym that a title could keep: they shout there, too. */
    private static boolean isShouted(List<String> words, int i) {
        return isCapitals(words, i)
                && (words.get(i).length() >= LONGER_THAN_ACRONYMS
                        || isCapitals(words, i - 2)
                        || isCapitals(words, i + 2));
    }

    private static boolean isCapitals(List<String> words, int i) {
        if (i < 0 || i >= words.size()) {
            return false;
        }
        String word = words.get(i);
        return word.length() > 1 && Character.isLetter(word.charAt(0)) && word.equals(word.toUpperCase(Locale.FRENCH));
    }

    /** Words and, one by one, the signs and spaces between them. */
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            if (!Character.isLetterOrDigit(text.charAt(i))) {
                if (i > start) {
                    words.add(text.substring(start, i));
                }
                words.add(text.substring(i, i + 1));
                start = i + 1;
            }
        }
        if (start < text.length()) {
            words.add(text.substring(start));
        }
        return words;
    }

    private static String capital(String word) {
        return word.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
