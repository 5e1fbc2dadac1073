package moisson.generate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import moisson.reference.Reference;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratorTest {
    private static final int RECORDS = 1_200;

    @TempDir
    Path folder;

    @Test
    void theSameSeedGivesTheSameBytes() throws IOException {
        List<Path> once = generator(7).feeds(RECORDS, null, folder.resolve("once"));
        List<Path> again = generator(7).feeds(RECORDS, null, folder.resolve("again"));

        assertThat(once).hasSameSizeAs(again).hasSize(4);
        for (int i = 0; i < once.size(); i++) {
            assertThat(once.get(i)).hasSameBinaryContentAs(again.get(i));
        }
        assertThat(folder.resolve("once/truth.csv")).hasSameBinaryContentAs(folder.resolve("again/truth.csv"));
    }

    @Test
    void anotherSeedGivesOtherEvents() throws IOException {
        generator(7).feeds(RECORDS, null, folder.resolve("seven"));
        generator(8).feeds(RECORDS, null, folder.resolve("eight"));

        assertThat(Files.mismatch(folder.resolve("seven/truth.csv"), folder.resolve("eight/truth.csv")))
                .isNotEqualTo(-1);
    }

    @Test
    void everyRecordHasOneRowOfTruthAndAKeyOfItsOwn() throws IOException {
        generator(7).feeds(RECORDS, null, folder);

        List<CSVRecord> truth = rows(folder.resolve(Truth.FILE), ',');
        assertThat(truth).hasSize(RECORDS);
        assertThat(truth.stream().map(row -> row.get("file") + row.get("key"))).doesNotHaveDuplicates();
        assertThat(truth.stream().map(row -> row.get("event")).distinct().count())
                .isBetween(500L, 900L);
        assertThat(truth.stream().map(row -> row.get("kind")).distinct()).hasSize(Family.values().length);
    }

    @Test
    void everyDescriptionSaysThatItIsFictionalHoweverMuchIsCut() throws IOException {
        List<Path> feeds = generator(7).feeds(RECORDS, FeedFormat.CSV, folder);

        for (Path feed : feeds) {
            assertThat(rows(feed, ',')).allSatisfy(row -> {
                assertThat(row.get("description")).endsWith("Événement fictif.");
                assertThat(row.get("mots_cles")).isEqualTo("événement fictif");
                assertThat(row.get("url")).matches("|https?://[a-z0-9.-]+\\.example/.*");
            });
        }
    }

    @Test
    void anotherOrderIsTheSameRecords() throws IOException {
        List<CSVRecord> first = feed(Variation.FIRST);
        List<CSVRecord> mixed = feed(new Variation(3, 0));

        assertThat(texts(mixed)).isNotEqualTo(texts(first)).containsExactlyInAnyOrderElementsOf(texts(first));
    }

    @Test
    void aChangeIsOfSoManyOfAHundredRecords() throws IOException {
        List<String> first = texts(feed(Variation.FIRST));
        List<String> changed = texts(feed(new Variation(0, 2)));

        assertThat(changed.stream().filter(record -> !first.contains(record))).hasSize(RECORDS / 50);
    }

    private Generator generator(long seed) {
        return new Generator(Reference.shipped(), seed, true);
    }

    private List<CSVRecord> feed(Variation variation) throws IOException {
        Path file = folder.resolve("feed.csv");
        generator(7).feed(RECORDS, FeedFormat.CSV, variation, file);
        return rows(file, ',');
    }

    private static List<String> texts(List<CSVRecord> records) {
        return records.stream().map(row -> String.join("|", row.values())).toList();
    }

    private static List<CSVRecord> rows(Path file, char delimiter) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter)
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (Reader reader = Files.newBufferedReader(file, UTF_8);
                Stream<CSVRecord> rows = format.parse(reader).stream()) {
            return rows.toList();
        }
    }
}
