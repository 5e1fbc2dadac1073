package moisson.app;

/** A route file or a source file could not be started; the message names what Camel stumbled on. */
final class RouteFileException extends Exception {
    private static final long serialVersionUID = 1L;
    private static final int DEEPEST = 20;

    RouteFileException(Exception cause) {
        super("Un fichier de route ou de source ne peut pas être démarré : " + deepest(cause), cause);
    }

    private static String deepest(Throwable failure) {
        Throwable cause = failure;
        for (int i = 0; i < DEEPEST && cause.getCause() != null; i++) {
            cause = cause.getCause();
        }
        String message = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        String outer = failure.getMessage() == null ? "" : failure.getMessage();
        return outer.contains(".yaml") && !message.contains(".yaml") ? outer + " : " + message : message;
    }
}
