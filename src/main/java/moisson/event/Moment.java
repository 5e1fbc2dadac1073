package moisson.event;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** A day, and the hour with its offset when it is known. An hour that nobody gave is never invented. */
public record Moment(LocalDate day, @Nullable OffsetDateTime at) implements Comparable<Moment> {
    private static final DateTimeFormatter TEXT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");

    public Moment {
        if (at != null && !at.toLocalDate().equals(day)) {
            throw new IllegalArgumentException("the day is not the day of the hour");
        }
    }

    public static Moment of(OffsetDateTime at) {
        return new Moment(at.toLocalDate(), at);
    }

    public static Moment of(LocalDate day) {
        return new Moment(day, null);
    }

    /** The inverse of {@link #toString()}. */
    public static Moment parse(String text) {
        return text.length() > 10 ? of(OffsetDateTime.parse(text)) : of(LocalDate.parse(text));
    }

    public boolean hasHour() {
        return at != null;
    }

    @Override
    public int compareTo(Moment other) {
        int byDay = day.compareTo(other.day);
        if (byDay != 0) {
            return byDay;
        }
        if (at == null || other.at == null) {
            return Boolean.compare(at != null, other.at != null);
        }
        int byInstant = at.toInstant().compareTo(other.at.toInstant());
        return byInstant == 0 ? toString().compareTo(other.toString()) : byInstant;
    }

    /** ISO 8601: {@code 2020-11-05} or {@code 2020-11-05T09:00:00+01:00}. */
    @Override
    public String toString() {
        return at == null ? day.toString() : text(at);
    }

    /** What {@link #TEXT} writes, without its machinery for the years that events are in. */
    private static String text(OffsetDateTime at) {
        int offset = at.getOffset().getTotalSeconds() / 60;
        if (at.getYear() < 1000 || at.getYear() > 9999 || at.getOffset().getTotalSeconds() % 60 != 0) {
            return TEXT.format(at);
        }
        StringBuilder text = new StringBuilder(25).append(at.getYear());
        two(text.append('-'), at.getMonthValue());
        two(text.append('-'), at.getDayOfMonth());
        two(text.append('T'), at.getHour());
        two(text.append(':'), at.getMinute());
        two(text.append(':'), at.getSecond());
        two(text.append(offset < 0 ? '-' : '+'), Math.abs(offset) / 60);
        two(text.append(':'), Math.abs(offset) % 60);
        return text.toString();
    }

    private static void two(StringBuilder text, int number) {
        text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }
}
