package moisson.normalize.time;

import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** One thing said by one or several tokens: a day, an hour, or how they hang together. */
record Atom(Kind kind, @Nullable Day day, @Nullable LocalTime time) {
    enum Kind {
        DAY,
        TIME,
        /** What follows ends what precedes. */
        RANGE,
        /** jusqu'à: what follows is an end. */
        UNTIL,
        AND,
        FROM,
        /** Its day holds a weekday only, or is null when we do not know which days are meant. */
        SOME_DAYS,
        STOP,
        ANOTHER_MATTER,
        REGISTRATION,
        OTHER
    }

    /**
     * A day as it is written.
     *
     * @param weekday 1 for Monday, 0 when none is written
     * @param month 0 when it must be had from a later day: "19 et 20 septembre"
     * @param year 0 when none is written; below 100 when written with two digits
     */
    record Day(int weekday, int day, int month, int year) {
        Day withMonth(int other) {
            return new Day(weekday, day, other, year);
        }

        Day withYear(int other) {
            return new Day(weekday, day, month, other);
        }
    }

    static Atom of(Kind kind) {
        return new Atom(kind, null, null);
    }

    static Atom of(Day day) {
        return new Atom(Kind.DAY, day, null);
    }

    /** @param weekday 1 for Monday; 0 for days that are not told, or not so that we could tell which */
    static Atom someDays(int weekday) {
        return new Atom(Kind.SOME_DAYS, weekday == 0 ? null : new Day(weekday, 0, 0, 0), null);
    }

    static Atom of(LocalTime time) {
        return new Atom(Kind.TIME, null, time);
    }

    boolean is(Kind other) {
        return kind == other;
    }
}
