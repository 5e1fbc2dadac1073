package moisson.intake.rdf;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/** Reads blocks anywhere in a file, a window at a time, since what belongs together mostly stands together. */
final class BlockFile implements Closeable {
    private final RandomAccessFile file;
    private final long length;
    private final ByteBuffer window;
    private final AtomicLong start = new AtomicLong();

    /** @param window bytes read at once */
    BlockFile(Path file, int window) throws IOException {
        this.file = new RandomAccessFile(file.toFile(), "r");
        this.length = this.file.length();
        this.window = ByteBuffer.allocate(window).limit(0);
    }

    long length() {
        return length;
    }

    /** The block that begins there. */
    Block at(long place) {
        try {
            return read(place);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Block read(long place) throws IOException {
        ByteBuffer header = bytes(place, Block.HEADER);
        int count = header.getInt();
        long previous = header.getLong();
        byte[] terms = new byte[count];
        if (count + Block.HEADER > window.capacity()) {
            file.seek(place + Block.HEADER);
            file.readFully(terms);
        } else {
            bytes(place + Block.HEADER, count).get(terms);
        }
        return new Block(previous, place + Block.HEADER + count, terms);
    }

    private ByteBuffer bytes(long place, int count) throws IOException {
        long from = place - start.get();
        if (from < 0 || from + count > window.limit()) {
            file.seek(place);
            int most = (int) Math.min(window.capacity(), length - place);
            file.readFully(window.array(), 0, most);
            window.limit(most);
            start.set(place);
            from = 0;
        }
        return window.position((int) from);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
