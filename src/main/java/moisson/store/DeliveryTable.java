package moisson.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import moisson.event.Delivery;
import org.jspecify.annotations.Nullable;

/** What was received, and what to tell each source's server next time (RFC 9110, 13.1). */
public final class DeliveryTable {
    DeliveryTable() {}

    /** What the last whole run of a source was made from. */
    public record Validators(
            @Nullable String etag, @Nullable String lastModified, String sha256) {}

    /** One archived delivery. */
    public record Archived(String source, String sha256, long size, Instant receivedAt) {}

    /** Writes down that these bytes are in the archive; the same bytes of the same source are written once. */
    public void keep(Delivery delivery) {
        throw new UnsupportedOperationException(delivery.toString());
    }

    /** All deliveries of a source, the oldest first. */
    public List<Archived> ofSource(String source) {
        throw new UnsupportedOperationException(source);
    }

    public Optional<Validators> validators(String source) {
        throw new UnsupportedOperationException(source);
    }

    /** To be called in the transaction that applies the whole run, never before. */
    public void remember(String source, Validators validators) {
        throw new UnsupportedOperationException(source + validators);
    }
}
