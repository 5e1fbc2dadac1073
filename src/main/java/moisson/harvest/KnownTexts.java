package moisson.harvest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What the rows of a source's last delivery were, by the sums of their texts: a row that comes again letter by letter need
 * not be parsed. In one file for each source, beside the archive; it may be lost at any time, and is worth nothing to
 * another process, whose code may read the same text otherwise. Used by one thread.
 */
final class KnownTexts {
    static final String FILES = "textes-*";

    private static final long PROCESS = new SecureRandom().nextLong();
    private static final int BUFFER = 1 << 16;
    /** So many rows are parsed sooner than a file is written and moved. */
    private static final int FEW = 4;

    private final Path file;
    private final Path part;
    private final long head;
    private final Map<Long, Told> before;
    /** The first rows of this delivery, until there are more than a few. */
    private final Map<Long, Told> first = new LinkedHashMap<>();

    private final AtomicReference<@Nullable DataOutputStream> after = new AtomicReference<>();

    private KnownTexts(Path file, long head, Map<Long, Told> before) {
        this.file = file;
        this.part = file.resolveSibling(file.getFileName() + ".part");
        this.head = head;
        this.before = before;
    }

    /**
     * What a row tells.
     *
     * @param key of its record in the store
     * @param words sum of its words, by the rules of that day
     */
    record Told(String key, long words) {}

    /** @param rules what else decides what becomes of a text */
    static KnownTexts of(Path folder, String source, long rules) throws IOException {
        Path file = folder.resolve("textes-" + source);
        Map<Long, Told> before = new HashMap<>();
        if (Files.exists(file)) {
            try (DataInputStream in =
                    new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER))) {
                read(in, PROCESS ^ rules, before);
            } catch (EOFException e) {
                // A power cut may leave less than was written: the rows are parsed, nothing else is lost.
                before.clear();
            }
        }
        return new KnownTexts(file, PROCESS ^ rules, before);
    }

    private static void read(DataInputStream in, long head, Map<Long, Told> before) throws IOException {
        if (in.readLong() != head) {
            return;
        }
        for (int length = in.readInt(); length > 0; length = in.readInt()) {
            long text = in.readLong();
            long words = in.readLong();
            before.put(text, new Told(new String(in.readNBytes(length), UTF_8), words));
        }
    }

    /** What a row of this text told in the last delivery; null when there was none. */
    @Nullable
    Told find(long text) {
        return before.get(text);
    }

    /**
     * A row of this delivery.
     *
     * @param text sum of its text; 0 when it is not to be known again
     */
    void keep(long text, Told told) {
        if (text == 0) {
            return;
        }
        try {
            DataOutputStream out = after.get();
            if (out != null) {
                write(out, text, told);
            } else if (first.size() < FEW) {
                first.put(text, told);
            } else {
                write(begun(), text, told);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private DataOutputStream begun() throws IOException {
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(part), BUFFER));
        after.set(out);
        out.writeLong(head);
        for (Map.Entry<Long, Told> row : first.entrySet()) {
            write(out, row.getKey(), row.getValue());
        }
        return out;
    }

    private static void write(DataOutputStream out, long text, Told told) throws IOException {
        byte[] key = told.key().getBytes(UTF_8);
        out.writeInt(key.length);
        out.writeLong(text);
        out.writeLong(told.words());
        out.write(key);
    }

    /** The delivery was read to its end. */
    void finish() throws IOException {
        DataOutputStream out = after.get();
        if (out == null) {
            Files.deleteIfExists(file);
            return;
        }
        out.writeInt(0);
        out.close();
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** It was not; what was known stays known. */
    void discard() throws IOException {
        DataOutputStream out = after.get();
        if (out != null) {
            out.close();
            Files.deleteIfExists(part);
        }
    }
}
