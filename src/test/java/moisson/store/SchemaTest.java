package moisson.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** What becomes of tables between two starts. */
class SchemaTest extends StoreContract {
    @Test
    void everythingIsThereAfterAnotherStart() {
        given("a");
        store.close();
        store = open();

        assertList(tables -> tables.records().live()).hasSize(1);
    }

    @Test
    void aDatabaseOfANewerMoissonIsRefused() throws SQLException {
        execute("""
                insert into flyway_schema_history (installed_rank, version, description, type, script, installed_by,
                    execution_time, success) values (999, '999', 'future', 'SQL', 'V999__future.sql', 'x', 1, true)""");

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(this::open)
                .withMessageContaining("elle vient d’une version plus récente de Moisson");
    }

    @Test
    void tablesMadeByOtherMigrationsAreRefused() throws SQLException {
        execute("update flyway_schema_history set checksum = 1 where version = '1'");

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(this::open)
                .withMessageContaining("ses tables ne sont pas celles de cette version de Moisson");
    }

    @Test
    void theTablesOfAnotherProgramAreRefused() throws SQLException {
        execute("drop table flyway_schema_history");

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(this::open)
                .withMessageContaining("elle contient les tables d’un autre programme");
    }

    @Test
    void sqliteIsSetToLoseNothing() throws SQLException {
        assumeTrue(engine == Engine.SQLITE);
        try (Connection connection =
                SqliteFile.at(url, Duration.ofSeconds(7)).source().getConnection()) {
            assertThat(pragma(connection, "journal_mode")).isEqualTo("wal");
            assertThat(pragma(connection, "synchronous")).isEqualTo("2");
            assertThat(pragma(connection, "foreign_keys")).isEqualTo("1");
            assertThat(pragma(connection, "busy_timeout")).isEqualTo("7000");
            assertThat(pragma(connection, "secure_delete")).isEqualTo("1");
        }
    }

    @Test
    void theLogOfSqliteGrowsBeforeACommitMustCarryItIntoTheFile() throws SQLException {
        assumeTrue(engine == Engine.SQLITE);
        Database database = SqliteFile.at(url, Duration.ofSeconds(7));
        try (Connection connection = database.source().getConnection()) {
            say(connection, List.of(String.valueOf(database.first())));

            assertThat(pragma(connection, "wal_autocheckpoint")).isEqualTo("20000");
        }
    }

    @Test
    void whatTheLogOfSqliteHoldsIsCarriedIntoTheFileAfterwards() throws SQLException, IOException {
        assumeTrue(engine == Engine.SQLITE);
        Path file = folder.resolve("moisson.db");
        byte[] before = Files.readAllBytes(file);
        given("a");
        assertThat(file).hasBinaryContent(before);

        Database database = SqliteFile.at(url, Duration.ofSeconds(7));
        try (Upkeep upkeep = new Upkeep(Jdbi.create(database.source()), String.valueOf(database.upkeep()))) {
            upkeep.now();
        }

        assertThat(Files.readAllBytes(file)).isNotEqualTo(before);
    }

    @Test
    void onlyWhatIsNotedDoesNotWaitForTheDisk() throws SQLException {
        Database database = engine == Engine.SQLITE
                ? SqliteFile.at(url, Duration.ofSeconds(7))
                : PostgresServer.at(url, user(), "", Duration.ofSeconds(7));
        try (Connection connection = database.source().getConnection()) {
            if (engine == Engine.POSTGRESQL) {
                // The server of these tests waits for no disk.
                say(connection, List.of("set synchronous_commit = on"));
            }
            String waits = howItCommits(connection);
            for (List<String> end :
                    List.of(database.noting().end(), database.noting().giveUp())) {
                say(connection, database.noting().begin());
                assertThat(howItCommits(connection)).isNotEqualTo(waits).isIn("1", "off");
                say(connection, end);
                assertThat(howItCommits(connection)).isEqualTo(waits);
            }
            say(connection, database.writing().begin());
            assertThat(howItCommits(connection)).isEqualTo(waits).isIn("2", "on");
            say(connection, database.writing().giveUp());
        }
    }

    private String howItCommits(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet value = statement.executeQuery(
                        engine == Engine.SQLITE ? "pragma synchronous" : "show synchronous_commit")) {
            assertThat(value.next()).isTrue();
            return value.getString(1);
        }
    }

    private static void say(Connection connection, List<String> statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
        }
    }

    private static String pragma(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet value = statement.executeQuery("pragma " + name)) {
            return value.getString(1);
        }
    }
}
