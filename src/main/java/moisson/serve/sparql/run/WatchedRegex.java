package moisson.serve.sparql.run;

import java.util.List;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;

/** REGEX that can be stopped at any character, whatever the pattern does. */
final class WatchedRegex extends ExprFunctionN {
    private static final String NAME = "REGEX";

    private final Watch watch;
    private final Patterns patterns;

    WatchedRegex(ExprList args, Watch watch) {
        super(NAME, args);
        this.watch = watch;
        this.patterns = new Patterns(NAME, watch);
    }

    @Override
    public NodeValue eval(List<NodeValue> values) {
        String text = Patterns.literal(values.get(0)).getLiteralLexicalForm();
        return NodeValue.booleanReturn(
                patterns.of(values, 2).matcher(new WatchedText(text, watch)).find());
    }

    @Override
    public Expr copy(ExprList args) {
        return new WatchedRegex(args, watch);
    }
}
