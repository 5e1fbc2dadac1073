package moisson.serve.sparql.run;

import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.NodeValue;

/** The same value as its argument, whose length counts as built text. */
final class Measured extends ExprFunction1 {
    private static final int HEAD = 16;

    private final Watch watch;

    Measured(Expr arg, Watch watch) {
        super(arg, "measured");
        this.watch = watch;
    }

    @Override
    public NodeValue eval(NodeValue value) {
        watch.built(HEAD
                + (value.asNode().isLiteral()
                        ? value.asNode().getLiteralLexicalForm().length()
                        : 0));
        return value;
    }

    @Override
    public Expr copy(Expr arg) {
        return new Measured(arg, watch);
    }
}
