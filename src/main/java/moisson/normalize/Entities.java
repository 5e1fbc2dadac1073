package moisson.normalize;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jsoup.parser.Parser;

/**
 * Entities of HTML to the characters they stand for. The library sets up a whole parser for each text it is asked about:
 * it is asked about each entity once, and about whole texts only where an entity has no end.
 */
final class Entities {
    private static final int LONGEST = 12;
    /** There are some 2,000 names, of which feeds use twenty; numbers may be any. */
    private static final int REMEMBERED = 2_000;

    private static final Map<String, String> KNOWN = new ConcurrentHashMap<>();

    private Entities() {}

    static String decoded(String text) {
        StringBuilder decoded = new StringBuilder(text.length());
        int done = 0;
        for (int and = text.indexOf('&'); and >= 0; and = text.indexOf('&', Math.max(done, and + 1))) {
            int end = end(text, and + 1);
            if (end == and + 1 && !(end < text.length() && text.charAt(end) == ';')) {
                continue; // a sign between two words
            }
            if (end == and + 1 || end == text.length() || text.charAt(end) != ';' || end - and > LONGEST) {
                return Parser.unescapeEntities(text, false);
            }
            decoded.append(text, done, and).append(character(text.substring(and, end + 1)));
            done = end + 1;
        }
        return decoded.append(text, done, text.length()).toString();
    }

    /** Behind the letters, digits and number signs from there on. */
    private static int end(String text, int from) {
        int end = from;
        while (end < text.length() && (text.charAt(end) == '#' || Character.isLetterOrDigit(text.charAt(end)))) {
            end++;
        }
        return end;
    }

    private static String character(String entity) {
        String known = KNOWN.get(entity);
        if (known != null) {
            return known;
        }
        String found = Parser.unescapeEntities(entity, false);
        if (KNOWN.size() < REMEMBERED) {
            KNOWN.put(entity, found);
        }
        return found;
    }
}
