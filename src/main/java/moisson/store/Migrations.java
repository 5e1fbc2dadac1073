package moisson.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.exception.FlywayValidateException;

/** Brings the tables up to date with {@code db/migration}, or says in a sentence why they cannot be. */
final class Migrations {
    private Migrations() {}

    static void apply(Database database) {
        try {
            reach(database);
            Flyway flyway = Flyway.configure(Migrations.class.getClassLoader())
                    .dataSource(database.source())
                    .locations("classpath:db/migration")
                    .placeholders(Map.of("clustered", database.clustered()))
                    .failOnMissingLocations(true)
                    // By default a schema from the future is let through; we would then write what it no longer means.
                    .ignoreMigrationPatterns(new String[] {"*:pending"})
                    .load();
            if (Arrays.stream(flyway.info().all()).anyMatch(Migrations::isFromTheFuture)) {
                throw Failure.opening(
                        database.address(),
                        "elle vient d’une version plus récente de Moisson, à installer d’abord",
                        null);
            }
            flyway.migrate();
        } catch (FlywayValidateException e) {
            throw Failure.opening(database.address(), "ses tables ne sont pas celles de cette version de Moisson", e);
        } catch (FlywayException e) {
            if (e.getErrorCode() == CoreErrorCode.NON_EMPTY_SCHEMA_WITHOUT_SCHEMA_HISTORY_TABLE) {
                throw Failure.opening(database.address(), "elle contient les tables d’un autre programme", e);
            }
            throw Failure.opening(database.address(), e);
        } catch (SQLException e) {
            throw Failure.opening(database.address(), e);
        }
    }

    /** Before Flyway and the pool try at length: whoever cannot be reached is told so at once, without their logs. */
    private static void reach(Database database) throws SQLException {
        try (Connection connection = database.source().getConnection()) {
            if (connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
                requireUnicode(database, connection);
            }
        }
    }

    private static void requireUnicode(Database database, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet encoding = statement.executeQuery("show server_encoding")) {
            if (!encoding.next() || !encoding.getString(1).equals("UTF8")) {
                throw Failure.opening(
                        database.address(), "elle doit être créée en UTF8 (create database … encoding 'UTF8')", null);
            }
        }
    }

    private static boolean isFromTheFuture(MigrationInfo migration) {
        return switch (migration.getState()) {
            case FUTURE_SUCCESS, FUTURE_FAILED -> true;
            default -> false;
        };
    }
}
