package moisson.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import moisson.event.EventId;
import moisson.store.RecordTable.Known;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ListAssert;
import org.assertj.core.api.MapAssert;
import org.assertj.core.api.OptionalAssert;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What every database must do alike: whoever extends it runs on SQLite in a file and on a real PostgreSQL. */
@ParameterizedClass(name = "{0}")
@EnumSource
@SuppressWarnings("NullAway.Init") // JUnit sets the fields
abstract class StoreContract {
    enum Engine {
        SQLITE,
        POSTGRESQL
    }

    static final Instant MORNING = Instant.parse("2020-11-05T08:00:00Z");
    static final Instant NOON = Instant.parse("2020-11-05T11:00:00.123456789Z");
    static final String SOURCE = "ville-fictive";

    @Parameter
    Engine engine;

    @TempDir
    Path folder;

    String url;
    Store store;

    @BeforeEach
    void openAnEmptyStore() throws SQLException {
        url = engine == Engine.SQLITE ? "jdbc:sqlite:" + folder.resolve("moisson.db") : PostgresForTest.freshUrl();
        store = open();
    }

    @AfterEach
    void close() {
        store.close();
    }

    Store open() {
        return open(Duration.ofSeconds(10));
    }

    Store open(Duration patience) {
        return Store.open(url, user(), null, patience);
    }

    String user() {
        return engine == Engine.SQLITE ? "" : "postgres";
    }

    /** As an intruder would, past the store. */
    void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, user(), "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    void write(Consumer<Tables> work) {
        store.inTransaction(tables -> {
            work.accept(tables);
            return true;
        });
    }

    <T> T ask(Function<Tables, T> work) {
        return store.read(work);
    }

    <T> ListAssert<T> assertList(Function<Tables, List<T>> question) {
        return Assertions.assertThat(store.read(question));
    }

    <T> OptionalAssert<T> assertFound(Function<Tables, Optional<T>> question) {
        return Assertions.assertThat(store.read(question));
    }

    <V> MapAssert<String, V> assertMap(Function<Tables, Map<String, V>> question) {
        return Assertions.assertThat(store.read(question));
    }

    long begin() {
        return store.inTransaction(tables -> tables.runs().begin(SOURCE, MORNING));
    }

    /** Keeps records with these keys in a run of their own. */
    void given(String... keys) {
        long run = begin();
        write(tables -> tables.records().keep(records(keys), run));
    }

    static List<Kept> records(String... keys) {
        return Arrays.stream(keys)
                .map(key -> kept(key, "Atelier fictif " + key))
                .toList();
    }

    static Kept kept(String key, String title) {
        return Kept.of(
                EventForTest.called(id(key), title),
                "ligne " + key,
                "verbatim of " + title,
                Kept.sum("words of " + title),
                null,
                List.of());
    }

    /** What is known of a record made by {@link #kept}. */
    static Known known(String title, @Nullable Instant missingSince, @Nullable Instant removedAt) {
        Kept kept = kept("a", title);
        return new Known(kept.words(), kept.lastDay(), missingSince, removedAt, Map.of());
    }

    static EventId id(String key) {
        return new EventId(SOURCE, key);
    }
}
