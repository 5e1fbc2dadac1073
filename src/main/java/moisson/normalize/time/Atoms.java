package moisson.normalize.time;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import moisson.normalize.time.Atom.Day;
import moisson.normalize.time.Token.Kind;

/** Puts tokens together: weekday, number, month and year become one day; "15-18h" two hours. */
final class Atoms {
    private static final Token END = Token.of(Kind.STOP);
    private static final int LAST_DAY = 31;

    private final List<Token> tokens;
    private final List<Atom> atoms = new ArrayList<>();
    private final AtomicInteger place = new AtomicInteger();

    private Atoms(List<Token> tokens) {
        this.tokens = tokens;
    }

    static List<Atom> of(List<Token> tokens) {
        Atoms reader = new Atoms(tokens);
        while (reader.at() < tokens.size()) {
            reader.next();
        }
        return reader.atoms;
    }

    private void next() {
        Token token = look(0);
        switch (token.kind()) {
            case WEEKDAY -> weekday(token.first());
            case DATE -> date(token);
            case NUMBER -> number(token.first());
            case TIME -> time(token);
            case AT -> at(token);
            case TO -> join(isAfterMoment() || isLast(Atom.Kind.SOME_DAYS) ? Atom.Kind.RANGE : Atom.Kind.OTHER);
            case DASH -> join(isDashOfRange() ? Atom.Kind.RANGE : Atom.Kind.AND);
            case UNTIL -> until();
            case FROM -> join(Atom.Kind.FROM);
            case AND -> join(Atom.Kind.AND);
            case ARTICLE -> skip(1);
            case EVERY -> skip(1);
            case SOME_DAYS -> someDays(token.first());
            case ANOTHER_MATTER -> join(Atom.Kind.ANOTHER_MATTER);
            case REGISTRATION -> join(Atom.Kind.REGISTRATION);
            case STOP -> join(Atom.Kind.STOP);
            case MONTH -> month(0);
            case EVENING, OTHER -> join(Atom.Kind.OTHER);
        }
    }

    private void weekday(int weekday) {
        int number = look(1).is(Kind.AND) || look(1).is(Kind.ARTICLE) ? 2 : 1;
        Token token = look(number);
        if (isMonthFirst(number)) {
            skip(number);
            month(weekday);
            return;
        }
        boolean day = token.is(Kind.DATE)
                || (token.is(Kind.NUMBER)
                        && isDay(token.first())
                        && (number == 1 || look(number + 1).is(Kind.MONTH)));
        if (!day) {
            someDays(weekday);
            return;
        }
        skip(number);
        if (token.is(Kind.DATE)) {
            skip(1);
            add(new Day(weekday, token.first(), token.second(), token.third()));
        } else {
            day(weekday, token.first());
        }
    }

    private void someDays(int weekday) {
        skip(1);
        atoms.add(Atom.someDays(weekday));
    }

    private boolean isMonthFirst(int ahead) {
        Token month = look(ahead);
        return month.is(Kind.MONTH)
                && month.second() == Token.MONTH_FIRST
                && look(ahead + 1).is(Kind.NUMBER)
                && isDay(look(ahead + 1).first());
    }

    /** "November 5, 2020", "November 5-8"; a French month never stands before its day. */
    private void month(int weekday) {
        if (!isMonthFirst(0)) {
            join(Atom.Kind.OTHER);
            return;
        }
        int month = look(0).first();
        int first = look(1).first();
        skip(2);
        boolean joined = look(0).is(Kind.DASH) || look(0).is(Kind.TO) || look(0).is(Kind.AND);
        boolean several = joined && look(1).is(Kind.NUMBER) && isDay(look(1).first()) && look(1).first() > first;
        boolean range = several && !look(0).is(Kind.AND);
        int last = several ? look(1).first() : 0;
        skip(several ? 2 : 0);
        int year = year();
        add(new Day(weekday, first, month, year));
        if (several) {
            atoms.add(Atom.of(range ? Atom.Kind.RANGE : Atom.Kind.AND));
            add(new Day(0, last, month, year));
        }
    }

    private int year() {
        int comma = look(0).is(Kind.AND) ? 1 : 0;
        if (!look(comma).is(Kind.NUMBER) || look(comma).first() < 1000) {
            return 0;
        }
        int year = look(comma).first();
        skip(comma + 1);
        return year;
    }

    /** After days that are told already, the 11/12 of "salle 11/12" is a number. */
    private void date(Token token) {
        boolean mereNumber = token.third() == 0
                && look(-1).is(Kind.OTHER)
                && atoms.stream().anyMatch(atom -> atom.is(Atom.Kind.DAY));
        if (mereNumber) {
            join(Atom.Kind.OTHER);
        } else {
            skip(1);
            add(new Day(0, token.first(), token.second(), token.third()));
        }
    }

