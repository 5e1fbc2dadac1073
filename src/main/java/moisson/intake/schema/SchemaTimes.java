package moisson.intake.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import moisson.event.Field;
import moisson.event.NoticeCode;
import moisson.intake.RecordDraft;

/** When it takes place: one start and end, several of them, parts without a name, or a schedule. */
public final class SchemaTimes {
    private SchemaTimes() {}

    public static void put(RecordDraft draft, JsonNode event) {
        List<String> starts = Trees.texts(event, "startDate");
        List<String> ends = Trees.texts(event, "endDate");
        if (starts.size() > 1) {
            several(draft, starts, ends);
        } else {
            starts.forEach(start -> draft.put(Field.START, start));
            ends.stream().limit(1).forEach(end -> draft.put(Field.END, end));
        }
        for (JsonNode schedule : Trees.all(event, "eventSchedule")) {
            Schedule.of(schedule)
                    .flatMap(Schedule::sessionsWithinReason)
                    .ifPresentOrElse(
                            sessions -> sessions.forEach(session -> draft.put(Field.SESSION, session)),
                            () -> draft.notice(NoticeCode.UNREADABLE_SESSION, "eventSchedule", schedule.toString()));
            SchemaEvent.each(draft, Field.ZONE, schedule, "scheduleTimezone");
        }
        Trees.all(event, "subEvent").stream()
                .filter(part -> part.isObject() && Trees.text(part, "name").isEmpty())
                .forEach(part -> part(draft, part));
    }

    /** Dates are paired only when there are as many of either; otherwise an end would be given to the wrong start. */
    private static void several(RecordDraft draft, List<String> starts, List<String> ends) {
        boolean paired = starts.size() == ends.size();
        List<String> sortedStarts = paired ? starts.stream().sorted().toList() : starts;
        List<String> sortedEnds = paired ? ends.stream().sorted().toList() : ends;
        for (int i = 0; i < starts.size(); i++) {
            draft.put(Field.SESSION, sortedStarts.get(i) + "/" + (paired ? sortedEnds.get(i) : ""));
        }
        if (!paired && !ends.isEmpty()) {
            draft.notice(NoticeCode.UNREADABLE_END, "endDate", String.join(", ", ends));
        }
    }

    private static void part(RecordDraft draft, JsonNode part) {
        Trees.text(part, "startDate")
                .ifPresent(start -> draft.put(
                        Field.SESSION, start + "/" + Trees.text(part, "endDate").orElse("")));
    }
}
