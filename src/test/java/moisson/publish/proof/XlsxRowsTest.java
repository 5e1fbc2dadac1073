package moisson.publish.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import moisson.event.PublishedEvent;
import moisson.publish.Dataset;
import moisson.publish.DatasetWriter;
import moisson.publish.EventForTest;
import moisson.publish.format.DatasetWriters;
import moisson.publish.graph.EventGraph;
import moisson.publish.graph.Iris;
import moisson.publish.graph.Provenance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XlsxRowsTest {
    private static final int MANY = 200;

    @TempDir
    Path folder;

    @Test
    void aRowIsGivenBeforeTheNextAreRead() throws IOException {
        Path whole = written();
        Path cut = cut(whole, "xl/worksheets/sheet1.xml");

        try (Rows rows = XlsxRows.of(whole)) {
            assertThat(rows.iterator()).toIterable().hasSize(MANY);
        }
        try (Rows rows = XlsxRows.of(cut)) {
            Iterator<Row> read = rows.iterator();
            assertThat(read.next().id()).isEqualTo("id0");
            assertThatThrownBy(() -> read.forEachRemaining(row -> {})).isInstanceOf(RuntimeException.class);
        }
    }

    private Path written() throws IOException {
        List<PublishedEvent> events = IntStream.range(0, MANY)
                .mapToObj(i -> EventForTest.published(
                        "id" + i, 2020, EventForTest.workshop("source-a", "n" + i, "Atelier fictif " + i, 2020)))
                .toList();
        EventGraph graph = new EventGraph(
                new Iris(java.net.URI.create("https://moisson.example/")), EventForTest.EDITIONS, Provenance.UNKNOWN);
        DatasetWriter writer = DatasetWriters.all(graph).stream()
                .filter(one -> one.extension().equals("xlsx"))
                .findFirst()
                .orElseThrow();
        Path file = folder.resolve("whole.xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            writer.write(new Dataset("evenements-2020", events), out);
        }
        return file;
    }

    /** The same with half of an entry. */
    private Path cut(Path whole, String name) throws IOException {
        Path file = folder.resolve("cut.xlsx");
        try (ZipFile zip = new ZipFile(whole.toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                out.putNextEntry(new ZipEntry(entry.getName()));
                try (InputStream in = zip.getInputStream(entry)) {
                    byte[] bytes = in.readAllBytes();
                    out.write(entry.getName().equals(name) ? Arrays.copyOf(bytes, bytes.length / 2) : bytes);
                }
            }
        }
        return file;
    }
}
