package moisson.publish;

import java.io.IOException;
import java.io.OutputStream;

/** Writes a dataset in one format. Same dataset, same bytes. Streams. */
public interface DatasetWriter {
    /** The extension of the files it writes, such as {@code csv}. */
    String extension();

    /** The media type of the files it writes, such as {@code text/csv}. */
    String mediaType();

    /** Whether its files are compressed already, so that a compressed copy would be of no use. */
    default boolean compressed() {
        return false;
    }

    void write(Dataset dataset, OutputStream out) throws IOException;
}
