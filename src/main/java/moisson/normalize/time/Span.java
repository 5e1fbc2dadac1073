package moisson.normalize.time;

import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * One session in local time. Without {@code from} only its days are known.
 *
 * @param endKnown false when only the start was told
 */
public record Span(
        LocalDate first,
        @Nullable LocalTime from,
        LocalDate last,
        @Nullable LocalTime to,
        boolean endKnown) {
    static Span days(LocalDate first, LocalDate last) {
        return new Span(first, null, last, null, !first.equals(last));
    }

    static Span hours(LocalDate first, @Nullable LocalTime from, LocalDate last, @Nullable LocalTime to) {
        return new Span(first, from, last, to, to != null);
    }
}
