package moisson.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import moisson.event.PublishedEvent;

/** Writes a dataset in one format. Same dataset, same bytes. Streams. */
public interface DatasetWriter {
    /** The extension of the files it writes, such as {@code csv}. */
    String extension();

    /** The media type of the files it writes, such as {@code text/csv}. */
    String mediaType();

    void write(Dataset dataset, OutputStream out) throws IOException;

    /**
     * A format in which a file is a head, the events one after the other, and a tail. What it writes of an event depends on
     * nothing but that event, so that events which did not change can be taken over from another file of the format.
     */
    interface InRow extends DatasetWriter {
        /** Before the first event: what the events need, or share. */
        void head(Dataset dataset, OutputStream out) throws IOException;

        /** Some events, at least one. */
        void events(List<PublishedEvent> events, OutputStream out) throws IOException;

        /**
         * What comes before events that were not written at once with those before them.
         *
         * @param first whether there are none before them
         */
        default String before(boolean first) {
            return "";
        }

        /**
         * What stands after the last event.
         *
         * @param empty whether the dataset has no events
         */
        default String tail(boolean empty) {
            return "";
        }

        @Override
        default void write(Dataset dataset, OutputStream out) throws IOException {
            head(dataset, out);
            List<PublishedEvent> some = new ArrayList<>();
            boolean none = true;
            for (PublishedEvent event : dataset.events()) {
                if (some.size() == AT_ONCE) {
                    some(some, none, out);
                    none = false;
                }
                some.add(event);
            }
            if (!some.isEmpty()) {
                some(some, none, out);
                none = false;
            }
            out.write(tail(none).getBytes(UTF_8));
        }

        private void some(List<PublishedEvent> some, boolean first, OutputStream out) throws IOException {
            out.write(before(first).getBytes(UTF_8));
            events(some, out);
            some.clear();
        }
    }

    /** A format in which the files of the editions can be put together to that of all without looking at their events. */
    interface Joining extends DatasetWriter {
        /**
         * Writes the file of all their events.
         *
         * @param files of this format, at least one, in the order of their events
         */
        void join(List<Path> files, OutputStream out) throws IOException;
    }

    /** So many events make it worth while to begin a part. */
    int AT_ONCE = 512;
}
