package moisson.serve.sparql.run;

import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIterNullIterator;
import org.apache.jena.sparql.engine.iterator.QueryIterRoot;
import org.apache.jena.sparql.engine.iterator.QueryIteratorWrapper;
import org.apache.jena.sparql.engine.main.OpExecutor;

/** ARQ's executor, where every binding that comes out of an operator is a step. */
final class WatchedExecutor extends OpExecutor {
    private final Watch watch;

    WatchedExecutor(ExecutionContext context, Watch watch) {
        super(context);
        this.watch = watch;
    }

    @Override
    protected QueryIterator exec(Op op, QueryIterator input) {
        watch.step();
        QueryIterator output = super.exec(op, input);
        // ARQ asks whether an input is one of these, to leave out needless joins.
        boolean plain = output instanceof QueryIterRoot || output instanceof QueryIterNullIterator;
        return plain ? output : new Steps(output, watch);
    }

    private static final class Steps extends QueryIteratorWrapper {
        private final Watch watch;

        private Steps(QueryIterator rows, Watch watch) {
            super(rows);
            this.watch = watch;
        }

        @Override
        protected boolean hasNextBinding() {
            watch.step();
            return super.hasNextBinding();
        }

        @Override
        protected Binding moveToNextBinding() {
            watch.step();
            return super.moveToNextBinding();
        }
    }
}
