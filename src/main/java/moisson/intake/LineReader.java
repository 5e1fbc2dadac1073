package moisson.intake;

import java.io.IOException;
import java.io.Reader;
import java.nio.CharBuffer;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import moisson.event.TextSum;

/**
 * Hands a parser of rows its text a line at a time, so that whoever asks it for row after row may leave out a line that he
 * knows: when the parser has ended a row, it holds nothing of the next line yet.
 */
final class LineReader extends Reader {
    private static final int BUFFER = 1 << 16;

    private final Reader text;
    /** What was read and not yet handed out stands between its position and its limit. */
    private final CharBuffer buffer = CharBuffer.allocate(BUFFER).limit(0);
    /** Where in the buffer the line ends that is being handed out, its end of line included. */
    private final AtomicInteger end = new AtomicInteger();
    /** Whether what ends there is not the end of a line: it is longer than the buffer. */
    private final AtomicBoolean cut = new AtomicBoolean();

    private final AtomicInteger start = new AtomicInteger();
    /** Lines of which the parser took something since it was last asked for a row. */
    private final AtomicInteger begun = new AtomicInteger();

    private final AtomicLong skipped = new AtomicLong();
    /** Whether all lines so far ended as parsers and we agree that lines end. */
    private final AtomicBoolean plain = new AtomicBoolean(true);

    LineReader(Reader text) {
        this.text = text;
    }

    /**
     * The sum of the line that comes next, without its end; 0 when it cannot be skipped. To be asked when the parser has
     * ended a row and not begun another.
     *
     * @param salt what the sum begins with
     */
    long next(long salt) throws IOException {
        begun.set(0);
        if (buffer.position() != end.get() || !line() || cut.get() || !plain.get()) {
            return 0;
        }
        char[] all = buffer.array();
        int to = end.get();
        while (to > buffer.position() && (all[to - 1] == '\n' || all[to - 1] == '\r')) {
            to--;
        }
        return TextSum.of(salt, all, buffer.position(), to);
    }

    /** Leaves out the line that {@link #next} told of. */
    void skip() {
        buffer.position(end.get());
        skipped.incrementAndGet();
    }

    /** How many lines were left out. */
    long skipped() {
        return skipped.get();
    }

    /** Whether all that the parser took since {@link #next} is the one line that it told of. */
    boolean tookOne() {
        return begun.get() == 1 && buffer.position() == end.get();
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (buffer.position() == end.get() && !line()) {
            return -1;
        }
        if (buffer.position() == start.get()) {
            begun.incrementAndGet();
        }
        int count = Math.min(length, end.get() - buffer.position());
        buffer.get(target, offset, count);
        return count;
    }

    /** Finds the end of the line at the position, reading on where it must; false at the end of the text. */
    private boolean line() throws IOException {
        char[] all = buffer.array();
        int at = buffer.position();
        while (true) {
            while (at < buffer.limit() && all[at] != '\n' && all[at] != '\r') {
                at++;
            }
            if (at < buffer.limit() && all[at] == '\n') {
                return ends(at + 1, false);
            }
            if (at + 1 < buffer.limit()) {
                boolean pair = all[at + 1] == '\n';
                return ends(at + (pair ? 2 : 1), !pair);
            }
            boolean full = buffer.position() == 0 && buffer.limit() == BUFFER;
            int looked = at - buffer.position();
            if (full || !more()) {
                // What follows a carriage return at the end of a full buffer is not known yet.
                boolean any = ends(buffer.limit(), at < buffer.limit());
                cut.set(full);
                return any;
            }
            at = buffer.position() + looked;
        }
    }

    /** @param doubtful whether the parser may look beyond this end before it ends a row */
    private boolean ends(int at, boolean doubtful) {
        start.set(buffer.position());
        end.set(at);
        cut.set(false);
        if (doubtful) {
            plain.set(false);
        }
        return buffer.hasRemaining();
    }

    /** False at the end of the text. */
    private boolean more() throws IOException {
        buffer.compact();
        int count = text.read(buffer.array(), buffer.position(), buffer.remaining());
        buffer.limit(buffer.position() + Math.max(count, 0)).position(0);
        return count >= 0;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
