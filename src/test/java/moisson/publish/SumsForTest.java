package moisson.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** As if wrong bytes had been written at once, so that only what they say is wrong, and not their sum. */
final class SumsForTest {
    private SumsForTest() {}

    /** The entries, of which one tells the file as it is now. */
    static List<Manifest.Entry> now(List<Manifest.Entry> entries, Path folder, String name) throws IOException {
        Path file = folder.resolve(name);
        String sum = SummedFile.sumOf(file);
        long bytes = Files.size(file);
        return entries.stream()
                .map(entry -> entry.path().equals(name)
                        ? new Manifest.Entry(
                                name, entry.mediaType(), bytes, sum, entry.dataset(), entry.edition(), entry.rows())
                        : entry)
                .toList();
    }

    /** The same without the compressed copy of a file, which says something else now. */
    static List<Manifest.Entry> nowWithoutCopy(List<Manifest.Entry> entries, Path folder, String name)
            throws IOException {
        return now(entries, folder, name).stream()
                .filter(entry -> !entry.path().equals(name + ".gz"))
                .toList();
    }
}
