package moisson.serve.sparql.run;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import moisson.serve.http.Refusal;
import org.apache.jena.graph.TransactionHandler;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.apache.jena.sparql.util.Context;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Takes queries, and gives each one a whole answer or a plain refusal within the limit of time. */
public final class QueryDesk implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(QueryDesk.class);
    private static final int MOST = 48;
    private static final int MOST_OF_ONE = 32;
    /** Work that could not be stopped in time and goes on without anybody waiting for it. */
    private static final int MOST_LOST = 16;
    /** Deep queries need a deep stack; a fixed one, so that too deep is refused instead of killing the server. */
    private static final long STACK = 16L * 1024 * 1024;

    private static final int BUFFER = 32 * 1024;
    private static final Duration PATROL = Duration.ofMillis(20);
    private static final Duration GRACE = Duration.ofMillis(400);

    private final Duration limit;
    private final Turns turns = new Turns(Math.max(2, Runtime.getRuntime().availableProcessors()), MOST, MOST_OF_ONE);
    private final MemoryGuard memory = new MemoryGuard();
    private final FunctionRegistry functions = new ClosedFunctions();
    private final PropertyFunctionRegistry properties = ClosedFunctions.properties();
    private final AtomicInteger lost = new AtomicInteger();
    private final ThreadPoolExecutor threads;
    private final ScheduledExecutorService patrol;

    @SuppressWarnings("FutureReturnValueIgnored") // the patrol tells its failures itself
    public QueryDesk(Duration limit) {
        this.limit = limit;
        this.threads = new ThreadPoolExecutor(
                0,
                2 * MOST + MOST_LOST,
                30,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                work -> daemon(work, "sparql"));
        this.patrol = Executors.newSingleThreadScheduledExecutor(work -> daemon(work, "sparql-patrol"));
        patrol.scheduleWithFixedDelay(this::patrol, PATROL.toMillis(), PATROL.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Must go on whatever happens: a task that throws would never run again. */
    private void patrol() {
        try {
            turns.patrol(memory);
        } catch (RuntimeException e) {
            LOG.error("the patrol of the queries failed", e);
        }
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(null, work, name, STACK);
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Answers a query, whole.
     *
     * @throws Refusal 400 for what we do not run, 503 for what takes too long or comes while too many wait
     */
    public Answer ask(Question question) {
        if (lost.get() >= MOST_LOST) {
            throw new Refusal(503, "Trop de requêtes n’ont pas pu être arrêtées. Réessayez dans quelques minutes.");
        }
        Watch watch = new Watch(turns, question.client(), System.nanoTime() + limit.toNanos(), tooLong());
        CompletableFuture<Answer> promise = new CompletableFuture<>();
        try {
            threads.execute(() -> work(question, watch, promise));
        } catch (RejectedExecutionException e) {
            throw new Refusal(503, "Trop de requêtes attendent déjà. Réessayez dans quelques secondes.");
        }
        return await(watch, promise);
    }

    private Answer await(Watch watch, CompletableFuture<Answer> promise) {
        try {
            return promise.get(limit.plus(GRACE).toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return abandon(watch, promise, tooLong(), Level.WARN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return abandon(watch, promise, new Refusal(503, "Le service s’arrête."), Level.DEBUG);
        } catch (ExecutionException e) {
            throw failure(e.getCause() == null ? e : e.getCause());
        }
    }

    /** Nobody waits any longer for it; unless it came to its end just now. */
    private Answer abandon(Watch watch, CompletableFuture<Answer> promise, Refusal reason, Level level) {
        watch.stop(reason);
        int going = lost.incrementAndGet();
        if (promise.completeExceptionally(reason)) {
            LOG.atLevel(level).log("a query did not stop in time; {} are going on", going);
        } else {
            lost.decrementAndGet();
        }
        try {
            return promise.join();
        } catch (CompletionException e) {
            throw failure(e.getCause() == null ? e : e.getCause());
        }
    }

    private RuntimeException failure(Throwable cause) {
        if (cause instanceof Stop stop) {
            return stop.reason();
        }
        if (cause instanceof QueryCancelledException) {
            return tooLong();
        }
        if (cause instanceof StackOverflowError) {
            return SparqlGuard.tooDeep();
        }
        if (cause instanceof OutOfMemoryError) {
            return MemoryGuard.tooLarge();
        }
        return cause instanceof RuntimeException known ? known : new IllegalStateException("a query failed", cause);
    }

    private Refusal tooLong() {
        return new Refusal(503, "Requête arrêtée après " + limit.toSeconds() + " s. Ajoutez LIMIT ou des critères.");
    }

    private void work(Question question, Watch watch, CompletableFuture<Answer> promise) {
        boolean awaited;
        try {
            Answer answer = inTurn(question, watch);
            awaited = promise.complete(answer);
            if (!awaited) {
                answer.discard();
            }
        } catch (Throwable e) { // whatever it is, whoever asked must be told
            Refusal reason = watch.reason();
            awaited = promise.completeExceptionally(reason == null ? e : reason);
        }
        if (!awaited) {
            lost.decrementAndGet();
        }
    }

    private Answer inTurn(Question question, Watch watch) throws IOException {
        long thread = Thread.currentThread().threadId();
        watch.onThread(thread, memory.allocated(thread));
        turns.enter(watch);
        try (Spool spool = new Spool(watch)) {
            SparqlGuard.Checked checked = new SparqlGuard(functions).read(question.text());
            ResultForm form = question.form().apply(checked.query());
            run(question, checked, watch, form, spool);
            watch.check();
            return spool.answer(form, checked.lasting());
        } finally {
            turns.leave(watch);
        }
    }

    private void run(Question question, SparqlGuard.Checked checked, Watch watch, ResultForm form, Spool spool)
            throws IOException {
        Query query = checked.query();
        DatasetGraph dataset = new ChosenGraphs(question.data().graphs(), watch).of(question, query);
        // Not by its own abort(): that would wait for a lock that a query holds while it is being planned.
        AtomicBoolean cancel = new AtomicBoolean();
        Context context = ARQ.getContext().copy();
        context.set(ARQConstants.symCancelQuery, cancel);
        context.setFalse(ARQ.httpServiceAllowed);
        FunctionRegistry.set(context, functions);
        PropertyFunctionRegistry.set(context, properties);
        WatchedEngine.install(context, watch);
        if (checked.texts()) {
            question.data().texts().into(context, watch);
        }
        TransactionHandler reading = question.data().graphs().getDefaultGraph().getTransactionHandler();
        if (reading.transactionsSupported()) {
            reading.begin();
        }
        try (QueryExecution execution = QueryExecution.dataset(DatasetFactory.wrap(dataset))
                .query(query)
                .context(context)
                .build()) {
            watch.abortBy(() -> cancel.set(true));
            watch.check();
            OutputStream out = new BufferedOutputStream(spool, BUFFER);
            form.write(execution, query, watch, out);
            out.flush();
        } finally {
            if (reading.transactionsSupported()) {
                reading.commit();
            }
        }
    }

    @Override
    public void close() {
        patrol.shutdownNow();
        threads.shutdownNow();
    }
}
