package moisson.intake;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Gives at most so many characters between two calls of {@link #renew}. Parsers of records hold one item at a time,
 * and it is an unclosed quote that makes an item of a whole file.
 */
public final class RationedReader extends FilterReader {
    private final long ration;
    private final AtomicLong left;

    public RationedReader(Reader reader, long ration) {
        super(reader);
        this.ration = ration;
        this.left = new AtomicLong(ration);
    }

    /** To be called whenever an item is complete. */
    public void renew() {
        left.set(ration);
    }

    public boolean exhausted() {
        return left.get() <= 0;
    }

    @Override
    public int read() throws IOException {
        demandOne();
        int read = in.read();
        left.decrementAndGet();
        return read;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        demandOne();
        int read = in.read(target, offset, (int) Math.min(length, left.get()));
        left.addAndGet(-Math.max(read, 0));
        return read;
    }

    private void demandOne() throws TooLongException {
        if (exhausted()) {
            throw new TooLongException();
        }
    }

    /** One item is longer than {@link Limits#ITEM}. */
    public static final class TooLongException extends IOException {
        private static final long serialVersionUID = 1L;

        TooLongException() {
            super("an item is longer than " + Limits.ITEM + " characters");
        }
    }
}
