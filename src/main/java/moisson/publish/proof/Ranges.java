package moisson.publish.proof;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/** Compares parts of files with each other, byte for byte, also those of which one is compressed. Of use to one thread. */
final class Ranges implements Closeable {
    private static final int BUFFER = 1 << 16;

    private final ByteBuffer left = ByteBuffer.allocate(BUFFER);
    private final ByteBuffer right = ByteBuffer.allocate(BUFFER);
    private final ByteBuffer in = ByteBuffer.allocate(BUFFER);
    private final Inflater inflater = new Inflater(true);
    private final Map<Path, FileChannel> open = new HashMap<>();

    /**
     * Part of a file.
     *
     * @param to the offset after its last byte
     */
    record Range(Path file, long from, long to) {
        long length() {
            return to - from;
        }
    }

    boolean same(Range one, Range other) throws IOException {
        if (one.length() != other.length()) {
            return false;
        }
        for (long done = 0; done < one.length(); done += left.limit()) {
            int count = (int) Math.min(BUFFER, one.length() - done);
            read(file(one), one.from() + done, left.clear().limit(count));
            read(file(other), other.from() + done, right.clear().limit(count));
            if (!left.equals(right)) {
                return false;
            }
        }
        return true;
    }

    private FileChannel file(Range range) throws IOException {
        FileChannel known = open.get(range.file());
        if (known != null) {
            return known;
        }
        FileChannel opened = FileChannel.open(range.file());
        open.put(range.file(), opened);
        return opened;
    }

    /** Whether a part that was deflated by itself (RFC 1951), and does not end the whole, says what the other one does. */
    boolean inflates(Range packed, Range plain) throws IOException {
        inflater.reset();
        long at = packed.from();
        long done = 0;
        try {
            while (!inflater.finished() && !inflater.needsDictionary()) {
                int count = inflater.inflate(left.clear());
                if (count > 0) {
                    if (done + count > plain.length()) {
                        return false;
                    }
                    read(file(plain), plain.from() + done, right.clear().limit(count));
                    if (!right.equals(left.flip())) {
                        return false;
                    }
                    done += count;
                } else if (at == packed.to()) {
                    return done == plain.length();
                } else if (inflater.needsInput()) {
                    read(file(packed), at, in.clear().limit((int) Math.min(BUFFER, packed.to() - at)));
                    at += in.limit();
                    inflater.setInput(in);
                }
            }
            return false;
        } catch (DataFormatException e) {
            throw new ZipException(e.getMessage());
        }
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        for (FileChannel file : open.values()) {
            file.close();
        }
    }

    /** Fills a buffer, and sets it to where it begins. */
    static void read(FileChannel from, long at, ByteBuffer into) throws IOException {
        while (into.hasRemaining()) {
            if (from.read(into, at + into.position()) < 0) {
                throw new EOFException("le fichier s’arrête avant l’octet " + (at + into.limit()));
            }
        }
        into.flip();
    }
}
