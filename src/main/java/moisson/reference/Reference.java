package moisson.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * Every table a rule may look into. Immutable; safe for several threads.
 *
 * @param own a sum of what an operator added; empty for the shipped tables
 */
public record Reference(
        Communes communes,
        Departments departments,
        Regions regions,
        Zones zones,
        Organisations organisations,
        Terms terms,
        String own) {
    /** The tables that come with Moisson. They are read once: always the same object. */
    public static Reference shipped() {
        return Once.SHIPPED;
    }

    /**
     * The tables that come with Moisson, and an operator's own words over them: each file of the folder that bears the
     * name of a shipped table ({@code mots-format.csv}, {@code organisations.csv}...) adds its rows to it.
     *
     * @throws UnreadableTableException with the file, line and column that are wrong
     */
    public static Reference extendedBy(Path folder) throws IOException {
        return Tables.of(folder).reference();
    }

    /** Reads the shipped tables when they are first asked for. */
    private static final class Once {
        private static final Reference SHIPPED = read();

        private static Reference read() {
            try {
                return Tables.shipped().reference();
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }
}
