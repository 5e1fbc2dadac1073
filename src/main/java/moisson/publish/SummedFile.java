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
import moisson.event.Sha256;

/** A new file that knows its sum and its size, and is on the disk for good once closed. */
final class SummedFile extends FilterOutputStream {
    private final FileChannel channel;
    private final MessageDigest digest;

    private SummedFile(FileChannel channel, MessageDigest digest) {
        super(new BufferedOutputStream(new DigestOutputStream(Channels.newOutputStream(channel), digest), 1 << 16));
        this.channel = channel;
        this.digest = digest;
    }

    static SummedFile create(Path file) throws IOException {
        return new SummedFile(
                FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), Sha256.digest());
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

    static String sumOf(Path file) throws IOException {
        MessageDigest digest = Sha256.digest();
        try (InputStream in = Files.newInputStream(file);
                OutputStream sink = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            in.transferTo(sink);
        }
        return Sha256.hex(digest.digest());
    }
}
