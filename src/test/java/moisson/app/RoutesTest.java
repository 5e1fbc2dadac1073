package moisson.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.apache.camel.Route;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoutesTest {
    private static final String SOURCE = """
            - route:
                id: source-essai
                description: A source of this test.
                from:
                  uri: kamelet:http-feed-source/essai
                  parameters:
                    source: essai
                    name: Essai
                    format: csv
                    url: http://127.0.0.1:1/
                    allowPrivate: true
                    cron: "0 0 4 * * ?"
                    mapping: "Nom de l'événement=titre, Où=lieu"
                  steps:
                    - to:
                        uri: direct:delivery
            """;

    @TempDir
    Path folder;

    @Test
    void everyRouteStartsWithItsOwnIdAndADescription() throws Exception {
        try (House house = started(SOURCE)) {
            assertThat(house.routes().stream().filter(route -> !route.isCreatedByKamelet()))
                    .hasSizeGreaterThan(5)
                    .allSatisfy(route -> assertThat(route.getId()).doesNotMatch("route\\d+"))
                    .extracting(Route::getDescription)
                    .doesNotContainNull();
        }
    }

    @Test
    void aSourceIsWhatItsFileSaysWithTheDefaultsOfItsKamelet() throws Exception {
        try (House house = started(SOURCE)) {
            var source = house.sources().get("essai");

            assertThat(source.name()).isEqualTo("Essai");
            assertThat(source.zone()).isEqualTo("Europe/Paris");
            assertThat(source.graceDays()).isEqualTo(7);
            assertThat(source.mapping()).isEqualTo(Map.of("Nom de l'événement", "titre", "Où", "lieu"));
            assertThat(SourceCatalogue.nextHarvest(source, new SteppingClock(java.time.Instant.EPOCH)))
                    .hasValue(java.time.Instant.parse("1970-01-01T03:00:00Z"));
        }
    }

    @Test
    void anUnknownSourceIsSaidWithThoseThatAreKnown() throws Exception {
        try (House house = started(SOURCE)) {
            assertThatThrownBy(() -> house.sources().get("esai"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("« esai »")
                    .hasMessageContaining("essai, formulaire");
        }
    }

    @Test
    void aSourceFileThatCannotBeStartedIsNamed() {
        assertThatThrownBy(() -> started(SOURCE.replace("    format: csv\n", "\n")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("format");
        assertThatThrownBy(() -> started(SOURCE.replace("uri: direct:delivery", "url: direct:delivery")))
                .isInstanceOf(RouteFileException.class)
                .hasMessageContaining("url");
        assertThatThrownBy(() -> started(SOURCE.replace("0 0 4 * * ?", "every night")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("every night");
    }

    private House started(String source) throws Exception {
        Path sources = Files.createDirectories(folder.resolve("sources"));
        Files.writeString(sources.resolve("essai.camel.yaml"), source);
        Settings settings = SettingsFile.read(
                folder.resolve("data"),
                Map.of(),
                Map.of("moisson.routes", "routes", "moisson.sources", sources.toString(), "moisson.port", "0"));
        House house = House.open(settings, Clock.systemUTC());
        try {
            house.startRoads(Map.of(), false);
        } catch (RouteFileException | SettingsException e) {
            house.close();
            throw e;
        }
        return house;
    }
}
