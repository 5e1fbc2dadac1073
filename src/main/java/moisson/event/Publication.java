package moisson.event;

import java.time.Instant;

/**
 * One immutable version of everything published.
 *
 * @param number from 1, without holes
 * @param contentHash SHA-256 over the sums of its files, the same for the same content
 */
public record Publication(int number, Instant at, String contentHash, int events) {}
