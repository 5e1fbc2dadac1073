package moisson.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import moisson.store.StoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreRefusesTest {
    @TempDir
    Path folder;

    @Test
    void aHarvestThatCannotEvenBeWrittenDownIsNotSilent() throws Exception {
        Path feed = Files.createDirectories(folder.resolve("partners/essai")).resolve("feed.csv");
        Files.writeString(feed, "id,titre,debut\r\n1,Essai fictif,2019-11-20\r\n");
        Files.createDirectories(folder.resolve("sources"));
        Files.writeString(folder.resolve("sources/essai.camel.yaml"), """
                - route:
                    id: source-essai
                    from:
                      uri: kamelet:http-feed-source/essai
                      parameters:
                        source: essai
                        name: Essai
                        format: csv
                        url: "{{moisson.samples.url}}/essai/feed.csv"
                        allowPrivate: true
                      steps:
                        - to:
                            uri: direct:delivery
                """);
        Settings settings = SettingsFile.read(
                folder.resolve("data"),
                Map.of(),
                Map.of(
                        "moisson.routes", "routes",
                        "moisson.sources", folder.resolve("sources").toString(),
                        "moisson.port", "0"));
        Clock clock = Clock.fixed(Instant.parse("2019-10-01T04:00:00Z"), ZoneOffset.UTC);
        try (SamplePartners partners = SamplePartners.start(folder.resolve("partners"));
                House house = House.open(settings, clock)) {
            house.startRoads(Map.of("moisson.samples.url", partners.url(), "moisson.retry.delay", "1"), false);
            letNoRunBegin();

            assertThatThrownBy(() -> house.harvestNow("essai")).isInstanceOf(StoreException.class);

            letRunsBegin();
            assertThat(house.harvestNow("essai"))
                    .singleElement()
                    .satisfies(run -> assertThat(run.counts().read()).isEqualTo(1));
        }
    }

    private void letNoRunBegin() throws Exception {
        execute("create trigger full before insert on run begin select raise(abort, 'full'); end");
    }

    private void letRunsBegin() throws Exception {
        execute("drop trigger full");
    }

    private void execute(String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("data/moisson.db"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
