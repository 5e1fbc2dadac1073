package moisson.event;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** A day, and the hour with its offset when it is known. An hour that nobody gave is never invented. */
public record Moment(LocalDate day, @Nullable OffsetDateTime at) implements Comparable<Moment> {
    private static final DateTimeFormatter TEXT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");

    /** Letters of {@code 2020-11-05T09:00:00+01:00}. */
    private static final int WITH_OFFSET = 25;

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
        int bySecond = Long.compare(at.toEpochSecond(), other.at.toEpochSecond());
        int byInstant = bySecond != 0 ? bySecond : at.getNano() - other.at.getNano();
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
        byte[] text = new byte[WITH_OFFSET];
        two(text, 0, at.getYear() / 100);
        two(text, 2, at.getYear() % 100);
        text[4] = '-';
        two(text, 5, at.getMonthValue());
        text[7] = '-';
        two(text, 8, at.getDayOfMonth());
        text[10] = 'T';
        two(text, 11, at.getHour());
        text[13] = ':';
        two(text, 14, at.getMinute());
        text[16] = ':';
        two(text, 17, at.getSecond());
        text[19] = (byte) (offset < 0 ? '-' : '+');
        two(text, 20, Math.abs(offset) / 60);
        text[22] = ':';
        two(text, 23, Math.abs(offset) % 60);
        return new String(text, ISO_8859_1);
    }

    private static void two(byte[] text, int at, int number) {
        text[at] = (byte) ('0' + number / 10);
        text[at + 1] = (byte) ('0' + number % 10);
    }
}
