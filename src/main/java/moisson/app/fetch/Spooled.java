package moisson.app.fetch;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.camel.Exchange;
import org.apache.camel.StreamCache;
import org.jspecify.annotations.Nullable;

/**
 * What was fetched, whole, in a temporary file that goes when this is closed. Camel winds it back before it tries a step
 * again, so that a second attempt never reads the rest of a first one.
 */
public final class Spooled extends FilterInputStream implements StreamCache {
    private final FileChannel channel;
    private final Origin origin;

    private Spooled(FileChannel channel, Origin origin) {
        super(Channels.newInputStream(channel));
        this.channel = channel;
        this.origin = origin;
    }

    static Spooled open(Path file, Origin origin) throws IOException {
        return new Spooled(FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.DELETE_ON_CLOSE), origin);
    }

    Origin origin() {
        return origin;
    }

    FileChannel channel() {
        return channel;
    }

    /**
     * Winds back to the beginning; once closed, does nothing: Camel does this also on the way to writing a failure down,
     * and takes an exception here for a reason to begin that way again, for ever.
     */
    @Override
    public void reset() {
        try {
            if (channel.isOpen()) {
                channel.position(0);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All of it from the beginning, for a reader that closes what it has read: what follows may fail and be tried again. */
    InputStream again() {
        reset();
        return new FilterInputStream(this) {
            @Override
            public void close() {
                // The whole goes at the end of its harvest.
            }
        };
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        transferTo(out);
    }

    /** Never needed: one delivery goes one way. */
    @Override
    public @Nullable StreamCache copy(Exchange exchange) {
        return null;
    }

    @Override
    public boolean inMemory() {
        return false;
    }

    @Override
    public long length() {
        try {
            return channel.size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public long position() {
        try {
            return channel.position();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
