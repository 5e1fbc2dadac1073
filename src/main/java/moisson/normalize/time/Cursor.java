package moisson.normalize.time;

import java.util.concurrent.atomic.AtomicInteger;
import moisson.reference.Folding;

/** A place in a text that moves on, and may go back to a mark. */
final class Cursor {
    private static final char END = '\0';

    private final String text;
    private final AtomicInteger place = new AtomicInteger();

    Cursor(String text) {
        this.text = text;
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    boolean done() {
        return place.getPlain() >= text.length();
    }

    char look() {
        return charAt(place.getPlain());
    }

    char lookAfter() {
        return charAt(place.getPlain() + 1);
    }

    int mark() {
        return place.getPlain();
    }

    void back(int mark) {
        place.setPlain(mark);
    }

    void skip(int characters) {
        place.setPlain(place.getPlain() + characters);
    }

    boolean skipSpaces() {
        int start = mark();
        while (isSpace(look())) {
            skip(1);
        }
        return mark() > start;
    }

    String digits() {
        int start = mark();
        while (isDigit(look())) {
            skip(1);
        }
        return text.substring(start, mark());
    }

    String letters() {
        int start = mark();
        while (Character.isLetter(look()) || isAccent(look())) {
            skip(1);
        }
        return text.substring(start, mark());
    }

    /** Takes exactly these letters, whatever their case, if no other letter follows them. */
    boolean takeLetters(String wanted) {
        int start = mark();
        if (text.regionMatches(true, start, wanted, 0, wanted.length())
                && !Character.isLetter(charAt(start + wanted.length()))) {
            skip(wanted.length());
            return true;
        }
        return false;
    }

    boolean followedByMonth() {
        int start = mark();
        skipSpaces();
        Token next = Lexicon.find(Folding.fold(letters()));
        back(start);
        return next != null && next.is(Token.Kind.MONTH);
    }

    boolean followedByWord(String word) {
        int start = mark();
        skipWord();
        boolean found = text.substring(start, mark()).endsWith(word);
        back(start);
        return found;
    }

    /** The spaces or hyphen before a word, and the word. */
    void skipWord() {
        skipSpaces();
        if (look() == '-' || look() == '‑') {
            skip(1);
        }
        letters();
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\u00A0' || c == '\u202F';
    }

    private static boolean isAccent(char c) {
        return c >= 0x300 && c < 0x370;
    }

    private char charAt(int index) {
        return index < text.length() ? text.charAt(index) : END;
    }
}
