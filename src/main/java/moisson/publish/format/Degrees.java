package moisson.publish.format;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Positions as decimal numbers. */
final class Degrees {
    /** A degree of this many digits is a centimetre: what sources give has no more. */
    private static final int DIGITS = 7;

    private static final double SCALE = 1e7;

    /** Outside of these the text of a double has an exponent, or the product too many digits. */
    private static final double LEAST = 1e-3;

    private static final double MOST = 1e3;

    private Degrees() {}

    static @Nullable BigDecimal decimal(@Nullable Double degrees) {
        return degrees == null ? null : of(degrees);
    }

    /**
     * What {@link BigDecimal#valueOf(double)} answers, most often without a text between. A decimal of at most fifteen
     * digits that is this double is the only one, and so the shortest.
     */
    static BigDecimal of(double degrees) {
        double size = Math.abs(degrees);
        long scaled = Math.round(degrees * SCALE);
        if (size < LEAST || size > MOST || scaled / SCALE != degrees) {
            return BigDecimal.valueOf(degrees);
        }
        int digits = DIGITS;
        while (digits > 1 && scaled % 10 == 0) {
            scaled /= 10;
            digits--;
        }
        return BigDecimal.valueOf(scaled, digits);
    }
}
