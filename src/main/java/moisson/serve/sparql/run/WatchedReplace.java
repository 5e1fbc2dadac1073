package moisson.serve.sparql.run;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;

/** REPLACE that can be stopped at any character, and whose result stays within bounds (XPath fn:replace). */
final class WatchedReplace extends ExprFunctionN {
    private static final String NAME = "REPLACE";

    private final Watch watch;
    private final Patterns patterns;

    WatchedReplace(ExprList args, Watch watch) {
        super(NAME, args);
        this.watch = watch;
        this.patterns = new Patterns(NAME, watch);
    }

    @Override
    public NodeValue eval(List<NodeValue> values) {
        Node literal = Patterns.literal(values.get(0));
        String replacement = Patterns.literal(values.get(2)).getLiteralLexicalForm();
        String replaced = replace(literal.getLiteralLexicalForm(), patterns.of(values, 3), replacement);
        String language = literal.getLiteralLanguage();
        return language.isEmpty() ? NodeValue.makeString(replaced) : NodeValue.makeLangString(replaced, language);
    }

    private String replace(String text, Pattern pattern, String replacement) {
        Matcher matcher = pattern.matcher(new WatchedText(text, watch));
        StringBuilder out = new StringBuilder();
        int from = 0;
        while (matcher.find()) {
            if (matcher.start() == matcher.end()) {
                throw new ExprEvalException("REPLACE: the pattern matches the empty text");
            }
            out.append(text, from, matcher.start());
            expand(replacement, matcher, out);
            from = matcher.end();
            BoundedConcat.fits(out.length(), watch);
        }
        out.append(text, from, text.length());
        BoundedConcat.fits(out.length(), watch);
        watch.built(out.length());
        return out.toString();
    }

    /** {@code $1} stands for a group, a backslash before {@code $} or itself for that character. */
    private void expand(String replacement, Matcher matcher, StringBuilder out) {
        for (int i = 0; i < replacement.length(); i++) {
            char c = replacement.charAt(i);
            boolean more = i + 1 < replacement.length();
            if (c == '\\' && more && "\\$".indexOf(replacement.charAt(i + 1)) >= 0) {
                out.append(replacement.charAt(++i));
            } else if (c == '$' && more && Character.isDigit(replacement.charAt(i + 1))) {
                int group = Character.digit(replacement.charAt(++i), 10);
                if (group <= matcher.groupCount() && matcher.group(group) != null) {
                    out.append(matcher.group(group));
                    BoundedConcat.fits(out.length(), watch);
                }
            } else if (c == '\\' || c == '$') {
                throw new ExprEvalException("REPLACE: the replacement is not well written");
            } else {
                out.append(c);
            }
        }
    }

    @Override
    public Expr copy(ExprList args) {
        return new WatchedReplace(args, watch);
    }
}
