package moisson.intake.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import moisson.event.Field;
import moisson.intake.RecordDraft;

/** One schema.org Event, as a tree whose properties have no prefix, sorted under our names. */
public final class SchemaEvent {
    private static final Set<String> PLAIN_TYPES = Set.of("Event", EventTypes.TOURISM, "PointOfInterest", "Thing");

    private SchemaEvent() {}

    /** Its own name for itself. Names that only hold within one page or one file are none. */
    public static Optional<String> key(JsonNode event) {
        Optional<String> id = Optional.of(event.path("@id").asText(""))
                .filter(text -> !text.isBlank() && !text.startsWith("_:") && !text.startsWith("#"));
        return id.or(() -> Trees.all(event, "identifier").stream()
                .map(each -> each.isObject() ? Trees.text(each, "value").orElse("") : each.asText())
                .filter(text -> !text.isBlank())
                .findFirst());
    }

    public static void put(RecordDraft draft, JsonNode event) {
        each(draft, Field.TITLE, event, "name", "headline");
        each(draft, Field.DESCRIPTION, event, "description", "articleBody");
        each(draft, Field.SUMMARY, event, "disambiguatingDescription", "abstract");
        language(event).ifPresent(language -> draft.put(Field.LANGUAGE, language));
        Trees.types(event).stream()
                .filter(type -> EventTypes.EVENTS.contains(type) && !PLAIN_TYPES.contains(type))
                .forEach(type -> draft.put(Field.FORMAT, type));
        SchemaTimes.put(draft, event);
        // Before the place: the page of the event comes before that of the video room.
        each(draft, Field.URL, event, "url", "mainEntityOfPage");
        SchemaPlace.put(draft, event);
        SchemaOffers.put(draft, event);
        Trees.all(event, "organizer").forEach(organizer -> organiser(draft, organizer));
        Trees.all(event, "audience").forEach(audience -> each(draft, Field.AUDIENCE, audience, "audienceType", "name"));
        keywords(draft, event);
        each(draft, Field.ACCESSIBILITY, event, "accessibilityFeature", "accessibilitySummary");
        each(draft, Field.UPDATED, event, "dateModified");
    }

    /** The values of the first of these properties that has any. */
    static void each(RecordDraft draft, Field field, JsonNode node, String... properties) {
        for (String property : properties) {
            List<String> texts = Trees.texts(node, property);
            texts.forEach(text -> draft.put(field, text));
            if (!texts.isEmpty()) {
                return;
            }
        }
    }

    private static Optional<String> language(JsonNode event) {
        JsonNode language = Trees.first(event, "inLanguage");
        return language.isObject()
                ? Trees.text(language, "alternateName").or(() -> Trees.text(language, "name"))
                : Trees.text(event, "inLanguage");
    }

    /**
     * Only what says that it is an organisation: a bare name or an object without a type may be a person's, and names
     * of people are never published.
     */
    private static void organiser(RecordDraft draft, JsonNode organizer) {
        List<String> types = Trees.types(organizer);
        if (!types.isEmpty() && !types.contains("Person")) {
            each(draft, Field.ORGANISER, organizer, "name", "legalName", "rdfs:label");
        }
    }

    private static void keywords(RecordDraft draft, JsonNode event) {
        Trees.texts(event, "keywords").stream()
                .flatMap(text -> List.of(text.split(",", -1)).stream())
                .map(String::strip)
                .forEach(keyword -> draft.put(Field.KEYWORD, keyword));
    }
}
