package moisson.intake.rdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import moisson.event.Delivery;
import moisson.event.Notice;
import moisson.event.Source;
import moisson.event.SourceRecord;
import moisson.intake.RecordSink;
import moisson.intake.UnreadableFeedException;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.system.StreamRDFBase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiskGraphTest {
    @ParameterizedTest
    @ValueSource(strings = {"triples.nt", "schema.ttl", "rdf-xml.rdf", "cut-off.ttl"})
    void aGraphOnDiskGivesWhatOneInMemoryGives(String name) throws IOException {
        Path file = Path.of("src/test/resources/feeds/rdf", name);

        List<String> onDisk = told(new RdfReader(0), file);

        assertThat(onDisk).isNotEmpty().containsExactlyInAnyOrderElementsOf(told(new RdfReader(Long.MAX_VALUE), file));
    }

    @Test
    void aFullDiskIsNoFaultOfTheFile() throws IOException {
        try (DiskGraph disk = DiskGraph.open()) {
            assertThatThrownBy(() -> disk.fill(triples -> new BoundedGraph(10, new FullDisk())
                            .filled(in("<urn:a> <urn:b> <urn:c> ."), Lang.TURTLE, "http://moisson.invalid/")))
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(UnreadableFeedException.class)
                    .hasRootCauseMessage("No space left on device");
        }
    }

    private static InputStream in(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static final class FullDisk extends StreamRDFBase {
        @Override
        public void triple(Triple triple) {
            throw new IllegalStateException("No space left on device");
        }
    }

    private static List<String> told(RdfReader reader, Path file) throws IOException {
        var source = new Source(
                "essai", "Source d’essai", "rdf", "file:essai", null, "Europe/Paris", "Licence Ouverte 2.0", true, 7);
        List<String> told = new ArrayList<>();
        reader.read(
                new Delivery(
                        source,
                        "0".repeat(64),
                        file,
                        Files.size(file),
                        Instant.parse("2020-11-01T08:00:00Z"),
                        null,
                        null),
                new RecordSink() {
                    @Override
                    public void record(SourceRecord record, List<Notice> notices) {
                        told.add(record.key() + " " + record.values() + notices.size());
                    }

                    @Override
                    public void reject(Notice why) {
                        told.add("reject " + why.code() + " " + why.key());
                    }

                    @Override
                    public void remark(Notice notice) {
                        told.add("remark " + notice);
                    }
                });
        return told;
    }
}
