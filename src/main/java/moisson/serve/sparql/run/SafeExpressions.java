package moisson.serve.sparql.run;

import java.util.List;
import org.apache.jena.sparql.expr.E_Add;
import org.apache.jena.sparql.expr.E_Divide;
import org.apache.jena.sparql.expr.E_Multiply;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_StrConcat;
import org.apache.jena.sparql.expr.E_StrEncodeForURI;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.E_Subtract;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.expr.ExprTransformer;
import org.apache.jena.sparql.expr.aggregate.Aggregator;

/** Puts watched expressions in the place of those that could take endless time or memory in one single step. */
final class SafeExpressions extends ExprTransformCopy {
    private final Watch watch;

    SafeExpressions(Watch watch) {
        this.watch = watch;
    }

    @Override
    public Expr transform(ExprFunctionN function, ExprList args) {
        if (function instanceof E_Regex) {
            return new WatchedRegex(args, watch);
        }
        if (function instanceof E_StrReplace) {
            return new WatchedReplace(args, watch);
        }
        if (function instanceof E_StrConcat) {
            return new BoundedConcat(args, watch);
        }
        return super.transform(function, args);
    }

    @Override
    public Expr transform(ExprFunction2 function, Expr left, Expr right) {
        boolean calculates = function instanceof E_Multiply
                || function instanceof E_Divide
                || function instanceof E_Add
                || function instanceof E_Subtract;
        return calculates
                ? new BoundedArithmetic(function, left, right, watch)
                : super.transform(function, left, right);
    }

    @Override
    public Expr transform(ExprFunction1 function, Expr arg) {
        return function instanceof E_StrEncodeForURI
                ? new Measured(super.transform(function, arg), watch)
                : super.transform(function, arg);
    }

    /** What an aggregate keeps is measured on its way in: GROUP_CONCAT and DISTINCT keep it all. */
    @Override
    public Expr transform(ExprAggregator aggregate) {
        Aggregator aggregator = aggregate.getAggregator();
        ExprList args = aggregator.getExprList();
        if (args == null || args.isEmpty()) {
            return aggregate;
        }
        List<Expr> measured = args.getList().stream()
                .map(arg -> (Expr) new Measured(ExprTransformer.transform(this, arg), watch))
                .toList();
        return new ExprAggregator(aggregate.getVar(), aggregator.copy(new ExprList(measured)));
    }
}
