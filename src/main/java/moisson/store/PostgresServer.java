package moisson.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import moisson.store.Database.Transaction;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.ds.PGSimpleDataSource;

/** A PostgreSQL server, which we let one writer into at a time, as SQLite does. */
final class PostgresServer {
    static final String PREFIX = "jdbc:postgresql:";

    /** "moisson" in ASCII: the advisory lock that a writer holds until its transaction ends. */
    private static final long WRITER = 0x6d6f6973736f6eL;

    private static final int SECONDS_TO_CONNECT = 5;

    private PostgresServer() {}

    static Database at(String url, @Nullable String user, @Nullable String password, Duration patience) {
        Properties parts = Driver.parseURL(url, new Properties());
        if (parts == null) {
            // The address is not repeated: it may hold a password.
            throw Failure.opening("PostgreSQL", "l’adresse doit être jdbc:postgresql://serveur:port/base", null);
        }
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        if (user != null) {
            source.setUser(user);
        }
        if (password != null) {
            source.setPassword(password);
        }
        source.setApplicationName("moisson");
        source.setConnectTimeout(SECONDS_TO_CONNECT);
        // The details of an error quote the values of the row, which may be personal.
        source.setLogServerErrorDetail(false);
        return new Database(
                "%s:%s/%s".formatted(parts.get("PGHOST"), parts.get("PGPORT"), parts.get("PGDBNAME")),
                source,
                null,
                null,
                writing(patience, List.of()),
                writing(patience, List.of("set local synchronous_commit = off")),
                new Transaction(
                        List.of("begin transaction isolation level repeatable read read only"),
                        List.of("rollback"),
                        List.of("rollback")),
                null,
                "");
    }

    private static Transaction writing(Duration patience, List<String> more) {
        List<String> begin = new ArrayList<>(List.of(
                "begin",
                "set local lock_timeout = " + patience.toMillis(),
                "select pg_advisory_xact_lock(" + WRITER + ")"));
        begin.addAll(more);
        return new Transaction(List.copyOf(begin), List.of("commit"), List.of("rollback"));
    }
}
