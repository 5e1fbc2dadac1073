package moisson.publish;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import moisson.event.Sha256;

/**
 * Some lines of a file at a time. Where a piece ends depends on its last line alone, so that lines more or less
 * elsewhere change no other piece.
 */
public final class LinePieces {
    private static final int BLOCK = 1 << 16;
    private static final int FACTOR = 31;
    private static final int SPREAD = 0x9E3779B9;

    private final InputStream in;
    private final int bits;
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
        int hash = 0;
        while (filled()) {
            int from = block.position();
            while (block.hasRemaining()) {
                byte one = block.get();
                hash = FACTOR * hash + one;
                if (one == '\n') {
                    count++;
                    if ((hash * SPREAD) >>> (Integer.SIZE - bits) == 0) {
                        lines.write(block.array(), from, block.position() - from);
                        return piece(lines, count);
                    }
                    hash = 0;
                }
            }
            lines.write(block.array(), from, block.position() - from);
        }
        return piece(lines, count);
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
