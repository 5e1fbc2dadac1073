package moisson.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
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

    private static String pragma(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet value = statement.executeQuery("pragma " + name)) {
            return value.getString(1);
        }
    }
}
