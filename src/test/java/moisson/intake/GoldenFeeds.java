package moisson.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** One feed under {@code src/test/resources/feeds}, in the folder of its format. */
record GoldenFeeds(String format, Path file) {
    private static final Path FOLDER = Path.of("src/test/resources/feeds");
    private static final String EXPECTED = ".expected.json";

    static List<GoldenFeeds> list() throws IOException {
        return files(false).stream()
                .map(file -> new GoldenFeeds(FOLDER.relativize(file).getName(0).toString(), file))
                .toList();
    }

    static List<Path> expectations() throws IOException {
        return files(true);
    }

    Path expected() {
        String name = file.getFileName().toString();
        return file.resolveSibling(name.substring(0, name.lastIndexOf('.')) + EXPECTED);
    }

    private static List<Path> files(boolean expectations) throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(EXPECTED) == expectations)
                    .sorted()
                    .toList();
        }
    }
}
