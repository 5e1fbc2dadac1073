package moisson.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import moisson.generate.FeedFormat;
import moisson.generate.Generator;
import moisson.generate.Variation;
import moisson.reference.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether trials do what they say. How long they take is nobody's business here. */
class TrialTest {
    @TempDir
    Path folder;

    @Test
    void harvestingAgainMeetsWhatItShould() throws IOException {
        List<Map<String, Object>> rows = HarvestTrial.run(400, folder, 1, null, null, null);

        assertThat(rows).hasSize(4);
        assertThat(rows.get(0)).containsEntry("read", 400).containsEntry("created", 400);
        assertThat(rows.get(1)).containsEntry("read", 0);
        assertThat(rows.get(2)).containsEntry("unchanged", 400);
        assertThat(rows.get(3)).containsEntry("updated", 4).containsEntry("unchanged", 396);
    }

    @Test
    void newRecordsComeAsASetAndOneByOne() throws IOException, InterruptedException {
        List<Map<String, Object>> rows = IncrementTrial.run(300, folder);

        assertThat(rows).hasSize(4);
        assertThat(rows.get(0)).containsEntry("read", 300);
        assertThat(rows.get(1)).containsEntry("read", 30);
        assertThat(rows.get(2)).containsEntry("read", 20).containsKey("p99 ms");
        assertThat(rows.get(3)).containsEntry("read", 20).containsKey("p99 ms");
    }

    @Test
    void readingCountsEveryRecord() throws IOException {
        Path file = folder.resolve("feed.json");
        new Generator(Reference.shipped(), 1, true).feed(250, FeedFormat.OPENAGENDA, Variation.FIRST, file);

        assertThat(new ReadTrial().run("openagenda", file))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("records", 250L).containsEntry("rejected", 0L));
    }

    @Test
    void everyPublishedFormatIsWritten() throws IOException {
        assertThat(new PublishTrial(folder, 1).run(60))
                .extracting(row -> row.get("format"))
                .contains("csv", "json", "ttl", "nt");
    }
}
