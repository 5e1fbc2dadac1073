package moisson.app.fetch;

import java.time.Duration;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/**
 * How much one fetch may take. A route lowers the standard by headers that never leave the house.
 *
 * @param bytes at most, received as well as unpacked
 * @param time from the first connection to the last byte
 * @param silence the longest wait for a connection, and between two bytes
 */
public record Rations(long bytes, Duration time, Duration silence) {
    static final String BYTES = "Moisson-Bytes";
    static final String SECONDS = "Moisson-Seconds";

    /** Ten minutes in all, one without a word. */
    public static Rations standard(long bytes) {
        return new Rations(bytes, Duration.ofMinutes(10), Duration.ofMinutes(1));
    }

    Rations of(HttpRequest request) {
        return new Rations(
                Math.min(bytes, number(request.getFirstHeader(BYTES), bytes)),
                Duration.ofSeconds(number(request.getFirstHeader(SECONDS), time.toSeconds())),
                silence);
    }

    private static long number(@Nullable Header header, long standard) {
        return header == null ? standard : Long.parseLong(header.getValue().strip());
    }
}
