package moisson.app;

/** What was asked cannot be done here and now; the message says why and what to do. Exit status 3. */
final class CannotException extends Exception {
    private static final long serialVersionUID = 1L;

    CannotException(String message) {
        super(message);
    }

    CannotException(String message, Throwable cause) {
        super(message, cause);
    }
}
