package moisson.intake;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a text that begins with a tag seems to be. */
final class MarkupGuess {
    private static final Pattern ROOT = Pattern.compile("<(?:\\w++:)?([A-Za-z]\\w*+)");
    private static final Pattern EVENTS = Pattern.compile(
            "application/ld\\+json|itemtype=[\"']?https?://(?:www\\.)?schema\\.org/", Pattern.CASE_INSENSITIVE);
    private static final int CUT = Formats.HEAD / 2;

    private MarkupGuess() {}

    static Guess of(String text) {
        Matcher matcher = ROOT.matcher(text);
        String root = matcher.find() ? matcher.group(1) : "";
        String start = text.substring(0, Math.min(text.length(), 200)).toLowerCase(Locale.ROOT);
        if (start.startsWith("<!doctype html")
                || root.toLowerCase(Locale.ROOT).matches("html|head|body|script|div|main")) {
            return page(text);
        }
        return switch (root) {
            case "rss", "feed" -> Guess.of("rss", "C’est un flux RSS ou Atom.");
            case "RDF" ->
                text.contains("http://purl.org/rss/1.0/\"") || text.contains("my.netscape.com/rdf/simple")
                        ? Guess.of("rss", "C’est un flux RSS 1.0.")
                        : Guess.of("rdf", "C’est du RDF/XML.");
            default ->
                Guess.none(
                        "C’est du XML («\u202F" + Characters.cut(root, 50) + "\u202F») d’une sorte qui n’est pas lue.");
        };
    }

    private static Guess page(String text) {
        if (EVENTS.matcher(text).find()) {
            return Guess.of("schema-org", "C’est une page web avec des données schema.org.");
        }
        return text.length() > CUT
                ? Guess.of(
                        "schema-org",
                        "C’est une page web\u202F; ses données schema.org, si elle en a, ne sont pas dans son début.")
                : Guess.none(
                        "C’est une page web sans données schema.org\u202F: donnez l’adresse d’un flux (iCalendar, RSS, JSON, CSV).");
    }
}
