package moisson.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import moisson.event.Field;
import moisson.event.NoticeCode;
import moisson.intake.ColumnNames.Meaning;
import org.jspecify.annotations.Nullable;

/**
 * One event of OpenAgenda, in the shape of its API or of an export, sorted under our names. What has a plain name and
 * a plain value goes by the table of column names; the rest is spelled out here.
 * Source: https://developers.openagenda.com, and exports met (legacy, v2, Opendatasoft v1 and v2.1).
 */
record OpenAgendaItem(ObjectNode event, RecordDraft draft) {
    private static final Set<String> SPELLED_OUT = Set.of(
            "titlefr",
            "title",
            "description",
            "descriptionfr",
            "longdescription",
            "longdescriptionfr",
            "timings",
            "firstdatebegin",
            "lastdateend",
            "daterange",
            "daterangefr",
            "status",
            "attendancemode",
            "registration",
            "accessibility",
            "accessibilitylabelfr",
            "keywords",
            "keywordsfr",
            "location",
            "locationcoordinates",
            "geopoint2d",
            "originagendatitle",
            "removed",
            "state");

    static void give(int number, String place, JsonNode item, RecordSink sink) {
        Optional<String> excess =
                Json.excess(item).or(() -> item.isObject() ? Json.excess(fields(item)) : Optional.empty());
        boolean object = item.isObject() && excess.isEmpty();
        String key = object ? key(item) : null;
        var draft = new RecordDraft(number, place, key);
        if (!object) {
            draft.refuse(sink, excess.orElseGet(() -> Characters.cut(item.toString(), 200)));
            return;
        }
        new OpenAgendaItem(fields(item), draft).sort(item);
        draft.give(sink, item.toString());
    }

    static boolean looksLikeAnEvent(ObjectNode object) {
        ObjectNode fields = fields(object);
        return Stream.of("uid", "title", "title_fr", "slug", "titre").anyMatch(fields::hasNonNull);
    }

    /** Opendatasoft wraps: v1 in "fields", v2.0 in "record". */
    private static ObjectNode fields(JsonNode item) {
        JsonNode wrapped = item.path("record").isObject() ? item.path("record") : item;
        return (ObjectNode) (wrapped.path("fields").isObject() ? wrapped.path("fields") : wrapped);
    }

    private static @Nullable String key(JsonNode item) {
        return Stream.concat(fields(item).propertyStream(), item.propertyStream())
                .flatMap(entry -> ColumnNames.meaning(entry.getKey()).filter(Meaning::key).stream()
                        .map(meaning -> new Known(meaning, entry.getValue())))
                .filter(known ->
                        known.value().isValueNode() && !Json.text(known.value()).isBlank())
                // The recordid of Opendatasoft changes with the content: only for want of a better one.
                .min(Comparator.comparingInt(known -> known.meaning().rank()))
                .map(known -> Json.text(known.value()))
                .orElse(null);
    }

    private record Known(Meaning meaning, JsonNode value) {}

    private void sort(JsonNode item) {
        title();
        texts();
        OpenAgendaTimes.put(event, draft);
        OpenAgendaWords.put(event, draft);
        OpenAgendaPlace.put(event, item, draft);
        registration();
        plainOnes();
        organiser();
    }

    private void title() {
        JsonNode title = event.path("title");
        if (title.isValueNode() && !Json.text(title).isBlank()) {
            draft.put(Field.TITLE, Json.text(title));
            return;
        }
        told("title").ifPresent(told -> {
            draft.put(Field.TITLE, Json.text(told.text()));
            draft.put(Field.LANGUAGE, told.language().replace('_', '-'));
        });
        boolean removed = event.path("removed").asBoolean();
        if (!draft.has(Field.TITLE) && !event.has("titre") && !removed) {
            draft.put(Field.TITLE, Json.text(event.path("slug")));
        }
    }

    /** OpenAgenda's description is the short one; an export with one description only means the long one. */
    private void texts() {
        Optional<String> longOne = text("longDescription").or(() -> text("longdescription"));
        longOne.ifPresent(text -> draft.put(Field.DESCRIPTION, text));
        JsonNode plain = event.path("description");
        Field field = plain.isTextual() && longOne.isEmpty() ? Field.DESCRIPTION : Field.SUMMARY;
        text("description").ifPresent(text -> draft.put(field, text));
    }

    private Optional<String> text(String name) {
        JsonNode plain = event.path(name);
        return plain.isTextual() ? Optional.of(plain.textValue()) : told(name).map(told -> Json.text(told.text()));
    }

    private Optional<Languages.Told> told(String name) {
        return Languages.choose(event.path(name)).or(() -> Languages.chooseFlat(event, name));
    }

    /** Links only: the e-mail addresses and telephone numbers that may stand there too are people's. */
    private void registration() {
        JsonNode ways = Json.opened(event.path("registration"));
        for (JsonNode way : ways.isArray() ? ways : List.of(ways)) {
            String value = Json.text(way.isObject() ? way.path("value") : way).strip();
            boolean link = way.path("type").asText().equals("link") && value.startsWith("www.");
            if (link
                    || value.regionMatches(true, 0, "http://", 0, 7)
                    || value.regionMatches(true, 0, "https://", 0, 8)) {
                draft.put(Field.REGISTRATION, value);
            }
        }
    }

    private void plainOnes() {
        event.propertyStream()
                .filter(entry -> !SPELLED_OUT.contains(ColumnNames.plain(entry.getKey())))
                .flatMap(entry -> ColumnNames.meaning(entry.getKey()).stream()
                        .map(meaning -> new Known(meaning, entry.getValue())))
                .sorted(Comparator.comparingInt(known -> known.meaning().rank()))
                .forEach(known -> put(known.meaning().field(), known.value()));
    }

    private void put(@Nullable Field field, JsonNode value) {
        if (field == null) {
            return;
        }
        if (value.isArray()) {
            value.forEach(each -> put(field, each.isValueNode() ? each : each.path("label")));
        } else if (value.isValueNode()) {
            draft.put(field, Json.text(value));
        } else if (Languages.isByLanguage(value)) {
            Languages.choose(value).ifPresent(told -> put(field, told.text()));
        } else {
            draft.notice(NoticeCode.UNREADABLE_VALUE, field.name(), Characters.cut(value.toString(), 300));
        }
    }

    /** The agenda it was written in, for want of an organiser. */
    private void organiser() {
        if (!draft.has(Field.ORGANISER)) {
            Stream.of(
                            event.path("originAgenda").path("title"),
                            event.path("originagenda_title"),
                            event.path("origin").path("title"))
                    .map(Json::text)
                    .filter(title -> !title.isBlank())
                    .findFirst()
                    .ifPresent(title -> draft.put(Field.ORGANISER, title));
        }
    }
}
