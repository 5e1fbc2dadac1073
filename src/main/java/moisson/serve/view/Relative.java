package moisson.serve.view;

import java.time.Duration;
import java.time.Instant;

/** Lengths of time as one says them: "il y a 3 h", "dans 12 min". */
public final class Relative {
    private static final String NARROW = "\u202f";

    private Relative() {}

    public static String of(Instant at, Instant now) {
        Duration length = Duration.between(at, now);
        if (length.abs().toSeconds() < 5) {
            return "à l’instant";
        }
        return length.isNegative() ? "dans " + length(length.negated()) : "il y a " + length(length);
    }

    public static String length(Duration length) {
        if (length.toSeconds() < 1) {
            return length.toMillis() + NARROW + "ms";
        }
        if (length.toMinutes() < 1) {
            return length.toSeconds() + NARROW + "s";
        }
        if (length.toHours() < 1) {
            return length.toMinutes() + NARROW + "min";
        }
        if (length.toHours() < 48) {
            long minutes = length.toMinutesPart();
            return length.toHours() + NARROW + "h" + (minutes == 0 ? "" : NARROW + "%02d".formatted(minutes));
        }
        return length.toDays() + "\u00a0jours";
    }
}
