package moisson.intake;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import moisson.intake.ColumnNames.Meaning;
import org.apache.commons.lang3.StringUtils;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** The known name that the name of an unknown column is nearest to. */
final class NameGuess {
    private static final double NEAR = 0.92;
    private static final int SHORTEST = 4;
    private static final Set<String> EMPTY_WORDS = Set.of(
            "de",
            "du",
            "des",
            "la",
            "le",
            "les",
            "un",
            "une",
            "et",
            "a",
            "au",
            "aux",
            "en",
            "l",
            "d",
            "the",
            "of",
            "votre",
            "vos",
            "notre",
            "nos",
            "event",
            "evenement",
            "manifestation");
    private static final JaroWinklerSimilarity SIMILARITY = new JaroWinklerSimilarity();

    private NameGuess() {}

    /** @param like the known name */
    record Near(String like, Meaning meaning) {}

    static Optional<Near> of(String column) {
        String plain = ColumnNames.plain(column);
        if (plain.equals("ou") || column.strip().toLowerCase(Locale.ROOT).startsWith("où ")) {
            return found("lieu");
        }
        List<String> words = Stream.of(StringUtils.stripAccents(column)
                        .replaceAll("(\\p{Ll})(\\p{Lu})", "$1 $2")
                        .toLowerCase(Locale.ROOT)
                        .split("[^\\p{L}\\p{N}]+", -1))
                .filter(word -> !word.isEmpty() && !EMPTY_WORDS.contains(word))
                .toList();
        return near(String.join("", words)).or(() -> phrase(words));
    }

    /** A typing mistake, or a plural. */
    private static Optional<Near> near(String plain) {
        if (plain.length() < SHORTEST) {
            return Optional.empty();
        }
        String best = "";
        double bestScore = NEAR;
        for (Map.Entry<String, Meaning> known : ColumnNames.table().entrySet()) {
            double score = known.getKey().length() < SHORTEST ? 0 : SIMILARITY.apply(plain, known.getKey());
            if (score > bestScore
                    || (score == bestScore && !best.isEmpty() && known.getKey().compareTo(best) < 0)) {
                best = known.getKey();
                bestScore = score;
            }
        }
        return found(best);
    }

    /** Some words of it in a row, the most of them first, are a name of their own. */
    private static Optional<Near> phrase(List<String> words) {
        for (int length = words.size(); length > 0; length--) {
            for (int from = 0; from + length <= words.size(); from++) {
                String part = String.join("", words.subList(from, from + length));
                Optional<Near> found = part.length() < SHORTEST && !part.equals("nom") ? Optional.empty() : found(part);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Near> found(String name) {
        return Optional.ofNullable(ColumnNames.table().get(name)).map(meaning -> new Near(name, meaning));
    }
}
