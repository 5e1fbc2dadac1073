package moisson.app;

import java.nio.file.Files;
import java.nio.file.Path;
import moisson.store.Store;

/** The store of an installation, opened beside a server that may be running: its transactions keep both apart. */
final class OpenedStore {
    private static final String SQLITE = "jdbc:sqlite:";

    private OpenedStore() {}

    /** @throws CannotException when there is none yet: opening one makes it, and whoever only asks must not */
    static Store of(Settings settings) throws CannotException {
        String url = settings.databaseUrl();
        if (url.startsWith(SQLITE) && !Files.exists(Path.of(url.substring(SQLITE.length())))) {
            throw new CannotException("Il n’y a pas encore de données dans «\u202F" + settings.data()
                    + "\u202F»\u202F: moissonnez d’abord, ou donnez le bon dossier avec --data.");
        }
        return Store.open(url, settings.databaseUser(), settings.databasePassword());
    }
}
