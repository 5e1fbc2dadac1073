package moisson.normalize.time;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import moisson.normalize.time.Reading.Doubt;
import org.jspecify.annotations.Nullable;

/** Days, and the hours told for them: "Du 16/11 au 20/11 de 17h à 17h30". */
final class Phrase {
    /** Hours told for more days than this are opening hours, not sessions. */
    private static final int MOST_DAYS = 31;

    private static final long MOST_RECURRING_DAYS = 400;
    /** An end before the start, but no later than this, is meant for the next morning. */
    private static final LocalTime MORNING = LocalTime.of(6, 0);

    /** A day or several; {@code at} and {@code to} are hours written inside: "5/11 à 9h au 7/11 à 17h". */
    record Stretch(
            LocalDate first,
            LocalDate last,
            @Nullable LocalTime at,
            @Nullable LocalTime to) {}

    /** An hour, and perhaps a last one. */
    record Hours(LocalTime from, @Nullable LocalTime to) {}

    final List<Stretch> stretches = new ArrayList<>();
    final List<Hours> hours = new ArrayList<>();
    final AtomicBoolean someDays = new AtomicBoolean();
    /** A word that we do not know, or hours of several sorts: days in between are then not told one by one. */
    final AtomicBoolean unclear = new AtomicBoolean();

    private final BitSet weekdays = new BitSet();

    /** @param range true when every weekday since the last one told is meant: "du mardi au samedi" */
    void on(int weekday, boolean range) {
        int from = range && !weekdays.isEmpty() ? weekdays.length() - 1 : weekday;
        if (from > 0 && from < weekday) {
            weekdays.set(from, weekday);
        }
        weekdays.set(weekday);
        if (from <= 0 || from > weekday) { // "du samedi au lundi"
            unclear.setPlain(true);
        }
    }

    boolean hasHours() {
        return !hours.isEmpty();
    }

    boolean isEmpty() {
        return stretches.isEmpty();
    }

    /** One session per day and hour; days alone when nobody told hours, or told them in a way we do not read. */
    void write(List<Hours> leading, List<Span> spans, Set<Doubt> doubts) {
        List<Hours> all = hours.isEmpty() ? leading : hours;
        for (Stretch stretch : stretches) {
            if (stretch.at() != null) {
                spans.add(Span.hours(stretch.first(), stretch.at(), stretch.last(), stretch.to()));
            } else if (recurs(stretch)) {
                eachWeek(stretch, all, spans, doubts);
            } else if (all.isEmpty() || isCoarse(stretch)) {
                if (isCoarse(stretch) && (someDays.get() || !all.isEmpty())) {
                    doubts.add(Doubt.COARSE);
                }
                spans.add(Span.days(stretch.first(), stretch.last()));
            } else {
                eachDay(stretch, all, spans, doubts);
            }
        }
    }

    /** "Tous les mardis du 3 au 24 novembre": each of these days is a session. */
    private boolean recurs(Stretch stretch) {
        long days = ChronoUnit.DAYS.between(stretch.first(), stretch.last());
        return !weekdays.isEmpty()
                && !unclear.getPlain()
                && stretches.size() == 1
                && days > 0
                && days <= MOST_RECURRING_DAYS
                && weekdays.get(stretch.first().getDayOfWeek().getValue());
    }

    private void eachWeek(Stretch stretch, List<Hours> hours, List<Span> spans, Set<Doubt> doubts) {
        for (LocalDate day = stretch.first(); !day.isAfter(stretch.last()); day = day.plusDays(1)) {
            if (weekdays.get(day.getDayOfWeek().getValue())) {
                if (hours.isEmpty()) {
                    spans.add(Span.days(day, day));
                }
                for (Hours hour : hours) {
                    spans.add(session(day, hour, doubts));
                }
            }
        }
    }

    private boolean isCoarse(Stretch stretch) {
        long days = ChronoUnit.DAYS.between(stretch.first(), stretch.last());
        return days >= MOST_DAYS || (someDays.get() && days > 0);
    }

    private static void eachDay(Stretch stretch, List<Hours> hours, List<Span> spans, Set<Doubt> doubts) {
        for (LocalDate day = stretch.first(); !day.isAfter(stretch.last()); day = day.plusDays(1)) {
            for (Hours hour : hours) {
                spans.add(session(day, hour, doubts));
            }
        }
    }

    private static Span session(LocalDate day, Hours hours, Set<Doubt> doubts) {
        LocalTime to = hours.to();
        if (to == null || to.equals(hours.from())) {
            return Span.hours(day, hours.from(), day, null);
        }
        if (!Duration.between(hours.from(), to).isNegative()) {
            return Span.hours(day, hours.from(), day, to);
        }
        if (!to.isAfter(MORNING)) {
            return Span.hours(day, hours.from(), day.plusDays(1), to);
        }
        doubts.add(Doubt.END_BEFORE_START);
        return Span.hours(day, hours.from(), day, null);
    }
}
