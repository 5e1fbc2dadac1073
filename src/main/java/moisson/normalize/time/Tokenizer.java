package moisson.normalize.time;

import java.util.ArrayList;
import java.util.List;
import moisson.normalize.time.Token.Kind;
import moisson.reference.Folding;
import org.jspecify.annotations.Nullable;

/** Cuts a text into tokens, from left to right, each character looked at a bounded number of times. */
final class Tokenizer {
    private static final int NO_YEAR_OF_OURS = 9999;
    private static final int LONGEST_NUMBER = 4;

    private final Cursor at;
    private final List<Token> tokens = new ArrayList<>();

    private Tokenizer(String text) {
        at = new Cursor(text);
    }

    static List<Token> tokens(String text) {
        Tokenizer tokenizer = new Tokenizer(text);
        while (!tokenizer.at.done()) {
            tokenizer.next();
        }
        return tokenizer.tokens;
    }

    private void next() {
        char c = at.look();
        if (Cursor.isDigit(c)) {
            number();
        } else if (Character.isLetter(c)) {
            word();
        } else {
            at.skip(1);
            sign(c);
        }
    }

    private void sign(char c) {
        switch (c) {
            case '-', '–', '—', '‑', '→', '>', '‒' -> add(Kind.DASH);
            case ',', '&', '+' -> add(Kind.AND);
            case '.', ';', '|', '│', '\n', '(', ')', '[', ']', '•', '!', '?' -> add(Kind.STOP);
            case '€', '%', '@', '#' -> add(Kind.OTHER);
            default -> {} // spaces, apostrophes, colons
        }
    }

    private void word() {
        String word = Folding.fold(at.letters());
        if (word.equals("apres") && at.followedByWord("midi")) {
            at.skipWord();
            add(Kind.OTHER);
            return;
        }
        Token known = Lexicon.find(word);
        if (known == null) {
            add(word.length() > 1 ? Kind.OTHER : Kind.ARTICLE); // a lone letter (t, h, y) says nothing
            return;
        }
        if ((known.is(Kind.MONTH) || known.is(Kind.WEEKDAY)) && at.look() == '.') {
            at.skip(1);
        }
        tokens.add(known);
    }

    private void number() {
        String digits = at.digits();
        if (digits.length() > LONGEST_NUMBER) {
            add(Kind.OTHER);
            return;
        }
        int value = Integer.parseInt(digits);
        Token token = date(digits, value);
        if (token == null) {
            token = time(value, digits.length());
        }
        tokens.add(token != null ? token : plain(value));
    }

    private Token plain(int value) {
        if ((value == 1 && at.takeLetters("er")) || isEnglishOrdinal()) {
            return Token.of(Kind.NUMBER, value);
        }
        if (Character.isLetter(at.look()) || at.look() == '%' || at.look() == '€') { // 20e, 3D, 12€
            at.letters();
            return Token.of(Kind.OTHER);
        }
        return Token.of(Kind.NUMBER, value);
    }

    private boolean isEnglishOrdinal() {
        return at.takeLetters("st") || at.takeLetters("nd") || at.takeLetters("rd") || at.takeLetters("th");
    }

    /** 05/11/2020, 5.11.2020, 05-11-20, 2020-11-05, 05/11; null, and nothing taken, for anything else. */
    private @Nullable Token date(String digits, int first) {
        char sign = at.look();
        if (sign != '/' && sign != '.' && sign != '-') {
            return null;
        }
        int mark = at.mark();
        at.skip(1);
        String second = at.digits();
        if (second.isEmpty() || second.length() > 2) {
            at.back(mark);
            return null;
        }
        if (at.look() == sign && Cursor.isDigit(at.lookAfter())) {
            at.skip(1);
            String third = at.digits();
            if (digits.length() == 4 && third.length() <= 2) {
                return new Token(Kind.DATE, Integer.parseInt(third), Integer.parseInt(second), first);
            }
            if (digits.length() <= 2 && (third.length() == 4 || third.length() == 2)) {
                return new Token(Kind.DATE, first, Integer.parseInt(second), year(third));
            }
        } else if (sign == '/' && digits.length() <= 2 && !isAlways(first, second) && !Character.isLetter(at.look())) {
            return new Token(Kind.DATE, first, Integer.parseInt(second), 0);
        }
        at.back(mark);
        return null;
    }

    /** 07 may be 2007, but 0007 is a year gone wrong on its way: it is made one that no event can have. */
    private static int year(String digits) {
        int year = Integer.parseInt(digits);
        return digits.length() == 4 && year < 100 ? NO_YEAR_OF_OURS : year;
    }

    /** 24/7 and 7/7 are not days of July. */
    private static boolean isAlways(int first, String second) {
        return second.equals("7") && (first == 24 || first == 7);
    }

    /** 9h, 9 h 30, 17h30, 17:30, 17 heures; null, and nothing taken, for anything else. */
    private @Nullable Token time(int hour, int length) {
        if (hour > 24 || length > 2) {
            return null;
        }
        int mark = at.mark();
        if (at.look() == ':' && Cursor.isDigit(at.lookAfter())) {
            at.skip(1);
            String minutes = at.digits();
            if (at.look() == ':' && Cursor.isDigit(at.lookAfter())) {
                at.skip(1);
                at.digits();
            }
            return minutes.length() == 2 ? time(halfDay(hour), Integer.parseInt(minutes), mark) : undo(mark);
        }
        int half = halfDay(hour);
        if (at.mark() != mark) {
            return time(half, 0, mark);
        }
        at.skipSpaces();
        if (!at.takeLetters("h") && !at.takeLetters("heures") && !at.takeLetters("heure") && !at.takeLetters("hrs")) {
            return undo(mark);
        }
        return time(hour, minutes(), mark);
    }

    /** The hour after "am" or "pm" has been taken, if it stands there; the same hour, and nothing taken, if it does not. */
    private int halfDay(int hour) {
        int mark = at.mark();
        at.skipSpaces();
        if (hour >= 1 && hour <= 12 && at.takeLetters("pm")) {
            return hour % 12 + 12;
        }
        if (hour >= 1 && hour <= 12 && at.takeLetters("am")) {
            return hour % 12;
        }
        at.back(mark);
        return hour;
    }

    private @Nullable Token time(int hour, int minutes, int mark) {
        if (minutes > 59 || (hour == 24 && minutes > 0)) {
            return undo(mark);
        }
        return new Token(Kind.TIME, hour % 24, minutes, 0);
    }

    private @Nullable Token undo(int mark) {
        at.back(mark);
        return null;
    }

    /** The two digits after an h; but "10h 12 novembre" has none. */
    private int minutes() {
        int mark = at.mark();
        boolean apart = at.skipSpaces();
        String digits = at.digits();
        if (digits.length() != 2 || (apart && (at.look() == '/' || at.followedByMonth()))) {
            at.back(mark);
            return 0;
        }
        int beforeUnit = at.mark();
        at.skipSpaces();
        if (!at.takeLetters("min") && !at.takeLetters("mn")) {
            at.back(beforeUnit);
        }
        return Integer.parseInt(digits);
    }

    private void add(Kind kind) {
        tokens.add(Token.of(kind));
    }
}
