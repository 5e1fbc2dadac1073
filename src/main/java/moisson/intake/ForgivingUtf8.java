package moisson.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;

/** UTF-8 in which single bytes of another encoding were pasted: these are read in that one, nothing throws. */
final class ForgivingUtf8 extends Reader {
    private static final int BUFFER = 16 << 10;

    private final InputStream bytes;
    private final Charset other;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final ByteBuffer in = ByteBuffer.allocate(BUFFER).limit(0);
    private final CharBuffer out = CharBuffer.allocate(BUFFER).limit(0);
    private final AtomicBoolean repaired = new AtomicBoolean();

    ForgivingUtf8(InputStream bytes, Charset other) {
        this.bytes = bytes;
        this.other = other;
    }

    boolean repaired() {
        return repaired.get();
    }

    @Override
    public int read() throws IOException {
        return out.hasRemaining() || fill() ? out.get() : -1;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!out.hasRemaining() && !fill()) {
            return -1;
        }
        int count = Math.min(length, out.remaining());
        out.get(target, offset, count);
        return count;
    }

    private boolean fill() throws IOException {
        out.clear();
        boolean end = false;
        while (out.position() == 0 && !end) {
            end = !more();
            decode(end);
        }
        out.flip();
        return out.hasRemaining();
    }

    private boolean more() throws IOException {
        in.compact();
        int count = bytes.read(in.array(), in.position(), in.remaining());
        in.position(in.position() + Math.max(count, 0));
        in.flip();
        return count >= 0;
    }

    private void decode(boolean end) {
        while (true) {
            CoderResult result = decoder.decode(in, out, end);
            if (!result.isError() || !out.hasRemaining()) {
                return;
            }
            repaired.set(true);
            byte[] wrong = {in.get()};
            out.put(other.decode(ByteBuffer.wrap(wrong)));
        }
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
