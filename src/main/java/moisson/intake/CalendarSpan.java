package moisson.intake;

import biweekly.util.Duration;
import com.github.mangstadt.vinnie.VObjectProperty;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import moisson.event.NoticeCode;
import org.jspecify.annotations.Nullable;

/**
 * From when to when one occurrence lasts.
 *
 * @param end of a day event, the last day, inclusive; iCalendar gives the day after (RFC 5545, 3.6.1)
 */
record CalendarSpan(CalendarTime start, @Nullable CalendarTime end) {
    static CalendarSpan of(CalendarTime start, CalendarEvent event, CalendarZones zones, RecordDraft draft) {
        return new CalendarSpan(start, end(start, event, zones, draft).orElse(start.isDay() ? start : null));
    }

    private static Optional<CalendarTime> end(
            CalendarTime start, CalendarEvent event, CalendarZones zones, RecordDraft draft) {
        Optional<VObjectProperty> written = event.find("DTEND");
        if (written.isPresent()) {
            Optional<CalendarTime> end = time(written.get(), zones, draft);
            if (end.isEmpty()) {
                draft.notice(NoticeCode.UNREADABLE_END, "DTEND", written.get().getValue());
            }
            return end.map(found -> found.isDay() && start.isDay() ? inclusive(start, found.local()) : found);
        }
        return event.find("DURATION").flatMap(duration -> after(start, duration.getValue(), draft));
    }

    /** A PERIOD: two moments, or one and how long (RFC 5545, 3.3.9). */
    static Optional<CalendarSpan> period(
            VObjectProperty property, String value, CalendarZones zones, RecordDraft draft) {
        String[] parts = value.split("/", 2);
        String last = parts[1].strip();
        return time(property, parts[0], zones, draft)
                .flatMap(start -> (last.startsWith("P") || last.startsWith("-") || last.startsWith("+")
                                ? after(start, last, draft)
                                : time(property, last, zones, draft))
                        .map(end -> new CalendarSpan(start, end)));
    }

    /** The State's calendars end holidays on the day they begin: one day, and not none. */
    private static CalendarTime inclusive(CalendarTime start, LocalDateTime exclusive) {
        return start.at(exclusive.equals(start.local()) ? exclusive : exclusive.minusDays(1));
    }

    /** Weeks and days are counted on the calendar, hours are as long as they are, in the night of a change, too (RFC 5545, 3.3.6). */
    private static Optional<CalendarTime> after(CalendarTime start, String text, RecordDraft draft) {
        try {
            Duration duration = Duration.parse(text.strip());
            long sign = duration.isPrior() ? -1 : 1;
            CalendarTime day = start.at(
                    start.local().plusWeeks(sign * or0(duration.getWeeks())).plusDays(sign * or0(duration.getDays())));
            CalendarTime end = day.plus(java.time.Duration.ofHours(sign * or0(duration.getHours()))
                    .plusMinutes(sign * or0(duration.getMinutes()))
                    .plusSeconds(sign * or0(duration.getSeconds())));
            return Optional.of(start.isDay() ? inclusive(start, end.local()) : end);
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            draft.notice(NoticeCode.UNREADABLE_END, "DURATION", text);
            return Optional.empty();
        }
    }

    private static long or0(@Nullable Integer number) {
        return number == null ? 0 : number;
    }

    /** Reads a date with its TZID; an unknown one leaves the hour floating. */
    static Optional<CalendarTime> time(VObjectProperty property, CalendarZones zones, RecordDraft draft) {
        return time(property, property.getValue(), zones, draft);
    }

    static Optional<CalendarTime> time(VObjectProperty property, String value, CalendarZones zones, RecordDraft draft) {
        String id = property.getParameters().first("TZID");
        Optional<CalendarZone> zone = id == null ? Optional.empty() : zones.find(id);
        if (id != null && zone.isEmpty()) {
            draft.notice(NoticeCode.UNREADABLE_VALUE, "TZID", id);
        }
        Optional<CalendarTime> time = CalendarTime.parse(value, zone.orElse(null));
        time.flatMap(CalendarTime::change).ifPresent(code -> draft.notice(code, property.getName(), value));
        return time;
    }

    /** The same span, moved. */
    CalendarSpan startingAt(LocalDateTime other) {
        if (end == null) {
            return new CalendarSpan(start.at(other), null);
        }
        long seconds = start.local().until(end.on(start.zone()), ChronoUnit.SECONDS);
        return new CalendarSpan(
                start.at(other), new CalendarTime(other.plusSeconds(seconds), end.isDay(), start.zone()));
    }

    String iso() {
        return start.iso() + "/" + (end == null ? "" : end.iso());
    }
}
