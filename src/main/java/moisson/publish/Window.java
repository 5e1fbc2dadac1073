package moisson.publish;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** Reads small parts of a file, most often one after the other, many of them at once. */
final class Window implements Closeable {
    private static final int BUFFER = 1 << 17;

    private final FileChannel file;
    private final ByteBuffer held = ByteBuffer.allocate(BUFFER).limit(0);
    /** Where in the file the first byte stands that is held. */
    private final AtomicLong start = new AtomicLong();

    Window(Path path) throws IOException {
        file = FileChannel.open(path);
    }

    /** Part of the file; nothing when it is not there, or not what its CRC-32 says. */
    byte @Nullable [] read(long from, int length, int crc) throws IOException {
        byte[] bytes = new byte[length];
        if (length > BUFFER) {
            filled(ByteBuffer.wrap(bytes), from);
        } else {
            long at = from - start.getPlain();
            if (at < 0 || at + length > held.limit()) {
                filled(held.clear(), from);
                held.flip();
                start.setPlain(from);
                at = 0;
            }
            held.get((int) at, bytes, 0, Math.min(length, held.limit() - (int) at));
        }
        return crc(bytes) == crc ? bytes : null;
    }

    /** As far as the file goes. */
    private void filled(ByteBuffer into, long from) throws IOException {
        while (into.hasRemaining() && file.read(into, from + into.position()) >= 0) {
            // Most often once.
        }
    }

    static int crc(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return (int) crc.getValue();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
