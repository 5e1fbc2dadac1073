package moisson.intake;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Cuts the lines of an iCalendar file that are longer, once unfolded, than what we keep of a value (RFC 5545, 3.1: a
 * line that begins with a space or a tab continues the one before). The parser holds one line at a time.
 */
final class LogicalLines extends FilterReader {
    /** A little more than a value, so that the value is seen to be too long. */
    private static final int LONGEST = Limits.VALUE + 4_096;

    private static final int LENGTH = 0;
    private static final int AT_START = 1;

    private final int[] state = {0, 1};

    LogicalLines(Reader reader) {
        super(reader);
    }

    /** Whether the last line read was complete. */
    boolean isAtLineStart() {
        return state[AT_START] == 1;
    }

    @Override
    public int read() throws IOException {
        while (true) {
            int c = in.read();
            if (c < 0 || isKept(c)) {
                return c;
            }
        }
    }

    private boolean isKept(int c) {
        if (c == '\n' || c == '\r') {
            state[AT_START] = 1;
            return true;
        }
        if (state[AT_START] == 1) {
            state[AT_START] = 0;
            if (c == ' ' || c == '\t') {
                return true;
            }
            state[LENGTH] = 0;
        }
        return state[LENGTH]++ < LONGEST;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        int count = 0;
        while (count < length) {
            int c = read();
            if (c < 0) {
                return count == 0 ? -1 : count;
            }
            target[offset + count++] = (char) c;
        }
        return count;
    }
}
