package moisson.intake.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads trees of linked data as people write them: one value or a list of them, a text or an object that has a name,
 * a term with or without its prefix.
 */
public final class Trees {
    private static final Pattern PREFIX = Pattern.compile(
            "^(?:https?://(?:www\\.)?schema\\.org/|schema:|https://www\\.datatourisme\\.(?:gouv\\.)?fr/ontology/core#|:)");
    private static final int LEVELS = 6;

    private Trees() {}

    /** Every value of a property, whether there is none, one or a list. */
    public static List<JsonNode> all(JsonNode node, String property) {
        List<JsonNode> values = new ArrayList<>();
        spread(node.has(property) ? node.path(property) : node.path("schema:" + property), values, LEVELS);
        return values;
    }

    public static JsonNode first(JsonNode node, String property) {
        return all(node, property).stream().findFirst().orElse(MissingNode.getInstance());
    }

    private static void spread(JsonNode value, List<JsonNode> values, int levels) {
        if (!value.isArray() && !isList(value)) {
            if (!value.isNull() && !value.isMissingNode()) {
                values.add(value);
            }
        } else if (levels > 0) {
            (value.isArray() ? value : value.path("@list")).forEach(each -> spread(each, values, levels - 1));
        }
    }

    private static boolean isList(JsonNode value) {
        return value.path("@list").isArray();
    }

    /** The texts of a property, French ones first; objects speak through their name. */
    public static List<String> texts(JsonNode node, String property) {
        return all(node, property).stream()
                .sorted(Comparator.comparingInt(Trees::foreignness))
                .flatMap(value -> text(value, 3).stream())
                .toList();
    }

    /** The text in the language that we read best. */
    public static Optional<String> text(JsonNode node, String property) {
        return texts(node, property).stream().findFirst();
    }

    private static int foreignness(JsonNode value) {
        String language = value.path("@language").asText("");
        return language.startsWith("fr") ? 0 : language.isEmpty() ? 1 : 2;
    }

    private static Optional<String> text(JsonNode value, int levels) {
        if (value.isValueNode()) {
            return Optional.of(value.asText()).filter(text -> !text.isBlank());
        }
        if (levels == 0) {
            return Optional.empty();
        }
        return Stream.of("@value", "name", "rdfs:label", "alternateName", "value", "url", "@id")
                .flatMap(property -> all(value, property).stream().sorted(Comparator.comparingInt(Trees::foreignness)))
                .flatMap(each -> text(each, levels - 1).stream())
                .findFirst();
    }

    /** The types of a node, without prefix. */
    public static List<String> types(JsonNode node) {
        return all(node, "@type").stream()
                .filter(JsonNode::isTextual)
                .map(type -> term(type.textValue()))
                .toList();
    }

    public static boolean isA(JsonNode node, Set<String> types) {
        return types(node).stream().anyMatch(types::contains);
    }

    /** {@code https://schema.org/EventCancelled}, {@code schema:EventCancelled} and {@code EventCancelled} are one. */
    static String term(String text) {
        return PREFIX.matcher(text.strip()).replaceFirst("");
    }
}
