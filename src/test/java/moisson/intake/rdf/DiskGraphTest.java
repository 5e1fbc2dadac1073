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
import java.util.Collections;
import java.util.List;
import java.util.Random;
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
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiskGraphTest {
    @ParameterizedTest
    @ValueSource(strings = {"triples.nt", "schema.ttl", "rdf-xml.rdf", "cut-off.ttl"})
    void aGraphOnDiskGivesWhatOneInMemoryGives(String name) throws IOException {
        Path file = Path.of("src/test/resources/feeds/rdf", name);

        List<String> onDisk = told(new RdfReader(0), file);

        assertThat(onDisk).isNotEmpty().containsExactlyElementsOf(told(new RdfReader(Long.MAX_VALUE), file));
    }

    @Test
    void whatIsSaidOfAnEventMayStandAnywhereAndTwice(@TempDir Path folder) throws IOException {
        List<String> lines = new ArrayList<>();
        for (int event = 0; event < 300; event++) {
            String subject = "<https://exemple.example/evenements/" + event + "> <http://schema.org/";
            String place = "<https://exemple.example/lieux/" + event % 7 + "> ";
            lines.add(place + "<http://schema.org/name> \"Salle fictive " + event % 7 + "\" .");
            lines.add(place + "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://schema.org/Place> .");
            lines.add(subject + "name> \"Atelier fictif " + event + "\" .");
            lines.add(subject + "startDate> \"2026-11-05\" .");
            lines.add(subject + "location> " + place + ".");
            lines.add("<https://exemple.example/evenements/" + event
                    + "> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://schema.org/Event> .");
            lines.add("<https://exemple.example/seul/" + event
                    + "> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://schema.org/Restaurant> .");
        }
        lines.addAll(lines.subList(0, 500));
        Collections.shuffle(lines, new Random(1));
        Path file = Files.write(folder.resolve("epars.nt"), lines);

        List<String> onDisk = told(new RdfReader(0), file);

        assertThat(onDisk).hasSize(600).containsExactlyElementsOf(told(new RdfReader(Long.MAX_VALUE), file));
        assertThat(onDisk)
                .anyMatch(line ->
                        line.startsWith("https://exemple.example/evenements/299 ") && line.contains("Salle fictive 5]"))
                .contains("reject NOT_AN_EVENT https://exemple.example/seul/0");
    }

    @Test
    void aSubjectWithMoreThanABlockOfTriplesIsGivenOnce(@TempDir Path folder) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("<urn:e> a <http://schema.org/Event> ; <http://schema.org/name> \"Atelier fictif\" .");
        for (int keyword = 0; keyword < 5_000; keyword++) {
            lines.add("<urn:e> <http://schema.org/keywords> \"mot numero " + keyword + " \" .");
        }
        Path file = Files.write(folder.resolve("long.ttl"), lines);

        assertThat(told(new RdfReader(0), file)).hasSize(1).isEqualTo(told(new RdfReader(Long.MAX_VALUE), file));
    }

    @Test
    void nothingIsLeftOnDisk() throws IOException {
        DiskGraph disk = DiskGraph.open();
        try (disk) {
            disk.fill(triples -> new BoundedGraph(10, triples)
                    .filled(in("<urn:a> <urn:b> <urn:c> ."), Lang.TURTLE, "http://moisson.invalid/"));
            assertThat(disk.file()).isNotEmptyFile();
        }
        assertThat(disk.file()).doesNotExist();
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
