package moisson.event;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The bytes that one harvest received, archived exactly as they came.
 *
 * @param sha256 lower-case hexadecimal sum of the bytes; also the name of the archived file
 * @param etag the ETag the server gave (RFC 9110, 8.8.3), to be remembered only once the whole run has succeeded
 * @param lastModified the Last-Modified header, word for word, with the same rule
 */
public record Delivery(
        Source source,
        String sha256,
        Path file,
        long size,
        Instant receivedAt,
        @Nullable String etag,
        @Nullable String lastModified) {
    public InputStream open() throws IOException {
        return Files.newInputStream(file);
    }
}
