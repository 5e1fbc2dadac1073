package moisson.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.provider.ArgumentsSource;

/**
 * Whatever the bytes, a reader reads or refuses: nothing else is thrown, and all ends soon. In a build every golden feed
 * is tried, whole and broken in always the same ways ({@link BrokenFeeds}). Jazzer goes on from there for as long as one
 * likes, one method at a time: the command, and what to do with a finding, are in {@code docs/fuzzing.md}.
 */
class ReadersFuzzTest {
    /** Long, because Jazzer rewrites the libraries as they are loaded. */
    private static final Duration SOON = Duration.ofMinutes(2);

    @ArgumentsSource(BrokenFeeds.class)
    @FuzzTest(maxDuration = "10m")
    void csv(byte[] bytes) {
        read("csv", bytes);
    }

    @ArgumentsSource(BrokenFeeds.class)
    @FuzzTest(maxDuration = "10m")
    void openagenda(byte[] bytes) {
        read("openagenda", bytes);
    }

    @ArgumentsSource(BrokenFeeds.class)
    @FuzzTest(maxDuration = "10m")
    void ical(byte[] bytes) {
        read("ical", bytes);
    }

    @ArgumentsSource(BrokenFeeds.class)
    @FuzzTest(maxDuration = "10m")
    void formulaire(byte[] bytes) {
        read("formulaire", bytes);
    }

    @ArgumentsSource(BrokenFeeds.class)
    @FuzzTest(maxDuration = "10m")
    void json(byte[] bytes) {
        read("json", bytes);
    }

    @ArgumentsSource(BrokenFeeds.class)
    @FuzzTest(maxDuration = "10m")
    void moisson(byte[] bytes) {
        read("moisson", bytes);
    }

    @ArgumentsSource(BrokenFeeds.class)
    @FuzzTest(maxDuration = "10m")
    void xlsx(byte[] bytes) {
        read("xlsx", bytes);
    }

    @ArgumentsSource(BrokenFeeds.class)
    @FuzzTest(maxDuration = "10m")
    void rss(byte[] bytes) {
        read("rss", bytes);
    }

    @ArgumentsSource(BrokenFeeds.class)
    @FuzzTest(maxDuration = "10m")
    void schemaOrg(byte[] bytes) {
        read("schema-org", bytes);
    }

    @ArgumentsSource(BrokenFeeds.class)
    @FuzzTest(maxDuration = "10m")
    void rdf(byte[] bytes) {
        read("rdf", bytes);
    }

    /** The bytes are those of any format: only its own reader knows what a guess must be. */
    @ArgumentsSource(BrokenFeeds.class)
    @FuzzTest(maxDuration = "10m")
    void guess(byte[] bytes) {
        byte[] head = Arrays.copyOf(bytes, Math.min(bytes.length, Formats.HEAD));

        Guess guess = Assertions.assertTimeoutPreemptively(SOON, () -> Formats.guess(head, null, null));

        assertThat(guess.reason()).isNotBlank();
        assertThat(FeedReaders.formats()).containsAll(guess.format().stream().toList());
    }

    private static void read(String format, byte[] bytes) {
        // Not @Timeout: JUnit would take the whole search of Jazzer for one test.
        Assertions.assertTimeoutPreemptively(SOON, () -> readOrRefuse(format, bytes));
    }

    private static void readOrRefuse(String format, byte[] bytes) throws IOException {
        try {
            ReadingForTest reading = ReadingForTest.of(format, bytes);
            int items = reading.records.size() + reading.rejects.size();
            reading.records.forEach(record -> assertThat(record.number()).isBetween(1, items));
        } catch (UnreadableFeedException refused) {
            assertThat(refused).message().isNotBlank();
        }
    }
}
