package moisson.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import moisson.store.Database.Transaction;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.Pragma;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteDataSource;

/** SQLite in a file: one writer at a time, readers beside it, on disk before a commit returns. */
final class SqliteFile {
    static final String PREFIX = "jdbc:sqlite:";

    /** Pages that one connection keeps in memory; it takes as much only when it needs it. */
    private static final int CACHE_KIB = 32 << 10;

    /**
     * Pages of the log before whoever commits carries them into the file: 160 MB instead of some four, so that no delivery of
     * a few records waits for it. As a rule {@link Upkeep} comes before.
     */
    private static final int LOG_PAGES = 20_000;

    /** Bytes of a page of a new file. A record takes some two thousand: the usual page of 4,096 holds one. */
    private static final int PAGE = 8192;

    private SqliteFile() {}

    static Database at(String url, Duration patience) {
        Path file = file(url.substring(PREFIX.length()));
        begin(file);
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        config.setBusyTimeout(Math.toIntExact(patience.toMillis()));
        // Two megabytes by default: the pages that a harvest goes back to would be fetched again and again.
        config.setCacheSize(-CACHE_KIB);
        // What is deleted is overwritten: a forgotten contact must not linger in the free pages of the file.
        config.setPragma(Pragma.SECURE_DELETE, "true");
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl(PREFIX + file);
        return new Database(
                file.toString(),
                source,
                "pragma wal_autocheckpoint = " + LOG_PAGES,
                "pragma wal_checkpoint(passive)",
                // Asking for the lock at the start: a transaction that reads first and then may not write would be lost
                // work.
                new Transaction(List.of("begin immediate"), List.of("commit"), List.of("rollback")),
                // The next commit that waits for the disk takes this one along: there is one log.
                new Transaction(
                        List.of("pragma synchronous = normal", "begin immediate"),
                        List.of("commit", "pragma synchronous = full"),
                        List.of("rollback", "pragma synchronous = full")),
                new Transaction(
                        List.of("pragma query_only = on", "begin"),
                        List.of("rollback", "pragma query_only = off"),
                        List.of("rollback", "pragma query_only = off")),
                // One value instead of hundreds to bind; the numbers are looked up in their order, all in one go.
                "select value from json_each(:numbers)",
                "without rowid");
    }

    /** A new or empty file gets pages of its size, which must be said before anything else; an older one keeps those it has. */
    private static void begin(Path file) {
        if (file.toFile().length() > 0) {
            return;
        }
        try (Connection connection = DriverManager.getConnection(PREFIX + file);
                Statement statement = connection.createStatement()) {
            statement.execute("pragma page_size = " + PAGE);
            statement.execute("pragma journal_mode = wal");
        } catch (SQLException e) {
            throw Failure.opening(file.toString(), e);
        }
    }

    private static Path file(String path) {
        if (path.isBlank() || path.startsWith(":") || path.startsWith("file:") || path.contains("?")) {
            throw Failure.opening(
                    "SQLite", "l’adresse doit être jdbc:sqlite: suivi du chemin d’un fichier, sans rien d’autre", null);
        }
        Path file = Path.of(path).toAbsolutePath().normalize();
        Path folder = file.getParent();
        if (folder == null || Files.isDirectory(file)) {
            throw Failure.opening(file.toString(), "c’est un dossier, il faut un fichier", null);
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw Failure.opening(
                    file.toString(), "le dossier «\u202f%s\u202f» n’a pas pu être créé".formatted(folder), e);
        }
        if (!Files.isWritable(folder)) {
            throw Failure.opening(
                    file.toString(),
                    "le dossier «\u202f%s\u202f» n’est pas accessible en écriture".formatted(folder),
                    null);
        }
        return file;
    }
}
