package moisson.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Puts files into the folder of a version, with their sums, and compressed copies beside them. */
final class Shelf {
    static final String GZIP = ".gz";
    static final String GZIP_TYPE = "application/gzip";

    private final Path folder;
    private final List<Manifest.Entry> files = new ArrayList<>();
    private final Map<String, Body> bodies = new TreeMap<>();
    private final Map<String, Imprint> imprints = new TreeMap<>();

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

    /** Where the events stand in the files that were written in parts, by their names. */
    Map<String, Body> bodies() {
        return Map.copyOf(bodies);
    }

    /** What is known of the bytes of the files, by their names. */
    Map<String, Imprint> imprints() {
        return Map.copyOf(imprints);
    }

    /** Adds a file of events, and the same compressed. */
    void events(Label label, DatasetWriter.InRow writer, Dataset dataset, List<Block> blocks, Optional<Earlier> earlier)
            throws IOException {
        parted(label, file -> {
            file.part(out -> {
                writer.head(dataset, out);
                out.write((blocks.isEmpty() ? "" : writer.before(true)).getBytes(UTF_8));
            });
            body(label.path(), file, writer::events, writer.before(false), blocks, earlier);
            file.part(out -> out.write(writer.tail(blocks.isEmpty()).getBytes(UTF_8)));
        });
    }

    /** Adds a file of nothing but events, and the same compressed. */
    void events(Label label, Stretches.Each each, List<Block> blocks, Optional<Earlier> earlier) throws IOException {
        parted(label, file -> body(label.path(), file, each, "", blocks, earlier));
    }

    private void body(
            String path,
            PartedFile file,
            Stretches.Each each,
            String between,
            List<Block> blocks,
            Optional<Earlier> earlier)
            throws IOException {
        long from = file.size();
        long packedFrom = file.packedSize();
        try (Stretches written = new Stretches(each, between, path, earlier);
                Pieces pieces = new Pieces(path, earlier)) {
            for (List<Block> some : pieces.of(blocks)) {
                pieces.add(some, file.size(), written.write(some, file.size()), file);
            }
            bodies.put(
                    path,
                    new Body(from, file.size(), packedFrom, file.packedSize(), written.stretches(), pieces.pieces()));
        }
    }

    /**
     * Adds a file of events that stand in other files of this folder already, and the same compressed.
     *
     * @param others of the same format, in the order of their events
     */
    void joined(Label label, DatasetWriter.InRow writer, Dataset dataset, List<String> others) throws IOException {
        parted(label, file -> {
            file.part(out -> writer.head(dataset, out));
            boolean first = true;
            long from = 0;
            long packedFrom = 0;
            for (String other : others) {
                byte[] before = writer.before(first).getBytes(UTF_8);
                file.part(out -> out.write(before));
                if (first) {
                    from = file.size();
                    packedFrom = file.packedSize();
                }
                file.taken(
                        folder.resolve(other),
                        folder.resolve(other + GZIP),
                        Objects.requireNonNull(bodies.get(other), other));
                first = false;
            }
            boolean empty = first;
            bodies.put(label.path(), new Body(from, file.size(), packedFrom, file.packedSize()));
            file.part(out -> out.write(writer.tail(empty).getBytes(UTF_8)));
        });
    }

    /** Writes the parts of a file. */
    private interface Parts {
        void write(PartedFile file) throws IOException;
    }

    private void parted(Label label, Parts parts) throws IOException {
        Path plain = folder.resolve(label.path());
        PartedFile file = new PartedFile(plain, folder.resolve(label.path() + GZIP));
        try (file) {
            parts.write(file);
        }
        files.add(entry(label, label.path(), label.mediaType(), file.size(), file.sum()));
        files.add(entry(label, label.path() + GZIP, GZIP_TYPE, file.packedSize(), file.packedSum()));
        imprint(label.path(), file.crc());
        imprint(label.path() + GZIP, file.packedCrc());
    }

    private void imprint(String path, long crc) throws IOException {
        imprints.put(path, Imprint.written(folder.resolve(path), crc));
    }

    private static Manifest.Entry entry(Label label, String path, String mediaType, long size, String sum) {
        return new Manifest.Entry(path, mediaType, size, sum, label.dataset(), label.edition(), label.rows());
    }

    /** Adds a file that tells data, and the same compressed. */
    void data(Label label, Content content) throws IOException {
        parted(label, file -> file.part(content));
    }

    /** Adds a file as it is. */
    void file(Label label, Content content) throws IOException {
        SummedFile file = SummedFile.create(folder.resolve(label.path()));
        try (file) {
            content.write(file);
        }
        long size = Files.size(folder.resolve(label.path()));
        files.add(entry(label, label.path(), label.mediaType(), size, file.sum()));
        imprint(label.path(), file.crc());
    }

    /**
     * Takes a file of the version before over as it is: it is on the disk for good already.
     *
     * @param right its mark, from before its bytes were found to be right
     */
    void taken(Manifest.Entry entry, Optional<Mark> right, Earlier earlier) throws IOException {
        Body body = earlier.made().bodies().get(entry.path());
        if (body != null) {
            bodies.put(entry.path(), body);
        }
        Path original = earlier.folder().resolve(entry.path());
        Path link = folder.resolve(entry.path());
        try {
            Files.createLink(link, original);
            files.add(entry);
            Imprint imprint = earlier.made().imprints().get(entry.path());
            if (imprint != null && right.isPresent()) {
                imprint.linked(right.get(), link).ifPresent(linked -> imprints.put(entry.path(), linked));
            }
        } catch (UnsupportedOperationException | FileSystemException e) {
            Label label = new Label(entry.path(), entry.mediaType(), entry.dataset(), entry.edition(), entry.rows());
            file(label, out -> Files.copy(original, out));
        }
    }
}
