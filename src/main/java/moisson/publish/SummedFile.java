package moisson.publish;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import moisson.event.Sha256;

/** A new file that knows its sum and its size, and is on the disk for good once closed. */
final class SummedFile extends FilterOutputStream {
    private final FileChannel channel;
    private final MessageDigest digest;
    private final CRC32 crc;

    private SummedFile(FileChannel channel, MessageDigest digest, CRC32 crc) {
        super(new BufferedOutputStream(
                new CheckedOutputStream(new DigestOutputStream(Channels.newOutputStream(channel), digest), crc),
                1 << 16));
        this.channel = channel;
        this.digest = digest;
        this.crc = crc;
    }

    static SummedFile create(Path file) throws IOException {
        return new SummedFile(
                FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                Sha256.digest(),
                new CRC32());
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
        if (channel.isOpen()) {
            try (channel) {
                flush();
                channel.force(true);
            }
        }
    }

    /** Once, after closing: lower-case hexadecimal. */
    String sum() {
        return Sha256.hex(digest.digest());
    }

    /** CRC-32 of what was written up to the last flush. */
    long crc() {
        return crc.getValue();
    }

    static String sumOf(Path file) throws IOException {
        MessageDigest digest = Sha256.digest();
        try (InputStream in = Files.newInputStream(file);
                OutputStream sink = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            in.transferTo(sink);
        }
        return Sha256.hex(digest.digest());
    }
}
