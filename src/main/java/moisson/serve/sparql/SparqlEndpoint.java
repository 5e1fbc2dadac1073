package moisson.serve.sparql;

import java.io.ByteArrayOutputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import moisson.serve.http.Refusal;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;

/** Runs queries on a few threads of their own, each under a hard limit of time and of size. */
final class SparqlEndpoint implements AutoCloseable {
    private static final int WAITING = 32;
    private static final int LARGEST = 32 * 1024 * 1024;
    /** Deep queries need a deep stack; a fixed one, so that too deep is refused instead of killing the server. */
    private static final long STACK = 4L * 1024 * 1024;

    private final Duration limit;
    private final ThreadPoolExecutor workers;

    SparqlEndpoint(Duration limit) {
        this.limit = limit;
        int cores = Math.max(2, Runtime.getRuntime().availableProcessors());
        this.workers =
                new ThreadPoolExecutor(cores, cores, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(WAITING), work -> {
                    Thread thread = new Thread(null, work, "sparql", STACK);
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /** How an answer is written; chosen once the query is known. */
    private record Running(Query query, DatasetGraph dataset, Function<Query, ResultForm> form) {}

    /** What came out: the bytes and their form. */
    static final class Outcome {
        private final ByteArrayOutputStream out;
        private final ResultForm form;

        private Outcome(ByteArrayOutputStream out, ResultForm form) {
            this.out = out;
            this.form = form;
        }

        byte[] bytes() {
            return out.toByteArray();
        }

        ResultForm form() {
            return form;
        }
    }

    /** @throws Refusal 400 for what we do not run, 503 for what takes too long or comes while too many wait */
    Outcome run(String text, DatasetGraph dataset, Function<Query, ResultForm> form) {
        return await(() -> {
            Query query = SparqlGuard.read(text);
            return execute(new Running(query, dataset, form));
        });
    }

    private Outcome await(Callable<Outcome> work) {
        Future<Outcome> future;
        try {
            future = workers.submit(work);
        } catch (RejectedExecutionException e) {
            throw new Refusal(503, "Trop de requêtes attendent déjà. Réessayez dans quelques secondes.");
        }
        try {
            return future.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            future.cancel(true);
            throw tooLong();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal(503, "Le service s’arrête.");
        } catch (ExecutionException e) {
            throw failure(e.getCause() == null ? e : e.getCause());
        }
    }

    private RuntimeException failure(Throwable cause) {
        if (cause instanceof QueryCancelledException) {
            return tooLong();
        }
        if (cause instanceof StackOverflowError) {
            return new Refusal(400, "La requête est trop profondément imbriquée.");
        }
        return cause instanceof RuntimeException known ? known : new IllegalStateException("a query failed", cause);
    }

    private Refusal tooLong() {
        return new Refusal(503, "Requête arrêtée après " + limit.toSeconds() + " s. Ajoutez LIMIT ou des critères.");
    }

    private Outcome execute(Running running) {
        ResultForm form = running.form().apply(running.query());
        ByteArrayOutputStream out = new Bounded();
        Txn.executeRead(running.dataset(), () -> {
            try (QueryExecution execution = QueryExecution.dataset(DatasetFactory.wrap(running.dataset()))
                    .query(running.query())
                    .timeout(limit.toMillis(), TimeUnit.MILLISECONDS)
                    .set(ARQ.httpServiceAllowed, false)
                    .build()) {
                form.write(execution, running.query(), out);
            }
        });
        return new Outcome(out, form);
    }

    /** Nothing is cut silently: an answer too large is refused, so that whoever asked can tell. */
    private static final class Bounded extends ByteArrayOutputStream {
        @Override
        public synchronized void write(int b) {
            check(1);
            super.write(b);
        }

        @Override
        public synchronized void write(byte[] bytes, int from, int length) {
            check(length);
            super.write(bytes, from, length);
        }

        private void check(int more) {
            if (count + more > LARGEST) {
                throw new Refusal(
                        400, "Le résultat dépasse 32 Mo. Ajoutez LIMIT, ou téléchargez les fichiers complets.");
            }
            if (Thread.currentThread().isInterrupted()) {
                throw new UncheckedIOException(new InterruptedIOException());
            }
        }
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
