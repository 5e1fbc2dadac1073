package moisson.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.io.file.PathUtils;

/** A folder that lasts as long as the benchmarks. */
public final class Workplace implements AutoCloseable {
    private final Path folder;

    private Workplace(Path folder) {
        this.folder = folder;
    }

    public static Workplace open() throws IOException {
        return new Workplace(Files.createTempDirectory("moisson-mesures-"));
    }

    /** A new folder in it. */
    Path folder(String name) throws IOException {
        return Files.createDirectories(folder.resolve(name));
    }

    /** Large sets go one after the other: the disk need not hold all of them. */
    static void clear(Path folder) throws IOException {
        PathUtils.deleteDirectory(folder);
    }

    @Override
    public void close() throws IOException {
        clear(folder);
    }
}
