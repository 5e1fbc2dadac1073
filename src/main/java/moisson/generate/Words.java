package moisson.generate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/** The vocabulary that comes in the jar, one entry a line; and spelling of names. */
final class Words {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_IN_ADDRESSES = Pattern.compile("[^a-z0-9]+");

    private Words() {}

    static List<String> lines(String name) {
        try (InputStream in = Objects.requireNonNull(Words.class.getResourceAsStream(name + ".txt"), name);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Lines of {@code French = English}. */
    static List<Phrase> phrases(String name) {
        return lines(name).stream()
                .map(line -> line.split(" = ", 2))
                .map(sides -> new Phrase(sides[0], sides[1]))
                .toList();
    }

    /** Lines of {@code this | that | …}. */
    static List<List<String>> rows(String name) {
        return lines(name).stream()
                .map(line -> List.of(line.split(" \\| ", -1)))
                .toList();
    }

    static String withoutAccents(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
    }

    /** For addresses: lower case, hyphens, nothing else. */
    static String slug(String text, int longest) {
        String slug = NOT_IN_ADDRESSES
                .matcher(withoutAccents(text).toLowerCase(Locale.ROOT))
                .replaceAll("-");
        return slug.substring(0, Math.min(slug.length(), longest));
    }

    static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
