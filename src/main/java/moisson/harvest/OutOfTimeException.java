package moisson.harvest;

import java.io.IOException;
import java.time.Duration;

/** Receiving or reading a delivery took longer than it may. */
final class OutOfTimeException extends IOException {
    private static final long serialVersionUID = 1L;

    OutOfTimeException(Duration longest, Throwable cause) {
        super(
                "Le délai de " + words(longest)
                        + " est dépassé\u202f: cette moisson a été arrêtée, rien n’a été appliqué."
                        + " Le réglage moisson.harvest.minutes le fixe.",
                cause);
    }

    private static String words(Duration length) {
        return length.toMinutes() > 0
                ? length.toMinutes() + "\u00a0minutes"
                : length.toMillis() / 1000.0 + "\u00a0secondes";
    }
}
