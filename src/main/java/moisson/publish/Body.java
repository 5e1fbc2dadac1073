package moisson.publish;

import java.util.List;

/**
 * Where the events stand in a file, after its head and before its tail, and in the compressed copy.
 *
 * @param from offset in bytes; {@code to} is the one after the last
 * @param packedFrom in the compressed copy, where the events are compressed by themselves
 * @param stretches what the events are made of, in order; none for a file put together from others
 */
public record Body(long from, long to, long packedFrom, long packedTo, List<Stretch> stretches) {
    public Body {
        stretches = List.copyOf(stretches);
    }

    /**
     * Some events that stand together.
     *
     * @param key tells what they were made of
     * @param crc CRC-32 of the bytes
     * @param events how many
     * @param fresh whether they were written, and not taken over from the version before
     */
    public record Stretch(String key, long from, long to, long crc, int events, boolean fresh) {}

    /** Whether some events were taken over, and need not be compared again. */
    public boolean mixed() {
        return stretches.stream().anyMatch(stretch -> !stretch.fresh());
    }
}
