package moisson.app;

import java.io.PrintWriter;
import moisson.publish.Library;

/** How many events each edition of the current version has. */
final class VersionFigures {
    private VersionFigures() {}

    static void print(Library library, PrintWriter out) {
        library.current().ifPresent(version -> {
            out.println("Événements publiés :");
            version.editions()
                    .forEach(year ->
                            out.printf("  %d %6d%n", year, version.events(year).size()));
            out.println("  dans " + version.folder());
        });
        out.flush();
    }
}
