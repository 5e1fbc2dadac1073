package moisson.publish.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.ByteBuffer;

/**
 * Encodes text by text, as libraries hand them over: the JDK has a text without accents encoded at once, while its own
 * writers look at one character after the other. Whoever opened the stream closes it.
 */
final class Utf8Writer extends Writer {
    private static final int SIZE = 1 << 13;
    private static final int ASCII = 0x80;

    private final OutputStream out;
    private final ByteBuffer bytes = ByteBuffer.allocate(SIZE);

    /** Not ASCII and come one by one, or the first half of a character at the end of a text: the other half may come next. */
    private final StringBuilder halves = new StringBuilder();

    Utf8Writer(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(int character) throws IOException {
        if (character >= ASCII) {
            halves.append((char) character);
            return;
        }
        rest();
        if (!bytes.hasRemaining()) {
            drain();
        }
        bytes.put((byte) character);
    }

    @Override
    public void write(String text, int from, int length) throws IOException {
        join(text.substring(from, from + length));
    }

    @Override
    public void write(char[] characters, int from, int length) throws IOException {
        join(new String(characters, from, length));
    }

    /** Libraries that hand a long text over by the bufferful may cut a character in two. */
    private void join(String text) throws IOException {
        boolean cut = !text.isEmpty() && Character.isHighSurrogate(text.charAt(text.length() - 1));
        if (cut || !halves.isEmpty()) {
            halves.append(text);
            if (cut) {
                return;
            }
            rest();
        } else {
            put(text);
        }
    }

    private void rest() throws IOException {
        if (!halves.isEmpty()) {
            put(halves.toString());
            halves.setLength(0);
        }
    }

    private void put(String text) throws IOException {
        byte[] encoded = text.getBytes(UTF_8);
        if (encoded.length > bytes.remaining()) {
            drain();
        }
        if (encoded.length > SIZE) {
            out.write(encoded);
        } else {
            bytes.put(encoded);
        }
    }

    private void drain() throws IOException {
        out.write(bytes.array(), 0, bytes.position());
        bytes.clear();
    }

    @Override
    public void flush() throws IOException {
        rest();
        drain();
        out.flush();
    }

    @Override
    public void close() throws IOException {
        flush();
    }
}
