package moisson.store;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.atIndex;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever keeps a database from being opened is told in one sentence, without a password. */
class StoreOpeningTest {
    private static final String SECRET = "tres-secret";

    @TempDir
    Path folder;

    @Test
    void theFolderOfTheFileIsMadeWhenItIsMissing() {
        Path file = folder.resolve("données/ici/moisson.db");
        Store.open("jdbc:sqlite:" + file, null, null).close();

        assertThat(file).exists();
    }

    /** The size of a page stands in the 17th and 18th bytes, see https://www.sqlite.org/fileformat2.html#page_size. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aNewFileHasPagesThatHoldSeveralRecordsAlsoWhenSomebodyMadeItEmpty(boolean made) throws IOException {
        Path file = folder.resolve("moisson.db");
        if (made) {
            Files.createFile(file);
        }
        Store.open("jdbc:sqlite:" + file, null, null).close();

        assertThat(Files.readAllBytes(file))
                .startsWith("SQLite format 3\0".getBytes(US_ASCII))
                .contains(0x20, atIndex(16));
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("fichier"), "not a folder");

        refused("jdbc:sqlite:" + file.resolve("moisson.db"))
                .withMessageStartingWith("La base de données «\u202f" + file.resolve("moisson.db") + "\u202f»")
                .withMessageEndingWith("le dossier «\u202f" + file + "\u202f» n’a pas pu être créé.");
    }

    @Test
    void aFolderInThePlaceOfTheFileIsRefused() {
        refused("jdbc:sqlite:" + folder).withMessageContaining("c’est un dossier");
    }

    @Test
    void aFileThatIsNoDatabaseIsRefusedAndLeftAsItWas() throws IOException {
        Path file = Files.writeString(folder.resolve("moisson.db"), "titre;date\n".repeat(100));

        refused("jdbc:sqlite:" + file).withMessageContaining("ce fichier n’est pas une base de données SQLite");
        assertThat(file).hasContent("titre;date\n".repeat(100));
    }

    @Test
    void aFileCutShortIsRefused() throws IOException {
        Path file = folder.resolve("moisson.db");
        Store.open("jdbc:sqlite:" + file, null, null).close();
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));

        refused("jdbc:sqlite:" + file).withMessageContaining("n’a pas pu être ouverte");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:sqlite:",
                "jdbc:sqlite::memory:",
                "jdbc:sqlite:file:a?mode=memory",
                "jdbc:sqlite:a?password=" + SECRET,
                "jdbc:mysql://localhost/x?password=" + SECRET,
                "jdbc:postgresql://localhost:port/x?password=" + SECRET,
            })
    void anAddressOfAnotherShapeIsRefused(String url) {
        refused(url).withMessageContaining("l’adresse doit");
    }

    @Test
    void anUnreachableServerIsToldAtOnce() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        refused("jdbc:postgresql://localhost:%d/moisson?password=%s".formatted(closed, SECRET))
                .withMessage("La base de données «\u202flocalhost:%d/moisson\u202f» n’a pas pu être ouverte\u202f:"
                                .formatted(closed)
                        + " le serveur PostgreSQL ne répond pas.");
    }

    @Test
    void anUnknownDatabaseIsTold() {
        refused(server("absente")).withMessageContaining("le serveur ne connaît pas de base de ce nom");
    }

    @Test
    void anUnknownUserIsTold() {
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> Store.open(server("postgres"), "personne", SECRET))
                .withMessageContaining("le serveur refuse cet utilisateur ou son mot de passe")
                .satisfies(StoreOpeningTest::keepsTheSecret);
    }

    @Test
    void aDatabaseInAnotherEncodingIsRefused() throws SQLException {
        PostgresForTest.execute("create database latin encoding 'LATIN1' locale 'C' template template0");

        refused(server("latin")).withMessageContaining("elle doit être créée en UTF8");
    }

    private static String server(String database) {
        return "jdbc:postgresql://localhost:%d/%s?password=%s".formatted(PostgresForTest.port(), database, SECRET);
    }

    private static ThrowableAssertAlternative<StoreException> refused(String url) {
        return assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> Store.open(url, "postgres", SECRET))
                .satisfies(StoreOpeningTest::keepsTheSecret);
    }

    private static void keepsTheSecret(Throwable failure) {
        StringWriter everything = new StringWriter();
        failure.printStackTrace(new PrintWriter(everything));
        assertThat(everything.toString()).doesNotContain(SECRET);
    }
}
