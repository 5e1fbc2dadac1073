package moisson.harvest;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import moisson.store.Kept;
import org.jspecify.annotations.Nullable;

/**
 * Records on their way from a plan to the store: nothing is in the database before the whole of the plan is judged. A few
 * wait in memory, more of them in a file of the disk, so that a plan of any size fits. Used by one thread at a time.
 */
final class Spool implements Closeable {
    /** For so many the disk is left alone. */
    static final int FEW = 50;

    private final Path folder;
    private final List<Kept> few = new ArrayList<>();
    private final AtomicReference<@Nullable SpoolFile> many = new AtomicReference<>();

    Spool(Path folder) {
        this.folder = folder;
    }

    void add(Kept kept) {
        SpoolFile file = many.get();
        if (file != null) {
            file.add(kept);
        } else if (few.size() < FEW) {
            few.add(kept);
        } else {
            overflow().add(kept);
        }
    }

    private SpoolFile overflow() {
        try {
            SpoolFile file = new SpoolFile(folder);
            many.set(file);
            few.forEach(file::add);
            few.clear();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives back everything, in the order it came, so many at a time. */
    void forEachBatch(Consumer<List<Kept>> use) {
        SpoolFile file = many.get();
        if (file == null) {
            use.accept(few);
        } else {
            file.forEachBatch(use);
        }
    }

    @Override
    public void close() throws IOException {
        SpoolFile file = many.get();
        if (file != null) {
            file.close();
        }
    }
}
