package moisson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Keeps the route files short, written in full, and free of meaning. */
class RouteFilesTest {
    private static final int LONGEST = 8;
    private static final Set<String> IN_FULL =
            Set.of("simple", "constant", "header", "jsonpath", "to", "log", "setBody", "setHeader", "filter", "split");
    private static final Set<String> HOLDS_AN_EXPRESSION = Set.of("setBody", "setHeader", "filter", "split");
    private static final Set<String> BELONGS_IN_JAVA = Set.of("choice", "script", "groovy", "process", "doTry");

    static List<Path> everyFile() throws IOException {
        return files("routes");
    }

    static List<Path> everySource() throws IOException {
        return files("routes/sources");
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("everyFile")
    void isWrittenInFullAndShort(Path file) throws IOException {
        look(new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file)));
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("everySource")
    void aSourceOnlyConnects(Path file) throws IOException {
        assertThat(Files.readString(file))
                .contains("uri: kamelet:", "uri: direct:delivery")
                .doesNotContain("bean:", "simple:");
    }

    private static void look(Object node) {
        if (node instanceof Map<?, ?> map) {
            map.forEach((key, value) -> lookAt(key.toString(), value));
        } else if (node instanceof List<?> list) {
            list.forEach(RouteFilesTest::look);
        }
    }

    private static void lookAt(String key, Object value) {
        assertThat(BELONGS_IN_JAVA).doesNotContain(key);
        if (key.equals("steps")) {
            assertThat((List<?>) value).hasSizeLessThanOrEqualTo(LONGEST);
        }
        if (IN_FULL.contains(key)) {
            assertThat(value).as(key).isInstanceOf(Map.class);
        }
        if (HOLDS_AN_EXPRESSION.contains(key)) {
            assertThat(((Map<?, ?>) value).containsKey("expression")).as(key).isTrue();
        }
        look(value);
    }

    private static List<Path> files(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }
}
