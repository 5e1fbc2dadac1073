package moisson.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import moisson.event.PublishedEvent;
import moisson.publish.Body.Stretch;
import org.jspecify.annotations.Nullable;

/** Writes blocks of events in a format, or takes them over from the same file of the version before. */
final class Stretches implements Closeable {
    private final Each each;
    private final byte[] between;
    private final Map<String, Stretch> known;
    private final @Nullable Window before;
    private final List<Stretch> stretches = new ArrayList<>();

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
        this.before = known.isEmpty() ? null : new Window(file.get());
    }

    /** What has been written, in order. */
    List<Stretch> stretches() {
        return stretches;
    }

    /**
     * Some blocks more.
     *
     * @param from where they are to stand in the file
     */
    byte[] write(List<Block> blocks, long from) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Block block : blocks) {
            if (!stretches.isEmpty()) {
                out.writeBytes(between);
            }
            byte[] bytes = taken(block);
            boolean fresh = bytes == null;
            if (bytes == null) {
                bytes = written(block);
            }
            long at = from + out.size();
            out.writeBytes(bytes);
            stretches.add(new Stretch(
                    block.key(),
                    at,
                    bytes.length,
                    Window.crc(bytes),
                    block.events().size(),
                    fresh));
        }
        return out.toByteArray();
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
        return before.read(stretch.from(), stretch.length(), stretch.crc());
    }

    @Override
    public void close() throws IOException {
        if (before != null) {
            before.close();
        }
    }
}
