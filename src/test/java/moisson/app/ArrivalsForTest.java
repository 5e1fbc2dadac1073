package moisson.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The folder where what is fetched waits: after a harvest nothing is there, and nothing holds on to what was. */
final class ArrivalsForTest {
    private static final Path OPEN = Path.of("/proc/self/fd");

    private ArrivalsForTest() {}

    static void areGone(Path folder) throws IOException {
        Path arrivals =
                Files.createDirectories(folder.resolve("data/arrivages")).toRealPath();
        try (Stream<Path> left = Files.list(arrivals)) {
            assertThat(left).isEmpty();
        }
        if (Files.isDirectory(OPEN)) {
            assertThat(open()).noneMatch(file -> file.startsWith(arrivals.toString()));
        }
    }

    /** How many files that wait there are open now. */
    static long held(Path folder) throws IOException {
        String arrivals = folder.resolve("data/arrivages").toRealPath().toString();
        return open().stream().filter(file -> file.startsWith(arrivals)).count();
    }

    /** A file that is deleted and still open takes its place on the disk; only Linux tells. */
    private static List<String> open() throws IOException {
        try (Stream<Path> files = Files.list(OPEN)) {
            return files.map(ArrivalsForTest::target).toList();
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (java.nio.file.NoSuchFileException e) {
            return "closed meanwhile";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
