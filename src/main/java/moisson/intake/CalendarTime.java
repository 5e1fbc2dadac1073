package moisson.intake;

import biweekly.util.DateTimeComponents;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import moisson.event.NoticeCode;
import org.jspecify.annotations.Nullable;

/**
 * A DATE or DATE-TIME of iCalendar.
 *
 * @param local the hour on the wall, midnight for a day
 * @param isDay whether no hour was given
 * @param zone null for floating times, and for days
 */
record CalendarTime(
        LocalDateTime local, boolean isDay, @Nullable CalendarZone zone) {
    /** Clocks change between midnight and three. */
    private static final int LAST_HOUR_OF_CHANGE = 3;

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

    /** RFC 5545, 3.3.5 forbids them, and some write them all the same. */
    private static final Pattern OFFSET = Pattern.compile("[T ]\\d{2}:?\\d{2}:?\\d{2}([+-]\\d{2}:?\\d{2})$");

    /** @param zone used unless the text says UTC, or an offset of its own */
    static Optional<CalendarTime> parse(String text, @Nullable CalendarZone zone) {
        try {
            String stripped = text.strip();
            DateTimeComponents parts = DateTimeComponents.parse(stripped);
            Matcher offset = OFFSET.matcher(stripped);
            return of(parts, parts.hasTime(), offset.find() ? offset(offset.group(1)) : zone);
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static CalendarZone offset(String written) {
        return CalendarZone.of(ZoneOffset.of(written));
    }

    static Optional<CalendarTime> of(DateTimeComponents parts, boolean timed, @Nullable CalendarZone zone) {
        try {
            LocalDateTime local = LocalDateTime.of(
                    parts.getYear(),
                    parts.getMonth(),
                    parts.getDate(),
                    timed ? parts.getHour() : 0,
                    timed ? parts.getMinute() : 0,
                    // RFC 5545, 3.3.12: a leap second is read as the one before.
                    timed ? Math.min(parts.getSecond(), 59) : 0);
            return Optional.of(
                    new CalendarTime(local, !timed, !timed ? null : parts.isUtc() ? CalendarZone.UTC : zone));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    boolean isFloating() {
        return !isDay && zone == null;
    }

    /** The same moment on another wall, if both walls are known. */
    LocalDateTime on(@Nullable CalendarZone other) {
        if (zone == null || other == null || zone.equals(other)) {
            return local;
        }
        var instant = local.toInstant(zone.offset(local));
        LocalDateTime guess = LocalDateTime.ofInstant(instant, other.offset(local));
        return LocalDateTime.ofInstant(instant, other.offset(guess));
    }

    /** After so many hours, which are all of the same length. */
    CalendarTime plus(Duration hours) {
        if (zone == null || hours.isZero()) {
            return at(local.plus(hours));
        }
        Instant end = local.toInstant(zone.offset(local)).plus(hours);
        LocalDateTime inUtc = LocalDateTime.ofInstant(end, ZoneOffset.UTC);
        return at(new CalendarTime(inUtc, false, CalendarZone.UTC).on(zone));
    }

    /** What is to be told of an hour in the night in which clocks change; nothing of any other. */
    Optional<NoticeCode> change() {
        ZoneId id = isDay || zone == null || local.getHour() > LAST_HOUR_OF_CHANGE ? null : zone.id();
        return id == null
                ? Optional.empty()
                : switch (id.getRules().getValidOffsets(local).size()) {
                    case 0 -> Optional.of(NoticeCode.SKIPPED_HOUR);
                    case 1 -> Optional.empty();
                    default -> Optional.of(NoticeCode.REPEATED_HOUR);
                };
    }

    CalendarTime at(LocalDateTime other) {
        return new CalendarTime(other, isDay, zone);
    }

    /** ISO 8601: a day, an hour with its offset, or a bare hour when it floats. */
    String iso() {
        if (isDay) {
            return local.toLocalDate().toString();
        }
        return HOUR.format(local) + (zone == null ? "" : offset(zone.offset(local)));
    }

    private static String offset(ZoneOffset offset) {
        return offset.getId();
    }
}
