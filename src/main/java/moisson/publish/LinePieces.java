package moisson.publish;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32;
import moisson.event.Sha256;

/**
 * Some lines of a file at a time. Where a piece ends depends on its last line alone, so that lines more or less
 * elsewhere change no other piece.
 */
public final class LinePieces {
    private static final int BLOCK = 1 << 16;
    private static final int SPREAD = 0x9E3779B9;

    private final InputStream in;
    private final int bits;
    /** Of the line that is being read: of all sums the one that processors take at once. */
    private final CRC32 crc = new CRC32();

    private final ByteBuffer block = ByteBuffer.allocate(BLOCK);

    /**
     * Some lines.
     *
     * @param sum SHA-256 of the bytes
     * @param count how many lines
     */
    // Never compared.
    @SuppressWarnings("ArrayRecordComponent")
    public record Piece(ByteBuffer sum, byte[] bytes, int count) {}

    /** @param bits how many bits of a spread hash say whether a line is the last: of two, one in four is */
    public LinePieces(InputStream in, int bits) {
        this.in = in;
        this.bits = bits;
        block.limit(0);
    }

    /** The next piece; nothing at the end. */
    public Optional<Piece> next() throws IOException {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        int count = 0;
        while (filled()) {
            byte[] bytes = block.array();
            int from = block.position();
            int line = from;
            for (int at = from; at < block.limit(); at++) {
                if (bytes[at] == '\n') {
                    count++;
                    crc.update(bytes, line, at - line);
                    line = at + 1;
                    if (last()) {
                        lines.write(bytes, from, line - from);
                        block.position(line);
                        return piece(lines, count);
                    }
                }
            }
            crc.update(bytes, line, block.limit() - line);
            lines.write(bytes, from, block.remaining());
            block.position(block.limit());
        }
        return piece(lines, count);
    }

    /** Whether a piece ends with the line that has just ended. */
    private boolean last() {
        int hash = (int) crc.getValue() * SPREAD;
        crc.reset();
        return hash >>> (Integer.SIZE - bits) == 0;
    }

    private boolean filled() throws IOException {
        if (!block.hasRemaining()) {
            block.clear().limit(Math.max(0, in.read(block.array())));
        }
        return block.hasRemaining();
    }

    private static Optional<Piece> piece(ByteArrayOutputStream lines, int ends) {
        byte[] bytes = lines.toByteArray();
        if (bytes.length == 0) {
            return Optional.empty();
        }
        boolean whole = bytes[bytes.length - 1] == '\n';
        ByteBuffer sum = ByteBuffer.wrap(Sha256.digest().digest(bytes));
        return Optional.of(new Piece(sum, bytes, whole ? ends : ends + 1));
    }
}