    private void number(int value) {
        if (isThreeNumbers()) {
            add(new Day(0, value, look(1).first(), look(2).first()));
            skip(3);
        } else if (look(1).is(Kind.MONTH) && isDay(value)) {
            day(0, value);
        } else if (value < 24 && isHour()) {
            skip(1);
            atoms.add(Atom.of(LocalTime.of(value, 0)));
        } else if (isDay(value) && !look(-1).is(Kind.OTHER)) {
            day(0, value);
        } else {
            join(Atom.Kind.OTHER);
        }
    }

    /** 14 12 2024 or 14 12 24, but not a telephone number. */
    private boolean isThreeNumbers() {
        int year = look(2).first();
        return isDay(look(0).first())
                && look(1).is(Kind.NUMBER)
                && look(1).first() <= 12
                && look(2).is(Kind.NUMBER)
                && (year >= 2000 || (year > 12 && year < 100))
                && !look(3).is(Kind.NUMBER)
                && !look(-1).is(Kind.NUMBER);
    }

    /** "de 9 à 12h", "15-18h", and the 12 of "de 9h à 12". */
    private boolean isHour() {
        Token before = look(-1);
        boolean joined = look(1).is(Kind.AT) || look(1).is(Kind.DASH) || look(1).is(Kind.TO);
        if (joined && look(2).is(Kind.TIME)) {
            return !before.is(Kind.ARTICLE) && !before.is(Kind.WEEKDAY);
        }
        return isLast(Atom.Kind.RANGE)
                && atoms.size() > 1
                && atoms.get(atoms.size() - 2).is(Atom.Kind.TIME)
                && (look(1).is(Kind.STOP) || look(1).is(Kind.AND));
    }

    /** From a number: the number, and the month and year if they follow. */
    private void day(int weekday, int number) {
        skip(1);
        int month = 0;
        int year = 0;
        if (look(0).is(Kind.MONTH)) {
            month = look(0).first();
            skip(1);
            year = year();
        }
        add(new Day(weekday, number, month, year));
    }

    private void time(Token token) {
        boolean evening = look(1).is(Kind.EVENING) || (look(1).is(Kind.FROM) && look(2).is(Kind.EVENING));
        int hour = evening && token.first() > 0 && token.first() < 12 ? token.first() + 12 : token.first();
        skip(1);
        atoms.add(Atom.of(LocalTime.of(hour, token.second())));
    }

    private void at(Token token) {
        boolean range =
                token.is(Kind.AT) && isLast(Atom.Kind.TIME) && (look(1).is(Kind.TIME) || look(1).is(Kind.NUMBER));
        if (range) {
            join(Atom.Kind.RANGE);
        } else {
            skip(1);
        }
    }

    private void until() {
        skip(look(1).is(Kind.AT) || look(1).is(Kind.TO) ? 2 : 1);
        atoms.add(Atom.of(Atom.Kind.UNTIL));
    }

    private boolean isDashOfRange() {
        Token after = look(1).is(Kind.ARTICLE) ? look(2) : look(1);
        boolean day = after.is(Kind.NUMBER) || after.is(Kind.DATE) || after.is(Kind.WEEKDAY);
        return (isLast(Atom.Kind.DAY) && day && !(after.is(Kind.NUMBER) && hourFollows()))
                || (isLast(Atom.Kind.TIME) && (after.is(Kind.TIME) || day));
    }

    /** In "28/03/2025 - 15-18h" the first dash parts, the second joins. */
    private boolean hourFollows() {
        return (look(2).is(Kind.AT) || look(2).is(Kind.DASH)) && look(3).is(Kind.TIME);
    }

    private boolean isAfterMoment() {
        return isLast(Atom.Kind.DAY) || isLast(Atom.Kind.TIME);
    }

    private boolean isLast(Atom.Kind kind) {
        return !atoms.isEmpty() && atoms.getLast().is(kind);
    }

    private static boolean isDay(int number) {
        return number >= 1 && number <= LAST_DAY;
    }

    private void add(Day day) {
        atoms.add(Atom.of(day));
    }

    private void join(Atom.Kind kind) {
        skip(1);
        atoms.add(Atom.of(kind));
    }

    private Token look(int ahead) {
        int index = at() + ahead;
        return index >= 0 && index < tokens.size() ? tokens.get(index) : END;
    }

    private int at() {
        return place.getPlain();
    }

    private void skip(int count) {
        place.setPlain(place.getPlain() + count);
    }
}
