package moisson.harvest;

import java.io.IOException;
import java.nio.file.FileSystemException;
import moisson.intake.UnreadableFeedException;
import moisson.store.StoreException;

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

    /** What nobody foresaw: our own error. Its message stays in the log, since it may quote the delivery. */
    static String inWords(Throwable e) {
        return e instanceof StoreException
                ? String.valueOf(e.getMessage())
                : "Une erreur du programme a arrêté cette moisson ("
                        + e.getClass().getSimpleName()
                        + ") : rien n’a été appliqué. Le journal du programme en dit plus.";
    }
}
