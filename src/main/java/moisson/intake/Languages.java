package moisson.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Texts told in several languages: French if there is, else English, else the first one. */
final class Languages {
    private static final Pattern TAG = Pattern.compile("[a-z]{2,3}(?:[-_][A-Za-z]{2,4})?");

    private Languages() {}

    /** A text and its language, BCP 47. */
    record Told(String language, JsonNode text) {}

    /** Whether all the names of an object are languages. */
    static boolean isByLanguage(JsonNode node) {
        return node.isObject()
                && !node.isEmpty()
                && node.propertyStream()
                        .allMatch(entry -> TAG.matcher(entry.getKey()).matches());
    }

    /** {@code {"fr": "…", "en": "…"}} */
    static Optional<Told> choose(JsonNode byLanguage) {
        return choose(byLanguage.propertyStream().map(entry -> new Told(entry.getKey(), entry.getValue())));
    }

    /** {@code "title_fr": "…", "title_en": "…"} */
    static Optional<Told> chooseFlat(ObjectNode event, String name) {
        return choose(event.propertyStream()
                .filter(entry -> entry.getKey().startsWith(name + "_"))
                .map(entry -> told(entry, name))
                .filter(told -> TAG.matcher(told.language()).matches()));
    }

    private static Told told(Map.Entry<String, JsonNode> entry, String name) {
        return new Told(entry.getKey().substring(name.length() + 1), entry.getValue());
    }

    private static Optional<Told> choose(Stream<Told> all) {
        return all.filter(told -> told.text().isArray()
                        ? !told.text().isEmpty()
                        : !Json.text(told.text()).isBlank())
                .min(java.util.Comparator.comparingInt(told -> rank(told.language())));
    }

    private static int rank(String language) {
        return language.startsWith("fr") ? 0 : language.startsWith("en") ? 1 : 2;
    }
}
