package moisson.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import moisson.store.Store;
import org.apache.commons.io.file.PathUtils;

/** A store of its own, on the disk for temporary files, that leaves no trace. */
record Scratch(Path folder, Store store) implements AutoCloseable {
    static Scratch open() throws IOException {
        Path folder = Files.createTempDirectory("moisson-repetition-");
        return new Scratch(folder, Store.open("jdbc:sqlite:" + folder.resolve("repetition.db"), null, null));
    }

    Path archive() {
        return folder.resolve("archive");
    }

    /** Gives back the space of the deliveries that were read. */
    void forgetDeliveries() throws IOException {
        delete(archive());
    }

    @Override
    public void close() throws IOException {
        store.close();
        delete(folder);
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        PathUtils.deleteDirectory(folder);
    }
}
