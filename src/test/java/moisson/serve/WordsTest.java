package moisson.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** Both languages say the same things. */
class WordsTest {
    @Test
    void everySentenceHasItsTranslationWithTheSameValues() throws IOException {
        Properties french = read("messages.properties");
        Properties english = read("messages_en.properties");
        assertThat(english.stringPropertyNames()).isEqualTo(french.stringPropertyNames());
        french.forEach((key, text) -> assertThat(values(english.getProperty((String) key)))
                .as((String) key)
                .isEqualTo(values((String) text)));
    }

    @Test
    void frenchSentencesKeepTheirSignsClose() throws IOException {
        assertThat(read("messages.properties").values())
                .allSatisfy(text -> assertThat((String) text).doesNotContainPattern(" [:;?!»]|« |\\w'\\w"));
    }

    private static long values(String text) {
        return text.split("%s", -1).length;
    }

    private static Properties read(String name) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(WordsTest.class.getResourceAsStream("/moisson/serve/" + name)),
                StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
