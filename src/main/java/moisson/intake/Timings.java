package moisson.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.regex.Pattern;
import moisson.event.Field;
import moisson.event.NoticeCode;

/** The sessions of OpenAgenda: {@code [{"begin", "end"}]}, {@code start} for {@code begin} in exports of before 2020. */
final class Timings {
    private static final Pattern BASIC_OFFSET = Pattern.compile("([+-]\\d\\d)(\\d\\d)$");

    private Timings() {}

    static void put(RecordDraft draft, String json) {
        Json.parse(json)
                .ifPresentOrElse(
                        timings -> put(draft, timings),
                        () -> draft.notice(NoticeCode.UNREADABLE_SESSION, "timings", json));
    }

    static void put(RecordDraft draft, JsonNode timings) {
        for (JsonNode timing : timings) {
            pair(timing)
                    .ifPresentOrElse(
                            pair -> draft.put(Field.SESSION, pair),
                            () -> draft.notice(NoticeCode.UNREADABLE_SESSION, "timings", Json.text(timing)));
        }
    }

    private static Optional<String> pair(JsonNode timing) {
        String begin = Json.text(timing.has("begin") ? timing.path("begin") : timing.path("start"));
        return begin.isBlank() ? Optional.empty() : Optional.of(iso(begin) + "/" + iso(Json.text(timing.path("end"))));
    }

    /** The v2 API writes the offset without its colon, against ISO 8601 when the rest has colons. */
    static String iso(String instant) {
        return instant.contains("T") ? BASIC_OFFSET.matcher(instant.strip()).replaceFirst("$1:$2") : instant.strip();
    }
}
