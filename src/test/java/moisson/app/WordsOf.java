package moisson.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;

/** What can be read in a published file: a compressed copy and a workbook hide nothing. */
final class WordsOf {
    private WordsOf() {}

    static String file(Path file) throws IOException {
        if (file.toString().endsWith(".xlsx")) {
            StringBuilder words = new StringBuilder();
            try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
                while (zip.getNextEntry() != null) {
                    words.append(new String(zip.readAllBytes(), UTF_8));
                }
            }
            return words.toString();
        }
        try (InputStream in = Files.newInputStream(file)) {
            InputStream open = file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
            return new String(open.readAllBytes(), UTF_8);
        }
    }
}
