package moisson.harvest;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import moisson.event.EventId;
import moisson.store.Kept;
import org.jspecify.annotations.Nullable;

/** Records in a file of the disk, written once and read once. Deleted when closed. */
final class SpoolFile implements Closeable {
    private static final int BATCH = 1000;

    private final Path file;
    private final DataOutputStream out;
    private final AtomicInteger size = new AtomicInteger();

    SpoolFile(Path folder) throws IOException {
        Files.createDirectories(folder);
        file = Files.createTempFile(folder, "projet-", ".part");
        out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
    }

    void add(Kept kept) {
        try {
            write(kept.id().source());
            write(kept.id().key());
            write(kept.title());
            write(kept.place());
            write(kept.verbatim());
            write(kept.event());
            write(kept.hash());
            out.writeLong(kept.words());
            out.writeLong(kept.content());
            write(kept.lastDay());
            write(kept.changed());
            write(kept.remarks());
            write(kept.remarkCodes());
            size.incrementAndGet();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives back everything, in the order it came, so many at a time. */
    void forEachBatch(Consumer<List<Kept>> use) {
        try {
            out.flush();
            try (DataInputStream in =
                    new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
                List<Kept> batch = new ArrayList<>(BATCH);
                for (int i = 0; i < size.get(); i++) {
                    batch.add(next(in));
                    if (batch.size() == BATCH) {
                        use.accept(batch);
                        batch.clear();
                    }
                }
                use.accept(batch);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Kept next(DataInputStream in) throws IOException {
        EventId id = new EventId(text(in), text(in));
        String title = text(in);
        String place = text(in);
        String verbatim = text(in);
        String event = text(in);
        String hash = text(in);
        long words = in.readLong();
        long content = in.readLong();
        return new Kept(
                id, title, place, verbatim, event, hash, words, content, day(in), day(in), nullable(in), nullable(in));
    }

    private void write(@Nullable String text) throws IOException {
        if (text == null) {
            out.writeInt(-1);
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private void write(@Nullable LocalDate day) throws IOException {
        write(day == null ? null : day.toString());
    }

    private static @Nullable LocalDate day(DataInputStream in) throws IOException {
        String day = nullable(in);
        return day == null ? null : LocalDate.parse(day);
    }

    private static String text(DataInputStream in) throws IOException {
        String text = nullable(in);
        if (text == null) {
            throw new IOException("the spool is broken");
        }
        return text;
    }

    private static @Nullable String nullable(DataInputStream in) throws IOException {
        int length = in.readInt();
        return length < 0 ? null : new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        try {
            out.close();
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
