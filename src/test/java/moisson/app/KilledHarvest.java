package moisson.app;

import java.nio.file.Path;

/** A process that harvests one source, for a test that kills it. */
final class KilledHarvest {
    private KilledHarvest() {}

    /**
     * Harvests it.
     *
     * @param args folder of the installation, and the source
     */
    public static void main(String[] args) throws Exception {
        try (House house = new SourcesForTest(Path.of(args[0])).open(java.util.Map.of())) {
            house.harvestNow(args[1]);
        }
    }
}
