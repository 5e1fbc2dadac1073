package moisson.normalize;

import java.util.Map;
import java.util.Optional;
import moisson.event.Status;
import moisson.reference.Folding;

/**
 * Takes the status out of a title: "[ANNULÉ] Atelier", "Atelier (REPORTÉ DU 17 AU 20 JUIN)", "COMPLET - Atelier". A status
 * word must stand in brackets, or apart behind a sign, so that "Complet à l'ouest" stays a title.
 */
final class Titles {
    private static final Map<String, Status> WORDS = Map.ofEntries(
            Map.entry("annule", Status.CANCELLED),
            Map.entry("annulee", Status.CANCELLED),
            Map.entry("annules", Status.CANCELLED),
            Map.entry("annulees", Status.CANCELLED),
            Map.entry("annulation", Status.CANCELLED),
            Map.entry("cancelled", Status.CANCELLED),
            Map.entry("canceled", Status.CANCELLED),
            Map.entry("reporte", Status.POSTPONED),
            Map.entry("reportee", Status.POSTPONED),
            Map.entry("reportes", Status.POSTPONED),
            Map.entry("reportees", Status.POSTPONED),
            Map.entry("postponed", Status.POSTPONED),
            Map.entry("complet", Status.FULL),
            Map.entry("complets", Status.FULL));
    private static final Map<String, Status> EXPRESSIONS = Map.of(
            "sold out", Status.FULL,
            "guichet ferme", Status.FULL,
            "deplace en ligne", Status.MOVED_ONLINE,
            "deplacee en ligne", Status.MOVED_ONLINE,
            "passe en ligne", Status.MOVED_ONLINE);
    private static final String SIGNS = "-–—:!|*•/";
    private static final int LONGEST_WORD = 24;

    /** A title and the status that stood in it. */
    record Split(String title, Status status) {}

    private Titles() {}

    static Optional<Split> split(String title) {
        Optional<Split> inBrackets = brackets(title);
        return inBrackets.isPresent() ? inBrackets : apart(title);
    }

    private static Optional<Split> brackets(String title) {
        for (int open = opening(title, 0); open >= 0; open = opening(title, open + 1)) {
            int close = title.indexOf(title.charAt(open) == '[' ? ']' : ')', open);
            if (close < 0) {
                return Optional.empty();
            }
            Optional<Status> status = statusAtHead(title.substring(open + 1, close));
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

    private static Optional<Split> apart(String title) {
        int first = sign(title, 0, 1);
        if (first > 0 && first <= LONGEST_WORD) {
            Optional<Status> status = whole(title.substring(0, first));
            if (status.isPresent()) {
                return Optional.of(new Split(withoutSigns(title.substring(first), title), status.get()));
            }
        }
        int last = sign(title, title.length() - 1, -1);
        if (last > 0 && title.length() - last <= LONGEST_WORD + 2) {
            Optional<Status> status = whole(title.substring(last + 1));
            return status.map(found -> new Split(withoutSigns(title.substring(0, last), title), found));
        }
        return Optional.empty();
    }

    /** The first sign from there on, -1 when there is none near. A sign at the very end does not count. */
    private static int sign(String title, int from, int step) {
        int looked = 0;
        boolean blank = step < 0;
        for (int i = from; i >= 0 && i < title.length() && looked < LONGEST_WORD + 3; i += step, looked++) {
            char c = title.charAt(i);
            if (!Character.isLetterOrDigit(c) && SIGNS.indexOf(c) >= 0 && !blank) {
                return i;
            }
            blank = blank && Character.isWhitespace(c);
        }
        return -1;
    }

    private static Optional<Status> statusAtHead(String text) {
        String folded = Folding.fold(text);
        for (Map.Entry<String, Status> expression : EXPRESSIONS.entrySet()) {
            if (folded.startsWith(expression.getKey())) {
                return Optional.of(expression.getValue());
            }
        }
        int space = folded.indexOf(' ');
        return Optional.ofNullable(WORDS.get(space < 0 ? folded : folded.substring(0, space)));
    }

    private static Optional<Status> whole(String text) {
        String folded = Folding.fold(text);
        Status status = WORDS.get(folded);
        return Optional.ofNullable(status != null ? status : EXPRESSIONS.get(folded));
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

    private static boolean isLoose(char c) {
        return c == ' ' || c == '\u00A0' || c == '\u202F' || SIGNS.indexOf(c) >= 0;
    }
}
