package moisson.intake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;

/** JSON as people write it: unquoted names, comments, trailing commas, single quotes. */
public final class Json {
    public static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
                    .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
                    .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                    .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
                    .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                    .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
                    .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                    .enable(JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS)
                    // Deeper than what we keep, so that one item too deep is refused and the next ones are read.
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(1_000)
                            .maxStringLength(Limits.ITEM)
                            .maxNameLength(10_000)
                            .build())
                    .build())
            .build();

    private Json() {}

    public static Optional<JsonNode> parse(String json) {
        try {
            return Optional.of(MAPPER.readTree(json));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** A text or number as text; nothing for null; JSON for the rest. */
    public static String text(JsonNode node) {
        if (node.isNull() || node.isMissingNode()) {
            return "";
        }
        return node.isValueNode() ? node.asText() : node.toString();
    }

    /** Some exports put JSON into strings: what is inside, or the node itself. */
    public static JsonNode opened(JsonNode node) {
        if (!node.isTextual()) {
            return node;
        }
        String text = node.textValue().strip();
        boolean json = text.startsWith("{") || text.startsWith("[");
        return json ? parse(text).orElse(node) : node;
    }

    /** Why an item holds more than we keep, in French; nothing for any real one. */
    public static Optional<String> excess(JsonNode item) {
        if (isDeeperThan(Limits.DEPTH, item)) {
            return Optional.of("trop de niveaux imbriqués\u202F: plus de " + Limits.DEPTH);
        }
        return item.isObject() && item.size() > Limits.FIELDS
                ? Optional.of("trop de champs\u202F: plus de " + Limits.FIELDS)
                : Optional.empty();
    }

    private static boolean isDeeperThan(int levels, JsonNode node) {
        if (!node.isContainerNode()) {
            return false;
        }
        if (levels == 0) {
            return true;
        }
        for (JsonNode child : node) {
            if (isDeeperThan(levels - 1, child)) {
                return true;
            }
        }
        return false;
    }
}
