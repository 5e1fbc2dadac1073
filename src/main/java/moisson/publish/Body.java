package moisson.publish;

import java.util.List;

/**
 * Where the events stand in a file, after its head and before its tail, and in the compressed copy.
 *
 * @param from offset in bytes; {@code to} is the one after the last
 * @param packedFrom in the compressed copy, where the events are compressed by themselves
 * @param stretches what the events are made of, in order; none for a file put together from others
 * @param pieces how they are compressed, in order; none for a file put together from others
 */
public record Body(long from, long to, long packedFrom, long packedTo, List<Stretch> stretches, List<Piece> pieces) {
    public Body {
        stretches = List.copyOf(stretches);
        pieces = List.copyOf(pieces);
    }

    /** Of a file put together from others. */
    Body(long from, long to, long packedFrom, long packedTo) {
        this(from, to, packedFrom, packedTo, List.of(), List.of());
    }

    /**
     * Some events that stand together.
     *
     * @param key tells what they were made of
     * @param length in bytes
     * @param crc CRC-32 of the bytes
     * @param events how many
     * @param fresh whether they were written, and not taken over from the version before
     */
    public record Stretch(String key, long from, int length, int crc, int events, boolean fresh) {
        public long to() {
            return from + length;
        }
    }

    /**
     * Some stretches that are compressed together, and apart from all others.
     *
     * @param key tells what they were made of
     * @param from in the file, and {@code packedFrom} in the compressed copy
     * @param crc CRC-32 of the compressed bytes
     * @param fresh whether they were compressed, and not taken over from the version before
     */
    public record Piece(String key, long from, long to, long packedFrom, long packedTo, int crc, boolean fresh) {}

    /** Whether some events were taken over, and need not be compared again. */
    public boolean mixed() {
        return stretches.stream().anyMatch(stretch -> !stretch.fresh());
    }
}
