package moisson.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import moisson.event.Run;
import moisson.event.RunState;
import org.junit.jupiter.api.Test;

class KillTest extends StoreContract {
    @Test
    void aProcessKilledInTheMiddleLeavesTheStateBeforeItsTransaction() throws Exception {
        given("a");
        store.close();

        Process writer = start();
        try (BufferedReader lines = writer.inputReader(UTF_8)) {
            assertThat(lines.lines().filter(KilledWriter.WRITTEN::equals).findFirst())
                    .isPresent();
        } finally {
            writer.destroyForcibly().waitFor();
        }

        assertThat(writer.exitValue()).isNotZero();
        store = open();
        assertThat(store.<Integer>inTransaction(tables -> tables.runs().interruptOpen(NOON, "Arrêté.")))
                .isEqualTo(2);
        assertList(tables -> tables.runs().latest(9))
                .extracting(Run::state)
                .containsExactly(RunState.INTERRUPTED, RunState.INTERRUPTED);
        assertList(tables -> tables.records().live())
                .extracting(live -> live.event().id())
                .containsExactly(id("a"));
        assertSound();
    }

    private Process start() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(java, "-cp", classPath(), KilledWriter.class.getName(), url, user())
                .redirectErrorStream(true)
                .start();
    }

    /** That of this JVM, and where our classes are, since test runners may hide them from it. */
    private static String classPath() {
        return Stream.concat(
                        Stream.of(Store.class, KilledWriter.class, org.jdbi.v3.core.Jdbi.class)
                                .map(KillTest::origin),
                        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator)))
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String origin(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private void assertSound() throws SQLException {
        if (engine == Engine.POSTGRESQL) {
            return;
        }
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("pragma integrity_check")) {
            assertThat(List.of(answer.getString(1))).containsExactly("ok");
        }
    }
}
