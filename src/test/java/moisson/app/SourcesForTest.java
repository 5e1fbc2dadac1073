package moisson.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import moisson.event.Run;

/** A house with sources of this test only. */
final class SourcesForTest {
    private final Path folder;

    SourcesForTest(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder.resolve("sources"));
    }

    /** @param parameters as YAML, one per line, without their indentation */
    SourcesForTest with(String kamelet, String id, String parameters) throws IOException {
        Files.writeString(folder.resolve("sources").resolve(id + ".camel.yaml"), """
                - route:
                    id: source-%1$s
                    description: A source of this test.
                    from:
                      uri: kamelet:%2$s/%1$s
                      parameters:
                        source: %1$s
                        name: %1$s
                %3$s
                      steps:
                        - to:
                            uri: direct:delivery
                """.formatted(
                        id, kamelet, parameters.stripTrailing().indent(8).stripTrailing()));
        return this;
    }

    House open(Map<String, String> properties) throws Exception {
        House house = House.open(
                SettingsFile.read(
                        folder.resolve("data"),
                        Map.of(),
                        Map.of(
                                "moisson.routes",
                                "routes",
                                "moisson.sources",
                                folder.resolve("sources").toString(),
                                "moisson.port",
                                "0")),
                Clock.fixed(Instant.parse("2019-10-01T04:00:00Z"), ZoneOffset.UTC));
        try {
            var all = new java.util.TreeMap<>(properties);
            all.put("moisson.retry.delay", "1");
            house.startRoads(all, false);
            return house;
        } catch (RouteFileException | RuntimeException e) {
            house.close();
            throw e;
        }
    }

    /** The one run that a harvest makes. */
    static Run harvest(House house, String source) {
        var runs = house.harvestNow(source);
        if (runs.size() != 1) {
            throw new AssertionError(runs);
        }
        return runs.getFirst();
    }
}
