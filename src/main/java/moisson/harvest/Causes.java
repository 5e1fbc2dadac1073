package moisson.harvest;

import java.io.IOException;
import java.nio.file.FileSystemException;
import moisson.intake.UnreadableFeedException;

/** Says in words what went wrong, without class names for those that people meet. */
final class Causes {
    private Causes() {}

    static String inWords(IOException e) {
        if (e instanceof UnreadableFeedException || e instanceof DeliveryTooLargeException) {
            return String.valueOf(e.getMessage());
        }
        if (e instanceof FileSystemException file && file.getReason() != null) {
            return file.getReason();
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
