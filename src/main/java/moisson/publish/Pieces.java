package moisson.publish;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import moisson.publish.Body.Piece;
import org.jspecify.annotations.Nullable;

/** Compresses blocks of events, some together, or takes them over from the copy of the same file of the version before. */
final class Pieces implements Closeable {
    /**
     * How many blocks are compressed together, as a power of two: some 100 KB. Of fewer, copies would be larger: these are
     * by a tenth. What has more to say of an event needs fewer.
     */
    private static final Map<String, Integer> BITS = Map.of("nt", 3, "ttl", 4, "jsonld", 4, "csv", 6, "ics", 6);

    private static final int USUAL = 5;

    private final int bits;
    private final Map<String, Piece> known;
    private final @Nullable Window before;
    private final List<Piece> pieces = new ArrayList<>();

    Pieces(String path, Optional<Earlier> earlier) throws IOException {
        Optional<Path> copy = earlier.map(version -> version.folder().resolve(path + Shelf.GZIP))
                .filter(Files::isRegularFile);
        this.bits = BITS.getOrDefault(path.substring(path.lastIndexOf('.') + 1), USUAL);
        this.known = copy.isEmpty() ? Map.of() : earlier.get().pieces(path);
        this.before = known.isEmpty() ? null : new Window(copy.get());
    }

    /** What has been added, in order. */
    List<Piece> pieces() {
        return pieces;
    }

    /** The blocks that are compressed together. */
    List<List<Block>> of(List<Block> blocks) {
        List<List<Block>> some = new ArrayList<>();
        int from = 0;
        for (int to = 1; to <= blocks.size(); to++) {
            if (to == blocks.size() || blocks.get(to - 1).ends(bits)) {
                some.add(blocks.subList(from, to));
                from = to;
            }
        }
        return some;
    }

    /**
     * Adds blocks to a file.
     *
     * @param from where they stand there
     * @param bytes what is written of them
     */
    void add(List<Block> blocks, long from, byte[] bytes, PartedFile file) throws IOException {
        // Before the first there is no separator.
        String key = (pieces.isEmpty() ? "" : "+") + Block.together(blocks);
        long packedFrom = file.packedSize();
        Piece same = known.get(key);
        byte[] packed = same == null || before == null
                ? null
                : before.read(same.packedFrom(), (int) (same.packedTo() - same.packedFrom()), same.crc());
        if (same == null || packed == null) {
            int crc = file.part(out -> out.write(bytes));
            pieces.add(new Piece(key, from, file.size(), packedFrom, file.packedSize(), crc, true));
        } else {
            file.part(bytes, packed);
            pieces.add(new Piece(key, from, file.size(), packedFrom, file.packedSize(), same.crc(), false));
        }
    }

    @Override
    public void close() throws IOException {
        if (before != null) {
            before.close();
        }
    }
}
