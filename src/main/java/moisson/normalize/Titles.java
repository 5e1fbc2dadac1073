package moisson.normalize;

import java.util.Optional;
import moisson.event.Status;
import moisson.reference.Vocabulary;

/**
 * Takes the status out of a title: "[ANNULÉ] Atelier", "Atelier (REPORTÉ DU 17 AU 20 JUIN)", "COMPLET - Atelier". A status
 * word must stand in brackets, or apart behind a sign, so that "Complet à l'ouest" stays a title.
 */
final class Titles {
    private static final String SIGNS = "-–—:!|*•/";
    private static final int LONGEST_WORD = 24;
    private static final int MIN_SHOUT = 4;

    /** A title and the status that stood in it. */
    record Split(String title, Status status) {}

    private Titles() {}

    static Optional<Split> split(String title, Vocabulary<Status> words) {
        Optional<Split> inBrackets = brackets(title, words);
        return inBrackets.isPresent() ? inBrackets : apart(title, words);
    }

    private static Optional<Split> brackets(String title, Vocabulary<Status> words) {
        for (int open = opening(title, 0); open >= 0; open = opening(title, open + 1)) {
            int close = title.indexOf(title.charAt(open) == '[' ? ']' : ')', open);
            if (close < 0) {
                return Optional.empty();
            }
            Optional<Status> status = words.findBeginning(title.substring(open + 1, close));
            if (status.isPresent()) {
                String rest = title.substring(0, open).strip() + " "
                        + title.substring(close + 1).strip();
                return Optional.of(new Split(withoutSigns(rest, title), status.get()));
            }
        }
        return Optional.empty();
    }

    private static int opening(String title, int from) {
        int round = title.indexOf('(', from);
        int square = title.indexOf('[', from);
        return round < 0 || (square >= 0 && square < round) ? square : round;
    }

    private static Optional<Split> apart(String title, Vocabulary<Status> words) {
        int first = sign(title, 0, 1);
        if (first > 0 && first <= LONGEST_WORD) {
            Optional<Status> status = words.find(title.substring(0, first));
            if (status.isPresent()) {
                return Optional.of(new Split(withoutSigns(title.substring(first), title), status.get()));
            }
        }
        int last = sign(title, title.length() - 1, -1);
        if (last > 0 && title.length() - last <= LONGEST_WORD + 2) {
            Optional<Status> status = words.find(title.substring(last + 1));
            if (status.isPresent()) {
                return Optional.of(new Split(withoutSigns(title.substring(0, last), title), status.get()));
            }
        }
        int bracket = title.lastIndexOf(')');
        if (bracket > 0 && title.length() - bracket <= LONGEST_WORD) { // "Concert (grande salle) ANNULE"
            Optional<Status> status = words.find(title.substring(bracket + 1));
            if (status.isPresent()) {
                return Optional.of(new Split(title.substring(0, bracket + 1), status.get()));
            }
        }
        return shouted(title, words);
    }

    /** "ANNULÉ Atelier de cuisine": in capitals, where the rest is not, it is no part of the title. */
    private static Optional<Split> shouted(String title, Vocabulary<Status> words) {
        int space = title.indexOf(' ');
        if (space < MIN_SHOUT || space > LONGEST_WORD || !isShouted(title, space) || !isCalm(title, space)) {
            return Optional.empty();
        }
        return words.find(title.substring(0, space))
                .map(status -> new Split(withoutSigns(title.substring(space), title), status));
    }

    private static boolean isShouted(String title, int to) {
        for (int i = 0; i < to; i++) {
            char c = title.charAt(i);
            if (!Character.isUpperCase(c) && Character.isLetter(c)) {
                return false;
            }
        }
        return true;
    }

    /** The first sign from there on, -1 when there is none near. A sign at the very end does not count. */
    private static int sign(String title, int from, int step) {
        int looked = 0;
        boolean blank = step < 0;
        for (int i = from; i >= 0 && i < title.length() && looked < LONGEST_WORD + 3; i += step, looked++) {
            char c = title.charAt(i);
            if ((c < 'a' || c > 'z') && SIGNS.indexOf(c) >= 0 && !blank) {
                return i;
            }
            blank = blank && Character.isWhitespace(c);
        }
        return -1;
    }

    /** What is left, without the signs that parted it from the status; the whole title when nothing is left. */
    private static String withoutSigns(String rest, String title) {
        int start = 0;
        int end = rest.length();
        while (start < end && isLoose(rest.charAt(start))) {
            start++;
        }
        while (end > start && isLoose(rest.charAt(end - 1)) && rest.charAt(end - 1) != '!') {
            end--;
        }
        String left = rest.substring(start, end).replace("  ", " ");
        return left.isBlank() ? title : left;
    }

    private static boolean isCalm(String title, int from) {
        int balance = 0;
        for (int i = from; i < title.length(); i++) {
            char c = title.charAt(i);
            balance += Character.isLowerCase(c) ? 1 : Character.isUpperCase(c) ? -1 : 0;
        }
        return balance > 0;
    }

    private static boolean isLoose(char c) {
        return c == ' ' || c == '\u00A0' || c == '\u202F' || SIGNS.indexOf(c) >= 0;
    }
}
