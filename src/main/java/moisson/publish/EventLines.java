package moisson.publish;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.concurrent.locks.ReentrantLock;
import moisson.event.PublishedEvent;
import moisson.publish.format.OriginFile;

/**
 * Events in a file of lines as {@link OriginFile} writes them, each read when it is asked for: a million in memory would take
 * 2.4 GB. Not by a channel, which closes for everybody when one who reads is interrupted.
 */
final class EventLines extends AbstractList<PublishedEvent> implements RandomAccess {
    private final RandomAccessFile file;
    private final long[] from;
    private final int[] lengths;
    private final ReentrantLock reading = new ReentrantLock();

    /**
     * @param from offset of each line, in bytes
     * @param lengths of each line, in bytes
     */
    EventLines(RandomAccessFile file, long[] from, int[] lengths) {
        this.file = file;
        this.from = from;
        this.lengths = lengths;
    }

    /**
     * All lines of a file.
     *
     * @param lines how many it is known to have
     */
    static EventLines of(Path path, int lines) throws IOException {
        long[] from = new long[lines];
        int[] lengths = new int[lines];
        int line = 0;
        long start = 0;
        long at = 0;
        byte[] some = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(path)) {
            for (int count = in.read(some); count >= 0 && line < lines; count = in.read(some)) {
                for (int i = 0; i < count && line < lines; i++) {
                    at++;
                    if (some[i] == '\n') {
                        from[line] = start;
                        lengths[line++] = Math.toIntExact(at - start);
                        start = at;
                    }
                }
            }
        }
        if (line != lines || start != Files.size(path)) {
            throw new IOException(path.getFileName() + " has not the " + lines + " lines it was written with");
        }
        return new EventLines(new RandomAccessFile(path.toFile(), "r"), from, lengths);
    }

    @Override
    public PublishedEvent get(int index) {
        byte[] line = new byte[lengths[Objects.checkIndex(index, lengths.length)]];
        try {
            reading.lock();
            try {
                file.seek(from[index]);
                file.readFully(line);
            } finally {
                reading.unlock();
            }
            return OriginFile.event(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public int size() {
        return lengths.length;
    }
}
