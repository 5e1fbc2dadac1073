package moisson.intake;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import moisson.event.NoticeCode;

/**
 * All the spans of an event that takes place more than once.
 *
 * @param span the one that its start and its end tell
 */
record CalendarSessions(CalendarSpan span, CalendarEvent event, CalendarZones zones, RecordDraft draft) {
    /** Nothing for an event that takes place once. */
    Optional<List<CalendarSpan>> list() {
        if (event.isSeries() || (event.changesFollowing() && event.repeats())) {
            return Optional.of(own());
        }
        Optional<List<CalendarSpan>> moved = event.changed().flatMap(this::moved);
        if (moved.isEmpty() && event.changesFollowing()) {
            // The series is not there, or cannot be read: of all that follows we know the first one only.
            event.find("RECURRENCE-ID")
                    .ifPresent(id -> draft.notice(NoticeCode.UNREADABLE_SESSION, "RECURRENCE-ID", id.getValue()));
        }
        return moved;
    }

    private List<CalendarSpan> own() {
        var occurrences = new Occurrences(span.start(), event, zones, draft);
        Map<LocalDateTime, CalendarSpan> periods = occurrences.periods();
        return occurrences.list().stream()
                .map(at -> periods.getOrDefault(at, span.startingAt(at)))
                .toList();
    }

    /**
     * The occurrences of the series from the one that this event names, each moved by as much as that one (RFC 5545,
     * 3.8.4.4).
     */
    private Optional<List<CalendarSpan>> moved(CalendarEvent series) {
        Optional<CalendarTime> first =
                series.find("DTSTART").flatMap(property -> CalendarSpan.time(property, zones, draft));
        Optional<CalendarTime> named =
                event.find("RECURRENCE-ID").flatMap(property -> CalendarSpan.time(property, zones, draft));
        if (first.isEmpty() || named.isEmpty()) {
            return Optional.empty();
        }
        LocalDateTime from = named.get().on(first.get().zone());
        Duration by = Duration.between(
                named.get().on(span.start().zone()), span.start().local());
        return Optional.of(new Occurrences(first.get(), series, zones, draft)
                .following(from).stream()
                        .map(at -> first.get().at(at).on(span.start().zone()).plus(by))
                        .map(span::startingAt)
                        .toList());
    }
}
