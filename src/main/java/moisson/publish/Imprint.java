package moisson.publish;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the bytes of a file that this process wrote: enough to see that they are still those of which its sum was
 * taken, without taking it again.
 *
 * @param crc CRC-32 of the very bytes of which the sum was taken when they were written
 * @param mark of the file with these bytes; null where the system has none
 * @param fresh whether it was written for this version, so that nobody has read it back yet
 */
public record Imprint(long crc, @Nullable Mark mark, boolean fresh) {
    static Imprint written(Path file, long crc) throws IOException {
        return new Imprint(crc, Mark.of(file).orElse(null), true);
    }

    /** Whether nobody has touched the file since. */
    boolean untouched(Path file) throws IOException {
        return mark != null && mark.equals(Mark.of(file).orElse(null));
    }

    /** Whether a file was read back for a version before, and nobody has touched it since. */
    public boolean proven(Path file) throws IOException {
        return !fresh && untouched(file);
    }

    /**
     * Of a file that was linked into another folder.
     *
     * @param before of the file, when its bytes were last known to be right
     * @return nothing when somebody else had a hand in it
     */
    Optional<Imprint> linked(Mark before, Path link) throws IOException {
        return Mark.of(link).filter(before::sameBytes).map(after -> new Imprint(crc, after, false));
    }
}
