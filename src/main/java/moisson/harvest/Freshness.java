package moisson.harvest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import moisson.event.Field;
import moisson.event.SourceRecord;
import org.jspecify.annotations.Nullable;

/** When a source says it last changed a record. To the day: clocks and hours of export differ too much for more. */
final class Freshness {
    private static final Pattern DAY = Pattern.compile("\\s*(20\\d\\d)-?(\\d\\d)-?(\\d\\d)(?!\\d).*", Pattern.DOTALL);

    private Freshness() {}

    /** Null when it says nothing that can be: a day to come tells that its clock, or its field, is wrong. */
    static @Nullable LocalDate of(SourceRecord record, Instant now) {
        String told = record.first(Field.UPDATED).orElse(null);
        Matcher matcher = told == null ? null : DAY.matcher(told);
        if (matcher == null || !matcher.matches()) {
            return null;
        }
        try {
            LocalDate day = LocalDate.of(
                    Integer.parseInt(matcher.group(1)),
                    Integer.parseInt(matcher.group(2)),
                    Integer.parseInt(matcher.group(3)));
            LocalDate tomorrow = now.atZone(ZoneOffset.UTC).toLocalDate().plusDays(1);
            return day.isAfter(tomorrow) ? null : day;
        } catch (DateTimeException impossible) {
            return null;
        }
    }
}
