package moisson.reference;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** E-mail addresses and French telephone numbers in free text. Every pattern is linear: no nested repetition. */
public final class Contacts {
    public static final String MASK = "[coordonnée masquée]";

    private static final Pattern EMAIL = Pattern.compile(
            "([A-Za-z0-9._%+-]{1,64}+)\\s?(?:@|\\[at\\]|\\(at\\)|\\[arobase\\]|\\(arobase\\))\\s?[A-Za-z0-9-]{1,63}+(?:\\.[A-Za-z0-9-]{1,63}+){1,5}+");
    private static final Pattern PHONE = Pattern.compile(
            "(?<![\\d.,])(?:(?:\\+|00)\\d{1,3}[ .\\u00A0-]?(?:\\(0\\))?[ .\\u00A0-]?\\d|0[1-9])(?:[ .\\u00A0\\u202F-]?\\d\\d){4}(?!\\d)");
    /** Local parts of addresses that belong to a service, not to a person. */
    private static final Set<String> SERVICES = Set.of(
            "contact",
            "info",
            "infos",
            "information",
            "accueil",
            "communication",
            "com",
            "secretariat",
            "mairie",
            "dsi",
            "drh",
            "presse",
            "service",
            "services",
            "public",
            "inscription",
            "inscriptions",
            "reservation",
            "reservations",
            "evenement",
            "evenements",
            "event",
            "events",
            "innovation",
            "lab",
            "data",
            "opendata",
            "support",
            "hello",
            "bonjour",
            "equipe",
            "team",
            "formation",
            "bibliotheque",
            "mediatheque",
            "musee",
            "noreply",
            "no",
            "reply",
            "mission",
            "numerique",
            "direction",
            "prefecture",
            "ville",
            "transformation",
            "publique");

    private Contacts() {}

    /** False when a glance shows that neither an address nor a number can be in it. */
    public static boolean suspected(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = c > '@' && c != '[';
            if (!letter && (c == '@' || c == '[' || c == '(' || c == '0' || c == '+')) {
                return true;
            }
        }
        return false;
    }

    public static boolean found(String text) {
        return (mayHoldEmail(text) && EMAIL.matcher(text).find())
                || (mayHoldPhone(text) && PHONE.matcher(text).find());
    }

    public static boolean holdsEmail(String text) {
        return mayHoldEmail(text) && EMAIL.matcher(text).find();
    }

    public static String masked(String text) {
        String withoutEmail = mayHoldEmail(text) ? EMAIL.matcher(text).replaceAll(MASK) : text;
        return mayHoldPhone(withoutEmail) ? PHONE.matcher(withoutEmail).replaceAll(MASK) : withoutEmail;
    }

    /** True for prenom.nom@, p.nom@ or prenom_nom@; a service's box, such as contact@ or dsi.numerique@, is nobody's. */
    public static boolean holdsPersonalEmail(String text) {
        if (!mayHoldEmail(text)) {
            return false;
        }
        Matcher matcher = EMAIL.matcher(text);
        while (matcher.find()) {
            List<String> words = List.of(Folding.fold(matcher.group(1)).split(" ", -1));
            if (words.size() > 1 && words.size() < 5 && words.stream().allMatch(Contacts::isName)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether this key is, or holds, the e-mail address of a person. Keys made by machines look like addresses, too, as the
     * UIDs of calendars do (RFC 5545, 3.8.4.7): these have more digits than letters before the sign, or no dot between names.
     *
     * @param uid for the key of a calendar, of which only prenom.nom@ is taken for a person
     */
    public static boolean isPersonalKey(String key, boolean uid) {
        if (key.indexOf('@') < 0) {
            return false;
        }
        Matcher matcher = EMAIL.matcher(key);
        while (matcher.find()) {
            String local = matcher.group(1);
            List<String> words = List.of(Folding.fold(local).split(" ", -1));
            boolean names = words.stream().allMatch(Contacts::isName);
            boolean dotted = words.size() > 1 && words.size() < 4 && local.matches("[A-Za-z.]+");
            if (uid ? names && dotted : !words.stream().allMatch(SERVICES::contains) && hasMoreLetters(local)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasMoreLetters(String text) {
        return text.chars().filter(Character::isLetter).count()
                > text.chars().filter(Character::isDigit).count();
    }

    private static boolean isName(String word) {
        return !word.isEmpty() && !SERVICES.contains(word) && word.chars().allMatch(Character::isLetter);
    }

    private static boolean mayHoldEmail(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean bracket = c == '(' || c == '[';
            if (c == '@' || (bracket && (text.startsWith("at", i + 1) || text.startsWith("arobase", i + 1)))) {
                return true;
            }
        }
        return false;
    }

    /** Whether nine digits stand together from a 0 or a + on, with nothing but the signs of a number between them. */
    private static boolean mayHoldPhone(String text) {
        for (int i = 0; i + 8 < text.length(); i++) {
            char c = text.charAt(i);
            if ((c == '0' || c == '+') && isNumber(text, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNumber(String text, int start) {
        int digits = 0;
        int gap = 0;
        for (int i = start; i < text.length() && gap < 6; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                gap = 0;
                if (++digits == 9) {
                    return true;
                }
            } else if (" .+()-\u00A0\u202F".indexOf(c) >= 0) {
                gap++;
            } else {
                return false;
            }
        }
        return false;
    }
}
