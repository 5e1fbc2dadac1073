package moisson.store;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The memory of the house: SQLite in a file, or PostgreSQL. Everything happens inside a transaction. */
public final class Store implements AutoCloseable {
    private Store() {}

    /** Opens the database at a JDBC URL ({@code jdbc:sqlite:…} or {@code jdbc:postgresql:…}) and brings its tables up to date. */
    public static Store open(String url, @Nullable String user, @Nullable String password) {
        throw new UnsupportedOperationException(url + user + password);
    }

    /** Does all of the work or none of it. */
    public <T> T inTransaction(Function<Tables, T> work) {
        throw new UnsupportedOperationException(work.toString());
    }

    @Override
    public void close() {}
}
