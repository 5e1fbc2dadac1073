package moisson.normalize.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import moisson.normalize.time.Atom.Day;
import moisson.normalize.time.Reading.Doubt;
import org.jspecify.annotations.Nullable;

/** Gives days the month and year that stand beside another day, and years that stand nowhere. */
final class Days {
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;
    private static final int PAST_MONTHS = 9;

    private final @Nullable Clue clue;
    private final Set<Doubt> doubts;

    Days(@Nullable Clue clue, Set<Doubt> doubts) {
        this.clue = clue;
        this.doubts = doubts;
    }

    /** The same atoms, each day whole but perhaps for its year; a number that is no day becomes a word. */
    static List<Atom> completed(List<Atom> atoms) {
        List<Atom> whole = new ArrayList<>(atoms);
        Day next = null;
        int year = 0;
        for (int i = whole.size() - 1; i >= 0; i--) {
            Day day = whole.get(i).is(Atom.Kind.DAY) ? whole.get(i).day() : null;
            if (day == null) {
                next = isJoint(whole.get(i)) ? next : null;
                continue;
            }
            if (day.month() == 0) {
                if (next == null || day.day() >= next.day()) { // "du 28 au 3 janvier" could mean several things
                    whole.set(i, Atom.of(next == null ? Atom.Kind.OTHER : Atom.Kind.ANOTHER_MATTER));
                    next = null;
                    continue;
                }
                day = day.withMonth(next.month());
            }
            day = day.year() == 0 && year != 0 ? day.withYear(earlier(day, next, year)) : day;
            year = day.year();
            next = day;
            whole.set(i, Atom.of(day));
        }
        return whole;
    }

    /** "28 décembre - 3 janvier 2021" begins in 2020. */
    private static int earlier(Day day, @Nullable Day next, int year) {
        return next != null && day.month() > next.month() && year > 100 ? year - 1 : year;
    }

    private static boolean isJoint(Atom atom) {
        return atom.is(Atom.Kind.AND) || atom.is(Atom.Kind.RANGE) || atom.is(Atom.Kind.FROM);
    }

    /** @param before the day last understood in this text, which lends its year */
    Optional<LocalDate> date(Day day, @Nullable LocalDate before) {
        int year = day.year();
        if (year == 0 && before != null) {
            boolean wraps = day.month() < before.getMonthValue();
            return checked(day, before.getYear() + (wraps ? 1 : 0));
        }
        if (year == 0) {
            return guessedYear(day);
        }
        if (year < 100) {
            doubts.add(Doubt.AMBIGUOUS);
            year += FIRST_YEAR;
        }
        return checked(day, year);
    }

    private Optional<LocalDate> guessedYear(Day day) {
        if (clue == null) {
            doubts.add(Doubt.NO_YEAR);
            return Optional.empty();
        }
        int near = clue.about().getYear();
        if (clue.sureYear()) {
            return checked(day, near);
        }
        if (day.weekday() == 0) {
            return checked(day, nearestYear(day, clue.about()));
        }
        for (int year : new int[] {near, near + 1, near - 1}) {
            if (isWeekday(day, year)) {
                return checked(day, year);
            }
        }
        doubts.add(Doubt.NO_YEAR);
        return Optional.empty();
    }

    /** People leave out the year when it is the current one; at its end they do so for the first months of the next. */
    private static int nearestYear(Day day, LocalDate about) {
        return about.getYear() + (day.month() - about.getMonthValue() < -PAST_MONTHS ? 1 : 0);
    }

    private static boolean isWeekday(Day day, int year) {
        try {
            return LocalDate.of(year, day.month(), day.day()).getDayOfWeek().getValue() == day.weekday();
        } catch (DateTimeException notThatYear) {
            return false;
        }
    }

    private Optional<LocalDate> checked(Day day, int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            doubts.add(Doubt.IMPOSSIBLE_YEAR);
            return Optional.empty();
        }
        try {
            LocalDate date = LocalDate.of(year, day.month(), day.day());
            if (day.weekday() != 0 && date.getDayOfWeek().getValue() != day.weekday()) {
                doubts.add(Doubt.WEEKDAY);
            }
            return Optional.of(date);
        } catch (DateTimeException noSuchDay) {
            doubts.add(Doubt.UNREADABLE);
            return Optional.empty();
        }
    }
}
