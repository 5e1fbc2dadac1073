package moisson.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Stream;
import moisson.event.Field;
import moisson.event.NoticeCode;

/** When an event of OpenAgenda takes place. The truth is in its timings; the rest is for want of them. */
final class OpenAgendaTimes {
    private OpenAgendaTimes() {}

    static void put(ObjectNode event, RecordDraft draft) {
        JsonNode timings = Json.opened(event.path("timings"));
        if (timings.isArray()) {
            Timings.put(draft, timings);
        } else if (!Json.text(timings).isBlank()) {
            draft.notice(NoticeCode.UNREADABLE_SESSION, "timings", Json.text(timings));
        }
        if (!draft.has(Field.SESSION)) {
            put(draft, Field.START, event.path("firstdate_begin"), first(event, "firstTiming", "begin"));
            put(draft, Field.END, event.path("lastdate_end"), first(event, "lastTiming", "end"));
            legacy(event, draft);
            range(event, draft);
        }
    }

    private static JsonNode first(ObjectNode event, String name, String end) {
        return Json.opened(event.path(name)).path(end);
    }

    /** Exports of before 2020: {@code firstDate} and {@code firstTimeStart} apart. */
    private static void legacy(ObjectNode event, RecordDraft draft) {
        if (!draft.has(Field.START)) {
            put(draft, Field.START, event.path("firstDate"));
            put(draft, Field.START_TIME, event.path("firstTimeStart"));
            put(draft, Field.END, event.path("lastDate"));
            put(draft, Field.END_TIME, event.path("lastTimeEnd"));
        }
    }

    private static void range(ObjectNode event, RecordDraft draft) {
        JsonNode range = event.has("dateRange") ? event.path("dateRange") : event.path("range");
        if (range.isTextual()) {
            put(draft, Field.WHEN, range);
        } else {
            Languages.choose(range)
                    .or(() -> Languages.chooseFlat(event, "daterange"))
                    .ifPresent(told -> put(draft, Field.WHEN, told.text()));
        }
    }

    private static void put(RecordDraft draft, Field field, JsonNode... candidates) {
        Stream.of(candidates)
                .map(Json::text)
                .filter(text -> !text.isBlank())
                .findFirst()
                .ifPresent(text -> draft.put(field, Timings.iso(text)));
    }
}
