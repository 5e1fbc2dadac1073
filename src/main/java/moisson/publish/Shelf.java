package moisson.publish;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Puts files into the folder of a version, with their sums, and compressed copies beside them. */
final class Shelf {
    static final String GZIP = ".gz";
    static final String GZIP_TYPE = "application/gzip";

    private final Path folder;
    private final List<Manifest.Entry> files = new ArrayList<>();

    Shelf(Path folder) {
        this.folder = folder;
    }

    /** What a file is to hold. */
    interface Content {
        void write(OutputStream out) throws IOException;
    }

    /** What the manifest says of a file besides its size and sum. */
    record Label(
            String path,
            String mediaType,
            String dataset,
            @Nullable Integer edition,
            @Nullable Integer rows) {}

    List<Manifest.Entry> files() {
        return List.copyOf(files);
    }

    /** Adds a file that tells data, and the same compressed. */
    void data(Label label, Content content) throws IOException {
        file(label, content);
        Path plain = folder.resolve(label.path());
        file(
                new Label(label.path() + GZIP, GZIP_TYPE, label.dataset(), label.edition(), label.rows()),
                out -> compressed(plain, out));
    }

    /** Adds a file as it is. */
    void file(Label label, Content content) throws IOException {
        SummedFile file = SummedFile.create(folder.resolve(label.path()));
        try (file) {
            content.write(file);
        }
        long size = Files.size(folder.resolve(label.path()));
        files.add(new Manifest.Entry(
                label.path(), label.mediaType(), size, file.sum(), label.dataset(), label.edition(), label.rows()));
    }

    /** Takes a file of another version over as it is: it is on the disk for good already. */
    void taken(Manifest.Entry entry, Path from) throws IOException {
        Path original = from.resolve(entry.path());
        try {
            Files.createLink(folder.resolve(entry.path()), original);
            files.add(entry);
        } catch (UnsupportedOperationException | FileSystemException e) {
            Label label = new Label(entry.path(), entry.mediaType(), entry.dataset(), entry.edition(), entry.rows());
            file(label, out -> Files.copy(original, out));
        }
    }

    private static void compressed(Path plain, OutputStream out) throws IOException {
        GZIPOutputStream gzip = new Fast(out);
        Files.copy(plain, gzip);
        gzip.finish();
    }

    /** Level 4: compressing would otherwise take longer than everything else. The header tells no time. */
    private static final class Fast extends GZIPOutputStream {
        private static final int LEVEL = 4;

        Fast(OutputStream out) throws IOException {
            super(out, 1 << 16);
            def.setStrategy(Deflater.DEFAULT_STRATEGY);
            def.setLevel(LEVEL);
        }
    }
}
