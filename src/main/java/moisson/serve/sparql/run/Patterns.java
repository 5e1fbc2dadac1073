package moisson.serve.sparql.run;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.RegexEngine;
import org.apache.jena.vocabulary.XSD;
import org.jspecify.annotations.Nullable;

/** Compiles the patterns of one expression; the latest is kept, as it is nearly always the same. */
final class Patterns {
    private static final int LONGEST = 1_000;
    /** Repetitions of nothing are counted without reading a character: nobody could stop them. */
    private static final long MOST_REPEATED = 100_000;

    private static final Pattern COUNTS = Pattern.compile("\\{(\\d*),?(\\d*)");

    private final String function;
    private final Watch watch;
    private final AtomicReference<@Nullable Known> latest = new AtomicReference<>();

    private record Known(String text, @Nullable String flags, Pattern pattern) {}

    Patterns(String function, Watch watch) {
        this.function = function;
        this.watch = watch;
    }

    /** @param flagsAt where the flags stand among the arguments, if they are there */
    Pattern of(List<NodeValue> args, int flagsAt) {
        String text = literal(args.get(1)).getLiteralLexicalForm();
        String flags =
                args.size() <= flagsAt ? null : literal(args.get(flagsAt)).getLiteralLexicalForm();
        Known known = latest.get();
        if (known != null && known.text().equals(text) && Objects.equals(known.flags(), flags)) {
            return known.pattern();
        }
        check(text);
        Pattern pattern = RegexEngine.makePattern(function, text, flags);
        latest.set(new Known(text, flags, pattern));
        return pattern;
    }

    /** @throws ExprEvalException when it is no text */
    static Node literal(NodeValue value) {
        Node node = value.asNode();
        boolean text = node.isLiteral()
                && (XSD.xstring.getURI().equals(node.getLiteralDatatypeURI())
                        || !node.getLiteralLanguage().isEmpty());
        if (!text) {
            throw new ExprEvalException("not a text: " + node);
        }
        return node;
    }

    private void check(String text) {
        if (text.length() > LONGEST) {
            throw watch.refuse("Le motif de REGEX et de REPLACE accepte au plus 1 000 caractères.");
        }
        long repeated = 1;
        Matcher counts = COUNTS.matcher(text);
        while (counts.find() && repeated <= MOST_REPEATED) {
            repeated *= Math.max(1, Math.max(number(counts.group(1)), number(counts.group(2))));
        }
        if (repeated > MOST_REPEATED) {
            throw watch.refuse("Le motif de REGEX ou de REPLACE répète trop\u202f: écrivez-le autrement.");
        }
    }

    private static long number(String digits) {
        return digits.isEmpty() ? 1 : digits.length() > 6 ? MOST_REPEATED + 1 : Long.parseLong(digits);
    }
}
