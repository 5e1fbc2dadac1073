package moisson.intake;

import java.io.IOException;
import moisson.event.Delivery;

/** Reads one format. Streams: never holds a whole feed. Safe for use by several threads. */
public interface FeedReader {
    /** The name by which a source file asks for it, such as {@code csv}. */
    String format();

    /**
     * Hands every item of the delivery to the sink, one after the other.
     *
     * @throws UnreadableFeedException when the delivery as a whole is not what it claims to be
     * @throws IOException when the disk fails
     */
    void read(Delivery delivery, RecordSink sink) throws IOException;
}
