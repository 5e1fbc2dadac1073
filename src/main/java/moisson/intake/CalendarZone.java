package moisson.intake;

import biweekly.io.ICalTimeZone;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import org.jspecify.annotations.Nullable;

/** A zone known by its name, or by the rules that its file gives. */
record CalendarZone(@Nullable ZoneId id, @Nullable ICalTimeZone rules) {
    /** What the normalizer takes for a plausible year. */
    private static final int FIRST_YEAR = 2000;

    private static final int LAST_YEAR = 2100;

    static final CalendarZone UTC = new CalendarZone(ZoneOffset.UTC, null);

    static CalendarZone of(ZoneId id) {
        return new CalendarZone(id, null);
    }

    ZoneOffset offset(LocalDateTime local) {
        if (id != null) {
            return id.getRules().getOffset(local);
        }
        if (rules == null) {
            return ZoneOffset.UTC;
        }
        return offset(rules, local.withYear(Math.clamp(local.getYear(), FIRST_YEAR, LAST_YEAR)));
    }

    /**
     * Applies the rules to every year that counts. The library reads definitions lazily, and throws over the broken
     * ones only when asked for an hour.
     */
    boolean isProved() {
        for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
            offset(LocalDateTime.of(year, 1, 1, 0, 0));
            offset(LocalDateTime.of(year, 7, 1, 0, 0));
            offset(LocalDateTime.of(year, 12, 31, 23, 59));
        }
        return true;
    }

    private static ZoneOffset offset(ICalTimeZone rules, LocalDateTime local) {
        int millis = rules.getOffset(
                GregorianCalendar.AD,
                local.getYear(),
                local.getMonthValue() - 1,
                local.getDayOfMonth(),
                local.getDayOfWeek().getValue() % 7 + 1,
                local.toLocalTime().toSecondOfDay() * 1_000);
        return ZoneOffset.ofTotalSeconds(Math.clamp(millis / 1_000, -64_800, 64_800));
    }
}
