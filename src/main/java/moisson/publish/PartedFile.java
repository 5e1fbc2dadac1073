package moisson.publish;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.apache.commons.io.input.BoundedInputStream;

/**
 * A file written part after part, and beside it the same compressed as one gzip member (RFC 1952). Each part is compressed
 * by itself and ends on a byte, so that another file can take it over as it is: one member and no more, since some
 * programs stop after the first.
 */
final class PartedFile implements Closeable {
    /** Compressing would otherwise take longer than everything else. */
    private static final int LEVEL = 4;

    /** Deflated, no name, no time, no system. */
    private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};

    /** A last block, with nothing in it. */
    private static final byte[] END = {3, 0};

    private static final int BUFFER = 1 << 16;

    private final SummedFile plain;
    private final SummedFile packed;
    private final AtomicLong size = new AtomicLong();
    private final AtomicLong packedSize = new AtomicLong();
    private final Deflater deflater = new Deflater(LEVEL, true);
    /** Of what was compressed since a part began. */
    private final CRC32 part = new CRC32();

    private final byte[] buffer = new byte[BUFFER];

    PartedFile(Path file, Path copy) throws IOException {
        plain = SummedFile.create(file);
        packed = SummedFile.create(copy);
        pack(HEADER, HEADER.length);
    }

    long size() {
        return size.getPlain();
    }

    long packedSize() {
        return packedSize.getPlain();
    }

    /** Both sums, once it is closed. */
    String sum() {
        return plain.sum();
    }

    String packedSum() {
        return packed.sum();
    }

    /** CRC-32 of both, once it is closed. */
    long crc() {
        return plain.crc();
    }

    long packedCrc() {
        return packed.crc();
    }

    /** Writes a part, and answers the CRC-32 of it compressed. */
    int part(Shelf.Content content) throws IOException {
        deflater.reset();
        part.reset();
        try (OutputStream both = new BufferedOutputStream(new Part(), BUFFER)) {
            content.write(both);
        }
        int count;
        do {
            count = deflater.deflate(buffer, 0, BUFFER, Deflater.FULL_FLUSH);
            pack(buffer, count);
        } while (count == BUFFER);
        return (int) part.getValue();
    }

    /** Writes a part of which it is known what compressing it gives. */
    void part(byte[] bytes, byte[] compressed) throws IOException {
        plain.write(bytes, 0, bytes.length);
        size.addAndGet(bytes.length);
        pack(compressed, compressed.length);
    }

    /** Takes the events of another file over, and what compressing them has given. */
    void taken(Path file, Path copy, Body body) throws IOException {
        try (InputStream in = range(file, body.from(), body.to())) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                plain.write(buffer, 0, count);
                size.addAndGet(count);
            }
        }
        try (InputStream in = range(copy, body.packedFrom(), body.packedTo())) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                pack(buffer, count);
            }
        }
    }

    private static InputStream range(Path file, long from, long to) throws IOException {
        FileChannel channel = FileChannel.open(file).position(from);
        return BoundedInputStream.builder()
                .setInputStream(Channels.newInputStream(channel))
                .setMaxCount(to - from)
                .get();
    }

    private void pack(byte[] bytes, int count) throws IOException {
        packed.write(bytes, 0, count);
        part.update(bytes, 0, count);
        packedSize.addAndGet(count);
    }

    /** Ends both files, and waits until they are on the disk. */
    @Override
    public void close() throws IOException {
        try (plain;
                packed) {
            pack(END, END.length);
            plain.flush();
            byte[] trailer = ByteBuffer.allocate(2 * Integer.BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt((int) plain.crc())
                    .putInt((int) size.getPlain())
                    .array();
            pack(trailer, trailer.length);
        } finally {
            deflater.end();
        }
    }

    /** What is written here goes into both files. */
    private final class Part extends OutputStream {
        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            plain.write(bytes, offset, length);
            size.addAndGet(length);
            deflater.setInput(bytes, offset, length);
            while (!deflater.needsInput()) {
                pack(buffer, deflater.deflate(buffer, 0, BUFFER, Deflater.NO_FLUSH));
            }
        }
    }
}
