package moisson.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import moisson.reference.Editions;
import moisson.reference.Reference;
import moisson.reference.UnreadableTableException;

/** The tables of one installation: those shipped, and what its data folder adds to them. */
final class OwnTables {
    private OwnTables() {}

    /**
     * Every command that normalizes reads them here, so that {@code check} and {@code match} say what a harvest would.
     *
     * @param data folder of an installation; it need not exist
     * @throws SettingsException when a table makes no sense
     */
    static Reference tables(Path data) throws IOException {
        Path own = folder(data);
        try {
            return Files.isDirectory(own) ? Reference.extendedBy(own) : Reference.shipped();
        } catch (UnreadableTableException e) {
            throw new SettingsException(List.of(String.valueOf(e.getMessage())));
        }
    }

    /** The same, ours read by the first to need them; own ones are read at once, so that a mistake is told at once. */
    static Supplier<Reference> whenNeeded(Path data) throws IOException {
        if (!Files.isDirectory(folder(data))) {
            return Reference::shipped;
        }
        Reference own = tables(data);
        return () -> own;
    }

    /** Where an operator's own words lie. */
    static Path folder(Path data) {
        return data.resolve("tables");
    }

    static Editions editions(Settings settings) throws IOException {
        try {
            return settings.editions() == null ? Editions.shipped() : Editions.read(settings.editions());
        } catch (UnreadableTableException e) {
            throw new SettingsException(List.of(String.valueOf(e.getMessage())));
        }
    }
}
