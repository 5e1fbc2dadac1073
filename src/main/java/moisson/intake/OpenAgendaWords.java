package moisson.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.stream.Stream;
import moisson.event.Field;

/** What OpenAgenda says by number or by code. Labels are not to be trusted: several spellings were met for one id. */
final class OpenAgendaWords {
    private static final Map<String, String> STATUS = Map.of(
            "1",
            "programmé",
            "2",
            "reprogrammé",
            "3",
            "déplacé en ligne",
            "4",
            "reporté",
            "5",
            "complet",
            "6",
            "annulé");
    private static final Map<String, String> MODE = Map.of("1", "sur place", "2", "en ligne", "3", "mixte");
    private static final Map<String, String> ACCESSIBILITY = Map.of(
            "hi", "handicap auditif",
            "ii", "handicap intellectuel",
            // Before 2020.
            "mei", "handicap intellectuel",
            "vi", "handicap visuel",
            "pi", "handicap psychique",
            "mi", "handicap moteur");

    private OpenAgendaWords() {}

    static void put(ObjectNode event, RecordDraft draft) {
        draft.put(Field.STATUS, word(event.path("status"), STATUS));
        JsonNode mode = event.has("attendanceMode") ? event.path("attendanceMode") : event.path("attendancemode");
        draft.put(Field.MODE, word(mode, MODE));
        accessibility(Json.opened(event.path("accessibility")), draft);
        keywords(event, draft);
        // State: -1 refused, -2 removed.
        if (event.path("removed").asBoolean() || event.path("state").asInt() < 0) {
            draft.put(Field.REMOVED, "true");
        }
    }

    /** A number, {@code {"id", "label"}}, or that as JSON in a string. */
    private static String word(JsonNode node, Map<String, String> words) {
        JsonNode opened = Json.opened(node);
        String id = Json.text(opened.isObject() ? opened.path("id") : opened);
        String word = words.get(id.endsWith(".0") ? id.substring(0, id.length() - 2) : id);
        if (word != null) {
            return word;
        }
        return Languages.choose(opened.path("label"))
                .map(told -> Json.text(told.text()))
                .orElse(id);
    }

    /** {@code {"hi": true}}, {@code ["hi"]} or {@code "hi;mi"}. */
    private static void accessibility(JsonNode node, RecordDraft draft) {
        Stream<String> codes = node.isObject()
                ? node.propertyStream()
                        .filter(entry -> entry.getValue().asBoolean())
                        .map(Map.Entry::getKey)
                : texts(node, "[;,|]");
        codes.forEach(code -> draft.put(Field.ACCESSIBILITY, ACCESSIBILITY.getOrDefault(code, code)));
    }

    private static void keywords(ObjectNode event, RecordDraft draft) {
        JsonNode keywords = Json.opened(event.path("keywords"));
        JsonNode chosen = keywords.isObject()
                ? Languages.choose(keywords).map(Languages.Told::text).orElse(keywords)
                : keywords;
        if (chosen.isMissingNode() || chosen.isNull()) {
            chosen = Languages.chooseFlat(event, "keywords")
                    .map(Languages.Told::text)
                    .orElse(chosen);
        }
        texts(chosen, "[,;|]").forEach(word -> draft.put(Field.KEYWORD, word));
    }

    private static Stream<String> texts(JsonNode node, String separators) {
        return node.isArray()
                ? node.valueStream().filter(JsonNode::isValueNode).map(Json::text)
                : node.isValueNode()
                        ? Stream.of(Json.text(node).split(separators, -1)).map(String::strip)
                        : Stream.of();
    }
}
