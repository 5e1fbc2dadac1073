package moisson.harvest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Optional;
import moisson.event.Sha256;

/** Every delivery ever received, byte for byte, in a folder: {@code ab/abcdef…}, named by the SHA-256 of its bytes. */
public final class Archive {
    private static final int CHUNK = 1 << 16;

    private final Path folder;
    private final long mostBytes;

    /** @param mostBytes a delivery longer than this is refused before it fills the disk */
    public Archive(Path folder, long mostBytes) {
        this.folder = folder;
        this.mostBytes = mostBytes;
    }

    /** One archived delivery. */
    record Kept(String sha256, Path file, long size) {}

    /** Writes aside, forces to disk, then moves into place: a file in the archive is always whole. */
    Kept keep(InputStream body) throws IOException {
        Files.createDirectories(folder);
        Path aside = Files.createTempFile(folder, "arrivee-", ".part");
        try {
            MessageDigest digest = Sha256.digest();
            long size;
            try (FileChannel channel = FileChannel.open(aside, StandardOpenOption.WRITE);
                    OutputStream out = new DigestOutputStream(Channels.newOutputStream(channel), digest)) {
                size = copy(body, out);
                channel.force(true);
            }
            String sum = Sha256.hex(digest.digest());
            Path file = place(sum);
            Files.createDirectories(file.getParent());
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return new Kept(sum, file, size);
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    /** The bytes of a delivery that was kept before; empty when somebody has taken them away. */
    public Optional<Path> file(String sha256) throws IOException {
        return find(sha256).map(Kept::file);
    }

    /** Deletes what a killed process has left half-written; to be called before anybody writes. */
    void sweep() throws IOException {
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, "{*.part," + KnownTexts.FILES + "}")) {
                for (Path part : parts) {
                    Files.deleteIfExists(part);
                }
            }
        }
    }

    /** Where files are written that do not last: beside the archive, on its disk. */
    Path aside() {
        return folder;
    }

    /** The file of a delivery that was kept before. */
    Optional<Kept> find(String sha256) throws IOException {
        Path file = place(sha256);
        return Files.isRegularFile(file) ? Optional.of(new Kept(sha256, file, Files.size(file))) : Optional.empty();
    }

    private Path place(String sha256) {
        return folder.resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    private long copy(InputStream body, OutputStream out) throws IOException {
        byte[] chunk = new byte[CHUNK];
        long size = 0;
        for (int n = body.read(chunk); n >= 0; n = body.read(chunk)) {
            size += n;
            if (size > mostBytes) {
                throw new DeliveryTooLargeException(mostBytes);
            }
            out.write(chunk, 0, n);
        }
        return size;
    }
}
