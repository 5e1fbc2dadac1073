package moisson.intake.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;
import java.util.regex.Pattern;
import moisson.intake.Limits;

/**
 * One script of JSON-LD in a page. What is no JSON is repaired in these ways and no other: the marks of a CDATA section
 * or of an HTML comment around it and a semicolon after it are dropped, and control characters in texts, comments of
 * JavaScript and a comma after the last item are let pass.
 *
 * @param repaired whether it had to be
 */
record JsonLdBlock(JsonNode tree, boolean repaired) {
    private static final Pattern BEFORE =
            Pattern.compile("\\A(?:\\s|\\uFEFF|/\\*\\s*<!\\[CDATA\\[\\s*\\*/|(?://)?\\s*<!\\[CDATA\\[|<!--)*+");
    private static final Pattern AFTER =
            Pattern.compile("(?:\\s|/\\*\\s*\\]\\]>\\s*\\*/|(?://)?\\s*\\]\\]>|(?://)?\\s*-->|;){1,50}\\z");
    private static final StreamReadConstraints BOUNDS = StreamReadConstraints.builder()
            .maxNestingDepth(Limits.DEPTH)
            .maxStringLength(Limits.ITEM)
            .build();
    private static final JsonMapper STRICT =
            mapper(JsonFactory.builder().streamReadConstraints(BOUNDS).build());
    private static final JsonMapper FORGIVING = mapper(JsonFactory.builder()
            .streamReadConstraints(BOUNDS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .build());

    private static JsonMapper mapper(JsonFactory factory) {
        return JsonMapper.builder(factory)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }

    static Optional<JsonLdBlock> of(String script) {
        Optional<JsonNode> sound = parse(STRICT, script);
        if (sound.isPresent()) {
            return sound.map(tree -> new JsonLdBlock(tree, false));
        }
        String inside = BEFORE.matcher(script).replaceFirst("").stripTrailing();
        int from = Math.max(0, inside.length() - 200);
        String end = AFTER.matcher(inside.substring(from)).replaceFirst("");
        return parse(FORGIVING, inside.substring(0, from) + end).map(tree -> new JsonLdBlock(tree, true));
    }

    private static Optional<JsonNode> parse(JsonMapper mapper, String json) {
        try {
            return Optional.of(mapper.readTree(json)).filter(JsonNode::isContainerNode);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
