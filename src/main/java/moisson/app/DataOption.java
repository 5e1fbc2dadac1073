package moisson.app;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options every command of a real installation has. */
final class DataOption {
    @Option(
            names = "--data",
            paramLabel = "DOSSIER",
            description = "Dossier des données et de moisson.properties (par défaut : data). / Data folder.")
    private @Nullable Path folder;

    Path folder() {
        if (folder != null) {
            return folder;
        }
        String set = System.getenv("MOISSON_DATA");
        return Path.of(set == null || set.isBlank() ? "data" : set);
    }

    Settings settings(Map<String, String> over) {
        return SettingsFile.read(folder(), System.getenv(), over);
    }
}
