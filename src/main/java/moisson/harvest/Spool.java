package moisson.harvest;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import moisson.store.Kept;
import org.jspecify.annotations.Nullable;

/**
 * Records on their way from a plan to the store: nothing is in the database before the whole of the plan is judged. As many
 * as a small part of the memory holds wait there, the others in a file of the disk, so that a plan of any size fits. Used by
 * one thread at a time.
 */
final class Spool implements Closeable {
    /** One part of the heap in so many: two harvests at a time are usual. */
    private static final long PART = 16;
    /** About what a record takes beside its three long texts, in bytes. */
    private static final long RECORD = 512;

    private static final int BATCH = 1000;

    private final Path folder;
    private final long most;
    private final List<Kept> first = new ArrayList<>();
    /** About what these take, in bytes. */
    private final AtomicLong taken = new AtomicLong();

    private final AtomicReference<@Nullable SpoolFile> others = new AtomicReference<>();

    Spool(Path folder) {
        this(folder, Runtime.getRuntime().maxMemory() / PART);
    }

    /** @param most bytes of memory, about */
    Spool(Path folder, long most) {
        this.folder = folder;
        this.most = most;
    }

    void add(Kept kept) {
        SpoolFile file = others.get();
        if (file == null && taken.addAndGet(size(kept)) <= most) {
            first.add(kept);
        } else {
            (file == null ? overflow() : file).add(kept);
        }
    }

    /** A letter takes one byte, or two where one of its text is none of Latin 1. */
    private static long size(Kept kept) {
        return RECORD
                + kept.verbatim().length()
                + kept.event().length()
                + kept.place().length();
    }

    private SpoolFile overflow() {
        try {
            SpoolFile file = new SpoolFile(folder);
            others.set(file);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives back everything, in the order it came, so many at a time; once. */
    void forEachBatch(Consumer<List<Kept>> use) {
        for (int from = 0; from < first.size(); from += BATCH) {
            use.accept(first.subList(from, Math.min(from + BATCH, first.size())));
        }
        first.clear();
        SpoolFile file = others.get();
        if (file != null) {
            file.forEachBatch(use);
        }
    }

    @Override
    public void close() throws IOException {
        SpoolFile file = others.get();
        if (file != null) {
            file.close();
        }
    }
}
