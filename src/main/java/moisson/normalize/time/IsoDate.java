package moisson.normalize.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A date as machines write it: {@code 2020-11-05}, {@code 2020-11-05T09:00:00+01:00}, {@code 2020-11-05 09:00},
 * {@code 20201105T080000Z}, {@code 2020-11-05T09:00:00+0100}.
 *
 * @param offset null for a floating time
 */
public record IsoDate(
        LocalDate day, @Nullable LocalTime time, @Nullable ZoneOffset offset) {
    private static final int LONGEST = 40;
    private static final String PLAIN = "0000-00-00T00:00:00+00:00";

    /** Empty when the text is anything else, or no such day or hour exists. */
    public static Optional<IsoDate> find(String text) {
        IsoDate plain = plain(text);
        if (plain != null) {
            return Optional.of(plain);
        }
        String stripped = text.strip();
        if (stripped.length() < 8 || stripped.length() > LONGEST || !Cursor.isDigit(stripped.charAt(3))) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(read(new Cursor(stripped)));
        } catch (DateTimeException | NumberFormatException noSuchMoment) {
            return Optional.empty();
        }
    }

    /** Most dates are {@code 2020-11-05} or {@code 2020-11-05T09:00:00+01:00}; null for any other, and for no such day. */
    private static @Nullable IsoDate plain(String text) {
        if ((text.length() != 10 && text.length() != 25) || !matches(text, PLAIN)) {
            return null;
        }
        int month = two(text, 5);
        int day = two(text, 8);
        if (month < 1 || month > 12 || day < 1 || day > 28) {
            return null; // the end of a month is counted with care
        }
        LocalDate date = LocalDate.of(two(text, 0) * 100 + two(text, 2), month, day);
        if (text.length() == 10) {
            return new IsoDate(date, null, null);
        }
        int hour = two(text, 11);
        int minute = two(text, 14);
        int hours = two(text, 20);
        int minutes = two(text, 23);
        if (hour > 23 || minute > 59 || two(text, 17) > 59 || hours > 17 || minutes > 59) {
            return null;
        }
        int sign = text.charAt(19) == '-' ? -1 : 1;
        return new IsoDate(date, LocalTime.of(hour, minute), ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes));
    }

    /** Whether a text has digits where the shape has a 0, a sign where it has one, and the same characters elsewhere. */
    private static boolean matches(String text, String shape) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char wanted = shape.charAt(i);
            boolean right = wanted == '0' ? Cursor.isDigit(c) : c == wanted || (wanted == '+' && c == '-');
            if (!right) {
                return false;
            }
        }
        return true;
    }

    private static int two(String text, int at) {
        return (text.charAt(at) - '0') * 10 + text.charAt(at + 1) - '0';
    }

    private static @Nullable IsoDate read(Cursor at) {
        LocalDate day = day(at);
        if (day == null || at.done()) {
            return day == null ? null : new IsoDate(day, null, null);
        }
        if (at.look() != 'T' && at.look() != ' ' && at.look() != 't') {
            return null;
        }
        at.skip(1);
        LocalTime time = time(at);
        if (time == null) {
            return null;
        }
        at.skipSpaces();
        if (at.done()) {
            return new IsoDate(day, time, null);
        }
        ZoneOffset offset = offset(at);
        return offset == null || !at.done() ? null : new IsoDate(day, time, offset);
    }

    private static @Nullable LocalDate day(Cursor at) {
        String digits = at.digits();
        if (digits.length() == 8) {
            return LocalDate.of(number(digits, 0, 4), number(digits, 4, 6), number(digits, 6, 8));
        }
        if (digits.length() != 4 || at.look() != '-') {
            return null;
        }
        at.skip(1);
        String month = at.digits();
        if (month.isEmpty() || month.length() > 2 || at.look() != '-') {
            return null;
        }
        at.skip(1);
        String day = at.digits();
        if (day.isEmpty() || day.length() > 2) {
            return null;
        }
        return LocalDate.of(Integer.parseInt(digits), Integer.parseInt(month), Integer.parseInt(day));
    }

    private static @Nullable LocalTime time(Cursor at) {
        String digits = at.digits();
        if (digits.length() == 6 || digits.length() == 4) {
            return LocalTime.of(number(digits, 0, 2), number(digits, 2, 4));
        }
        if (digits.length() != 2 || at.look() != ':') {
            return null;
        }
        at.skip(1);
        String minutes = at.digits();
        if (minutes.length() != 2) {
            return null;
        }
        if (at.look() == ':') {
            at.skip(1);
            String seconds = at.digits();
            if (seconds.length() != 2 || Integer.parseInt(seconds) > 60) {
                return null;
            }
            if (at.look() == '.') {
                at.skip(1);
                at.digits();
            }
        }
        return LocalTime.of(Integer.parseInt(digits), Integer.parseInt(minutes));
    }

    private static @Nullable ZoneOffset offset(Cursor at) {
        if (at.takeLetters("z")) {
            return ZoneOffset.UTC;
        }
        int sign = at.look() == '-' || at.look() == '−' ? -1 : at.look() == '+' ? 1 : 0;
        if (sign == 0) {
            return null;
        }
        at.skip(1);
        String hours = at.digits();
        String minutes = hours.length() == 4 ? hours.substring(2) : "";
        if (minutes.isEmpty() && at.look() == ':') {
            at.skip(1);
            minutes = at.digits();
        }
        int half = minutes.isEmpty() ? 0 : Integer.parseInt(minutes);
        return ZoneOffset.ofHoursMinutes(sign * number(hours, 0, 2), sign * half);
    }

    private static int number(String digits, int from, int to) {
        if (digits.length() < to) {
            throw new NumberFormatException(digits);
        }
        return Integer.parseInt(digits, from, to, 10);
    }
}
