package moisson.publish.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Copies an Office Open XML file without the moment it was made: the same content is then the same bytes. */
final class Undated {
    /** How hard to compress: half of the work of the usual six, for a file a sixth larger. */
    private static final int LEVEL = 3;

    private static final LocalDateTime EARLIEST = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final String PROPERTIES = "docProps/core.xml";
    private static final String CREATED = "<dcterms:created[^>]*>[^<]*</dcterms:created>";

    private Undated() {}

    static void copy(Path dated, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        zip.setLevel(LEVEL);
        try (ZipFile file = new ZipFile(dated.toFile())) {
            List<? extends ZipEntry> entries = Collections.list(file.entries());
            // Readers that stream want to know first what is in it.
            entries.sort(Comparator.comparing(entry -> !entry.getName().startsWith("[")));
            for (ZipEntry entry : entries) {
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(EARLIEST);
                zip.putNextEntry(copy);
                try (InputStream in = file.getInputStream(entry)) {
                    copy(entry.getName(), in, zip);
                }
                zip.closeEntry();
            }
        }
        zip.finish();
    }

    private static void copy(String name, InputStream in, OutputStream out) throws IOException {
        if (name.equals(PROPERTIES)) {
            out.write(
                    new String(in.readAllBytes(), UTF_8).replaceAll(CREATED, "").getBytes(UTF_8));
        } else {
            in.transferTo(out);
        }
    }
}
