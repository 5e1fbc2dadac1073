package moisson.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The folder where one Moisson keeps everything: only one process works in it at a time. */
final class DataFolder implements AutoCloseable {
    static final String DATABASE = "moisson.db";
    private static final int SECRET_BYTES = 18;
    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rw-------");

    private final Path folder;
    private final FileChannel channel;
    private final FileLock lock;

    private DataFolder(Path folder, FileChannel channel, FileLock lock) {
        this.folder = folder;
        this.channel = channel;
        this.lock = lock;
    }

    /** @throws CannotException when the folder cannot be written in, or another Moisson works in it */
    static DataFolder open(Path folder) throws CannotException {
        try {
            Files.createDirectories(folder);
            FileChannel channel = FileChannel.open(
                    folder.resolve("moisson.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new CannotException("Un autre Moisson travaille déjà dans le dossier « " + folder
                        + " ». Arrêtez-le, ou donnez un autre dossier avec --data.");
            }
            return new DataFolder(folder, channel, lock);
        } catch (FileSystemException e) {
            throw new CannotException(
                    "Le dossier de données « " + folder + " » ne peut pas être écrit"
                            + (e.getReason() == null ? "" : " (" + e.getReason() + ")")
                            + ". Donnez-en un autre avec --data, ou changez ses droits.",
                    e);
        } catch (IOException e) {
            throw new CannotException("Le dossier de données « " + folder + " » ne peut pas être employé.", e);
        }
    }

    /** A random secret kept in a file that only its owner can read; made at the first call, or when somebody emptied the file. */
    String secret(String name) throws CannotException {
        Path file = folder.resolve(name);
        try {
            String known = Files.exists(file) ? Files.readString(file, UTF_8).strip() : "";
            if (!known.isEmpty()) {
                return known;
            }
            byte[] random = new byte[SECRET_BYTES];
            new SecureRandom().nextBytes(random);
            String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
            Path aside = folder.resolve(name + ".part");
            Files.deleteIfExists(aside);
            if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
                Files.createFile(aside, PosixFilePermissions.asFileAttribute(OWNER));
            }
            Files.writeString(aside, secret + System.lineSeparator(), UTF_8);
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
            return secret;
        } catch (IOException e) {
            throw new CannotException("Le fichier « " + file + " » ne peut pas être écrit ou lu.", e);
        }
    }

    @Override
    public void close() throws CannotException {
        try {
            lock.release();
            channel.close();
        } catch (IOException e) {
            throw new CannotException("Le dossier « " + folder + " » n’a pas pu être libéré.", e);
        }
    }

    /** Only its owner reads the database: it holds contacts. SQLite gives its other files the rights of this one. */
    void keepDatabasePrivate() throws IOException {
        Path database = folder.resolve(DATABASE);
        if (!Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            return;
        }
        if (Files.exists(database)) {
            Files.setPosixFilePermissions(database, OWNER);
        } else {
            Files.createFile(database, PosixFilePermissions.asFileAttribute(OWNER));
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }
}
