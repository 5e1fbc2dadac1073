package moisson.serve.sparql.run;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import moisson.serve.http.Refusal;

/** Looks at the letters of a query before the parser does, which takes seconds for what nobody should ask. */
final class QueryText {
    private static final int DEEPEST = 100;
    /** Ten thousand rows of VALUES with two negative numbers each are within. */
    private static final int MOST_SIGNS = 20_000;

    /**
     * Addresses, strings and comments, where signs mean nothing; and the signs and words that each make an operator.
     * Possessive: a text that comes near to one of them is not tried again.
     */
    private static final Pattern TOKENS = Pattern.compile("""
            <[^<>"{}|^`\\\\\\s]*+>\
            |\"""(?:[^"\\\\]++|\\\\.|"(?!""))*+\"""\
            |'''(?:[^'\\\\]++|\\\\.|'(?!''))*+'''\
            |"[^"\\\\\\n\\r]*+(?:\\\\.[^"\\\\\\n\\r]*+)*+"\
            |'[^'\\\\\\n\\r]*+(?:\\\\.[^'\\\\\\n\\r]*+)*+'\
            |\\#[^\\n\\r]*+\
            |(?<sign>[|/&^!=<>+*,{-]|\\b(?:filter|bind|union|optional|minus|exists)\\b)""", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private QueryText() {}

    static void check(String text) {
        depth(text);
        signs(text);
    }

    /** Braces and brackets in strings count too: nobody needs a hundred. */
    private static void depth(String text) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '{' || c == '(' || c == '[') {
                depth++;
            } else if (c == '}' || c == ')' || c == ']') {
                depth--;
            }
            if (depth > DEEPEST) {
                throw SparqlGuard.tooDeep();
            }
        }
    }

    private static void signs(String text) {
        if (text.length() <= MOST_SIGNS) {
            return;
        }
        Matcher tokens = TOKENS.matcher(text);
        int signs = 0;
        while (tokens.find()) {
            if (tokens.start("sign") >= 0 && ++signs > MOST_SIGNS) {
                throw new Refusal(400, "La requête a plus de 20 000 opérateurs.");
            }
        }
    }
}
