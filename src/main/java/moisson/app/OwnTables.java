package moisson.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
