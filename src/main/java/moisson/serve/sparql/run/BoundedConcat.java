package moisson.serve.sparql.run;

import java.util.List;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.nodevalue.XSDFuncOp;

/** CONCAT that refuses to make texts longer than anything published could need. */
final class BoundedConcat extends ExprFunctionN {
    static final int LONGEST = 1_000_000;

    private final Watch watch;

    BoundedConcat(ExprList args, Watch watch) {
        super("CONCAT", args);
        this.watch = watch;
    }

    @Override
    public NodeValue eval(List<NodeValue> values) {
        long length = values.stream()
                .mapToLong(value -> value.asNode().isLiteral()
                        ? value.asNode().getLiteralLexicalForm().length()
                        : 0)
                .sum();
        fits(length, watch);
        watch.built(length);
        return XSDFuncOp.strConcat(values);
    }

    static void fits(long length, Watch watch) {
        if (length > LONGEST) {
            throw watch.refuse("La requête construit un texte de plus d’un million de caractères.");
        }
    }

    @Override
    public Expr copy(ExprList args) {
        return new BoundedConcat(args, watch);
    }
}
