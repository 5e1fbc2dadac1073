package moisson.serve.sparql.run;

import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.Plan;
import org.apache.jena.sparql.engine.QueryEngineFactory;
import org.apache.jena.sparql.engine.QueryEngineRegistry;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.engine.main.QueryEngineMain;
import org.apache.jena.sparql.util.Context;

/** ARQ's engine with the expressions that could run away replaced by watched ones, before anything is optimized or folded. */
final class WatchedEngine extends QueryEngineMain {
    private final SafeExpressions expressions;

    private WatchedEngine(Query query, DatasetGraph dataset, Binding input, Context context, Watch watch) {
        super(query, dataset, input, context);
        this.expressions = new SafeExpressions(watch);
    }

    private WatchedEngine(Op op, DatasetGraph dataset, Binding input, Context context, Watch watch) {
        super(op, dataset, input, context);
        this.expressions = new SafeExpressions(watch);
    }

    /** Makes this the only engine of a context. */
    static void install(Context context, Watch watch) {
        QueryEngineRegistry engines = new QueryEngineRegistry();
        engines.add(new Factory(watch));
        QueryEngineRegistry.set(context, engines);
        QC.setFactory(context, execution -> new WatchedExecutor(execution, watch));
    }

    @Override
    protected Op modifyOp(Op op) {
        return super.modifyOp(Transformer.transform(new TransformCopy(), expressions, op));
    }

    private record Factory(Watch watch) implements QueryEngineFactory {
        @Override
        public boolean accept(Query query, DatasetGraph dataset, Context context) {
            return true;
        }

        @Override
        public Plan create(Query query, DatasetGraph dataset, Binding input, Context context) {
            return new WatchedEngine(query, dataset, input, context, watch).getPlan();
        }

        @Override
        public boolean accept(Op op, DatasetGraph dataset, Context context) {
            return true;
        }

        @Override
        public Plan create(Op op, DatasetGraph dataset, Binding input, Context context) {
            return new WatchedEngine(op, dataset, input, context, watch).getPlan();
        }
    }
}
