package moisson.app.fetch;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/** What the ways in need of Java, under the names by which the Kamelets call it. */
public final class Ways implements AutoCloseable {
    private final Web toEverybody;
    private final Web intoPrivateNetworks;
    private final PagesDoor pages;
    private final ObjectsDoor objects;
    private final Polling polling;
    private final Clock clock;

    private Ways(
            Web toEverybody,
            Web intoPrivateNetworks,
            PagesDoor pages,
            ObjectsDoor objects,
            Polling polling,
            Clock clock) {
        this.toEverybody = toEverybody;
        this.intoPrivateNetworks = intoPrivateNetworks;
        this.pages = pages;
        this.objects = objects;
        this.polling = polling;
        this.clock = clock;
    }

    /**
     * Opens them, and clears away what a killed process left.
     *
     * @param folder of this process alone, where what is coming in waits
     * @param objects a file that remembers which objects of buckets were taken
     */
    public static Ways open(Path folder, Path objects, Rations rations, Clock clock, Polling polling)
            throws IOException {
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, "*.part")) {
                for (Path file : left) {
                    Files.deleteIfExists(file);
                }
            }
        }
        return new Ways(
                Web.open(false, folder, rations, clock),
                Web.open(true, folder, rations, clock),
                new PagesDoor(folder, rations, clock),
                new ObjectsDoor(folder, objects, rations, clock),
                polling,
                clock);
    }

    public Map<String, Object> beans() {
        return Map.of(
                "web-private-false", toEverybody,
                "web-private-true", intoPrivateNetworks,
                "pages", pages,
                "objects", objects,
                "drops", new Drops(),
                "attachments", new Attachments(),
                "polling", polling,
                "retryAfter", new RetryAfter(clock));
    }

    @Override
    public void close() {
        toEverybody.close();
        intoPrivateNetworks.close();
        objects.close();
    }
}
