package moisson.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import moisson.event.PublishedEvent;
import moisson.publish.Body.Stretch;
import org.jspecify.annotations.Nullable;

/** Writes blocks of events in a format, or takes them over from the same file of the version before. */
final class Stretches implements Closeable {
    private final Each each;
    private final byte[] between;
    private final Map<String, Stretch> known;
    private final @Nullable FileChannel before;

    /** Writes some events. */
    interface Each {
        void write(List<PublishedEvent> events, OutputStream out) throws IOException;
    }

    /** @param between what stands between two blocks */
    Stretches(Each each, String between, String path, Optional<Earlier> earlier) throws IOException {
        this.each = each;
        this.between = between.getBytes(UTF_8);
        Optional<Path> file =
                earlier.map(version -> version.folder().resolve(path)).filter(Files::isRegularFile);
        this.known = file.isEmpty() ? Map.of() : earlier.get().stretches(path);
        this.before = known.isEmpty() ? null : FileChannel.open(file.get());
    }

    /** @param from where the first is to stand in its file */
    List<Stretch> write(List<Block> blocks, long from, OutputStream out) throws IOException {
        List<Stretch> stretches = new ArrayList<>();
        long at = from;
        for (Block block : blocks) {
            if (!stretches.isEmpty()) {
                out.write(between);
                at += between.length;
            }
            byte[] bytes = taken(block);
            boolean fresh = bytes == null;
            if (bytes == null) {
                bytes = written(block);
            }
            out.write(bytes);
            stretches.add(new Stretch(
                    block.key(),
                    at,
                    at + bytes.length,
                    crc(bytes),
                    block.events().size(),
                    fresh));
            at += bytes.length;
        }
        return stretches;
    }

    private byte[] written(Block block) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        each.write(block.events(), bytes);
        return bytes.toByteArray();
    }

    /** Nothing when it is not there, or not any more as it was written. */
    private byte @Nullable [] taken(Block block) throws IOException {
        Stretch stretch = known.get(block.key());
        if (stretch == null || before == null) {
            return null;
        }
        ByteBuffer bytes = ByteBuffer.allocate((int) (stretch.to() - stretch.from()));
        while (bytes.hasRemaining() && before.read(bytes, stretch.from() + bytes.position()) >= 0) {
            // Most often once.
        }
        return !bytes.hasRemaining() && crc(bytes.array()) == stretch.crc() ? bytes.array() : null;
    }

    private static long crc(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return crc.getValue();
    }

    @Override
    public void close() throws IOException {
        if (before != null) {
            before.close();
        }
    }
}
