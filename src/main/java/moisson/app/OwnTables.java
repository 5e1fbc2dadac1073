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

    static Reference tables(Settings settings) throws IOException {
        Path own = settings.data().resolve("tables");
        return Files.isDirectory(own) ? Reference.extendedBy(own) : Reference.shipped();
    }

    static Editions editions(Settings settings) throws IOException {
        try {
            return settings.editions() == null ? Editions.shipped() : Editions.read(settings.editions());
        } catch (UnreadableTableException e) {
            throw new SettingsException(List.of(String.valueOf(e.getMessage())));
        }
    }
}
