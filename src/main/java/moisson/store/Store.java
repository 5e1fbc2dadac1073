package moisson.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import moisson.store.Database.Transaction;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * The memory of the house: SQLite in a file, or PostgreSQL. Everything happens inside a transaction; one transaction
 * writes at a time, in this process and among processes. Safe for use by many threads.
 */
public final class Store implements AutoCloseable {
    /** How long a writer waits for another process before it gives up. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final int CONNECTIONS = 8;

    private final Database database;
    private final HikariDataSource pool;
    private final Jdbi jdbi;
    private final @Nullable Upkeep upkeep;
    /** What the duplicate finder looks up, as the last transaction left it that changed it. */
    private final AtomicReference<Recollection.Marked> postings = new AtomicReference<>(Recollection.Marked.UNKNOWN);

    private final ReentrantLock writing = new ReentrantLock(true);

    private Store(Database database) {
        this.database = database;
        HikariConfig config = new HikariConfig();
        config.setPoolName("store");
        config.setDataSource(database.source());
        config.setConnectionInitSql(database.first());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        pool = new HikariDataSource(config);
        jdbi = Lists.install(Columns.install(Jdbi.create(pool)), database);
        upkeep = database.upkeep() == null ? null : new Upkeep(jdbi, database.upkeep());
    }

    /**
     * Opens the database at a JDBC URL ({@code jdbc:sqlite:…} or {@code jdbc:postgresql:…}) and brings its tables up to date.
     *
     * @throws StoreException with a sentence for the operator when that cannot be done
     */
    public static Store open(String url, @Nullable String user, @Nullable String password) {
        return open(url, user, password, PATIENCE);
    }

    static Store open(String url, @Nullable String user, @Nullable String password, Duration patience) {
        Database database = database(url, user, password, patience);
        Migrations.apply(database);
        return new Store(database);
    }

    private static Database database(String url, @Nullable String user, @Nullable String password, Duration patience) {
        if (url.startsWith(SqliteFile.PREFIX)) {
            return SqliteFile.at(url, patience);
        }
        if (url.startsWith(PostgresServer.PREFIX)) {
            return PostgresServer.at(url, user, password, patience);
        }
        throw Failure.opening("?", "l’adresse doit commencer par jdbc:sqlite: ou jdbc:postgresql:", null);
    }

    /**
     * Does all of the work or none of it. The tables are of no use afterwards, and there is no transaction inside another.
     *
     * @throws StoreException when the database failed; what the work itself throws goes on as it is
     */
    public <T> T inTransaction(Function<Tables, T> work) {
        return alone(database.writing(), work);
    }

    /**
     * The same for what may be lost in a power cut, as a whole, since nothing stands on it before the next {@link
     * #inTransaction}: it does not wait for the disk.
     */
    public <T> T note(Function<Tables, T> work) {
        return alone(database.noting(), work);
    }

    private <T> T alone(Transaction around, Function<Tables, T> work) {
        requireNoTransaction();
        writing.lock();
        try {
            return work(around, work);
        } finally {
            writing.unlock();
            if (upkeep != null) {
                upkeep.soon();
            }
        }
    }

    /** Looks at one consistent state of everything, without waiting for whoever writes; writing is refused. */
    public <T> T read(Function<Tables, T> work) {
        requireNoTransaction();
        return work(database.reading(), work);
    }

    private void requireNoTransaction() {
        if (writing.isHeldByCurrentThread()) {
            throw new IllegalStateException("already in a transaction: use its tables");
        }
    }

    private <T> T work(Transaction around, Function<Tables, T> work) {
        List<SQLException> failures = new ArrayList<>();
        try (Handle handle = jdbi.open()) {
            handle.setSqlLogger(new Failures(failures));
            try {
                around.begin().forEach(handle::execute);
                Recollection recollection = new Recollection(handle, postings);
                T result = work.apply(new Tables(handle, recollection));
                if (!failures.isEmpty()) {
                    throw Failure.working(database.address(), failures.getFirst());
                }
                around.end().forEach(handle::execute);
                recollection.ended();
                return result;
            } catch (RuntimeException | Error e) {
                around.giveUp().forEach(statement -> tryTo(handle, statement, e));
                throw e;
            }
        } catch (JdbiException e) {
            throw Failure.working(database.address(), e);
        }
    }

    /** What fails here is a transaction that never began, or a lost connection, which the pool throws away by itself. */
    private static void tryTo(Handle handle, String statement, Throwable why) {
        try {
            handle.execute(statement);
        } catch (JdbiException e) {
            why.addSuppressed(e);
        }
    }

    /**
     * Hears of every statement that failed, even when the work catches the exception: PostgreSQL would then roll back
     * quietly at the commit, and SQLite keep one half.
     */
    private record Failures(List<SQLException> heard) implements SqlLogger {
        @Override
        public void logException(StatementContext context, SQLException failure) {
            heard.add(failure);
        }
    }

    @Override
    public void close() {
        if (upkeep != null) {
            upkeep.close();
        }
        pool.close();
    }
}
