package moisson.intake;

import java.io.IOException;

/** The delivery as a whole is not what it claims to be; the message says what was met and what to do, in French. */
public final class UnreadableFeedException extends IOException {
    private static final long serialVersionUID = 1L;

    public UnreadableFeedException(String message) {
        super(message);
    }

    public UnreadableFeedException(String message, Throwable cause) {
        super(message, cause);
    }
}
