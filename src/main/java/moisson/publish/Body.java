package moisson.publish;

/**
 * Where the events stand in a file, after its head and before its tail, and in the compressed copy.
 *
 * @param from offset in bytes; {@code to} is the one after the last
 * @param packedFrom in the compressed copy, where the events are compressed by themselves
 */
public record Body(long from, long to, long packedFrom, long packedTo) {}
