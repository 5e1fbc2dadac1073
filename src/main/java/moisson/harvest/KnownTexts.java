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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
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
    /** Places in the table for each row, at least: most looks find at once. */
    private static final int ROOM = 2;

    private final Path file;
    private final Path part;
    private final long head;
    /** Each row at the first free place from the one that its text points to; a power of two. */
    private final @Nullable Told[] before;

    private final AtomicLong text = new AtomicLong();
    private final AtomicReference<@Nullable DataOutputStream> after = new AtomicReference<>();

    private KnownTexts(Path file, long head, @Nullable Told[] before) {
        this.file = file;
        this.part = file.resolveSibling(file.getFileName() + ".part");
        this.head = head;
        this.before = before;
    }

    /**
     * What a row tells.
     *
     * @param text sum of its text
     * @param words sum of its words, by the rules of that day
     * @param key of its record in the store
     */
    record Told(long text, long words, String key) {}

    /** @param rules what else decides what becomes of a text */
    static KnownTexts of(Path folder, String source, long rules) throws IOException {
        Path file = folder.resolve("textes-" + source);
        List<Told> before = new ArrayList<>();
        if (Files.exists(file)) {
            try (DataInputStream in =
                    new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER))) {
                read(in, PROCESS ^ rules, before);
            } catch (EOFException e) {
                // A power cut may leave less than was written: the rows are parsed, nothing else is lost.
                before.clear();
            }
        }
        return new KnownTexts(file, PROCESS ^ rules, table(before));
    }

    private static void read(DataInputStream in, long head, List<Told> before) throws IOException {
        if (in.readLong() != head) {
            return;
        }
        for (int length = in.readInt(); length > 0; length = in.readInt()) {
            before.add(new Told(in.readLong(), in.readLong(), new String(in.readNBytes(length), UTF_8)));
        }
    }

    private static @Nullable Told[] table(List<Told> rows) {
        @Nullable Told[] table = new Told[Integer.highestOneBit(ROOM * rows.size() + 1) << 1];
        for (Told row : rows) {
            table[place(row.text(), table)] = row;
        }
        return table;
    }

    /** Where this text is, or would be. */
    private static int place(long text, @Nullable Told[] table) {
        int last = table.length - 1;
        int place = (int) text & last;
        for (Told there = table[place]; there != null && there.text() != text; there = table[place]) {
            place = place + 1 & last;
        }
        return place;
    }

    /** What a row of this text told in the last delivery; null when there was none. */
    @Nullable
    Told find(long text) {
        return before[place(text, before)];
    }

    /** The row that comes next by another door is of this text; 0 when it has none. */
    void comes(long sum) {
        text.set(sum);
    }

    /** That row is through, or something is to be said about it that its record does not remember. */
    void over() {
        text.set(0);
    }

    /**
     * What that row tells.
     *
     * @param told its key in the delivery: a row under a key that is not shown is not remembered
     */
    void keep(@Nullable String told, String key, long words) {
        if (text.get() != 0 && key.equals(told)) {
            keep(new Told(text.get(), words, key));
        }
    }

    /** A row of this delivery. */
    void keep(Told row) {
        try {
            DataOutputStream out = after.get();
            if (out == null) {
                out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(part), BUFFER));
                after.set(out);
                out.writeLong(head);
            }
            byte[] key = row.key().getBytes(UTF_8);
            out.writeInt(key.length);
            out.writeLong(row.text());
            out.writeLong(row.words());
            out.write(key);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
