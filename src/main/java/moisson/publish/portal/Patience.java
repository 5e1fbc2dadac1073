package moisson.publish.portal;

import java.time.Duration;

/**
 * How long we wait for a portal.
 *
 * @param answer to a request; after that it is broken off
 * @param perMegabyte what is added for each megabyte sent
 * @param attempts how often a step is tried
 * @param pause before the second attempt; doubles before each further one
 * @param longest pause the portal may ask for by {@code Retry-After}: beyond it the push ends, and the next one goes on
 */
record Patience(Duration answer, Duration perMegabyte, int attempts, Duration pause, Duration longest) {
    static final Patience STANDARD = new Patience(
            Duration.ofSeconds(60), Duration.ofSeconds(10), 4, Duration.ofSeconds(2), Duration.ofMinutes(2));

    Duration sending(long bytes) {
        return answer.plus(perMegabyte.multipliedBy(1 + bytes / 1_000_000));
    }
}
