package moisson.reference;

import java.io.IOException;

/** A table is not what it should be. The message is for operators: in French, with file, line and column. */
public final class UnreadableTableException extends IOException {
    private static final long serialVersionUID = 1L;

    UnreadableTableException(String message) {
        super(message);
    }

    UnreadableTableException(String message, Throwable cause) {
        super(message, cause);
    }
}
