package moisson.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FeedReadersTest {
    @Test
    void everyFormatHasItsReader() {
        assertThat(FeedReaders.formats())
                .containsExactly(
                        "csv",
                        "openagenda",
                        "ical",
                        "formulaire",
                        "json",
                        "moisson",
                        "xlsx",
                        "rss",
                        "schema-org",
                        "rdf");
        assertThat(FeedReaders.formats())
                .allSatisfy(format -> assertThat(
                                FeedReaders.forFormat(format).orElseThrow().format())
                        .isEqualTo(format));
    }

    @Test
    void anUnknownFormatHasNone() {
        assertThat(FeedReaders.forFormat("pdf")).isEmpty();
    }
}
