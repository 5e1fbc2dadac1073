package moisson.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Each case is two files: {@code feeds/<format>/<case>.<ext>} and {@code <case>.expected.json}. When a feed breaks us,
 * the first commit is such a pair.
 */
class GoldenFeedsTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TestFactory
    Stream<DynamicTest> everyFeedIsReadAsExpected() throws IOException {
        return GoldenFeeds.list().stream()
                .map(feed -> DynamicTest.dynamicTest(
                        feed.format() + "/" + feed.file().getFileName(), () -> compare(feed)));
    }

    @Test
    void everyFormatHasCases() throws IOException {
        assertThat(GoldenFeeds.list()).extracting(GoldenFeeds::format).containsAll(FeedReaders.formats());
    }

    @Test
    void everyExpectationHasItsFeed() throws IOException {
        List<Path> expected =
                GoldenFeeds.list().stream().map(GoldenFeeds::expected).toList();

        assertThat(GoldenFeeds.expectations()).containsExactlyInAnyOrderElementsOf(expected);
    }

    private static void compare(GoldenFeeds feed) throws IOException {
        JsonNode expected = JSON.readTree(feed.expected().toFile());
        JsonNode read = Telling.of(feed);

        assertThat(read.toPrettyString()).isEqualTo(expected.toPrettyString());
    }
}
