package moisson.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import moisson.publish.format.DatasetWriters;
import moisson.publish.graph.EventGraph;
import moisson.publish.graph.Iris;
import moisson.statistics.Statistics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The files of all events are put together from those of the editions, nobody can tell, and an error is. */
class JoinedFilesTest {
    @TempDir
    private Path home;

    private List<Manifest.Entry> files;
    private Map<String, Body> bodies;

    @BeforeEach
    void build() throws IOException {
        PublisherSettings settings = PublisherSettings.example(home);
        Building building = new Building(
                home,
                settings,
                EventForTest.EDITIONS,
                new Statistics(EventForTest.departments(), EventForTest.regions(), settings.base()));
        files = building.write(EventForTest.selection(EventForTest.some()), List.of(), List.of());
        bodies = new HashMap<>(building.made().bodies());
    }

    @Test
    void whatIsPutTogetherIsWhatWouldBeWrittenAtOnce() throws IOException {
        var graph = new EventGraph(new Iris(PublisherSettings.example(home).base()), EventForTest.EDITIONS);
        List<DatasetWriter> joined = new ArrayList<>();
        for (DatasetWriter writer : DatasetWriters.all(graph)) {
            if (writer instanceof DatasetWriter.InRow) {
                joined.add(writer);
                Path whole = home.resolve("tout");
                try (var out = Files.newOutputStream(whole)) {
                    writer.write(new Dataset("evenements", EventForTest.some()), out);
                }
                assertThat(home.resolve("evenements." + writer.extension())).hasSameBinaryContentAs(whole);
            }
        }
        assertThat(joined).hasSize(8);
    }

    @Test
    void aCompressedCopyIsOneMemberSinceSomeProgramsStopAfterTheFirst() throws IOException {
        byte[] packed = Files.readAllBytes(home.resolve("evenements.nt.gz"));
        byte[] plain = Files.readAllBytes(home.resolve("evenements.nt"));
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            assertThat(in.readAllBytes()).isEqualTo(plain);
        }
        Inflater one = new Inflater(true);
        try (InputStream in =
                new InflaterInputStream(new ByteArrayInputStream(packed, 10, packed.length - 10), one, packed.length)) {
            assertThat(in.readAllBytes()).isEqualTo(plain);
            assertThat(one.getRemaining())
                    .as("sum and size, and nothing after them")
                    .isEqualTo(8);
        } finally {
            one.end();
        }
    }

    @Test
    void aSoundVersionIsSound() {
        assertThat(flaw()).isEmpty();
    }

    @Test
    void aPageOfAllThatIsNotThatOfItsEditionIsTold() throws IOException {
        byte[] bytes = Files.readAllBytes(home.resolve("evenements.parquet"));
        bytes[100] ^= 1;
        Files.write(home.resolve("evenements.parquet"), bytes);
        files = SumsForTest.now(files, home, "evenements.parquet");
        assertThat(flaw()).hasValueSatisfying(flaw -> assertThat(flaw).contains("evenements.parquet"));
    }

    @Test
    void anEditionThatIsMissingInTheRowGroupsOfAllIsTold() throws IOException {
        Files.copy(
                home.resolve("evenements-2020.parquet"),
                home.resolve("evenements.parquet"),
                StandardCopyOption.REPLACE_EXISTING);
        files = SumsForTest.now(files, home, "evenements.parquet");
        assertThat(flaw()).hasValueSatisfying(flaw -> assertThat(flaw).contains("evenements.parquet"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "json", "jsonl", "geojson", "ics", "nt", "ttl", "jsonld"})
    void anEventOfAllThatIsNotThatOfItsEditionIsTold(String extension) throws IOException {
        change("evenements." + extension, "Autre atelier", "Autre chose..");
        assertThat(flaw()).hasValueSatisfying(flaw -> assertThat(flaw).contains("evenements."));
    }

    /** As a program would that does not know well where its events end. */
    @ParameterizedTest
    @ValueSource(strings = {"csv", "json", "jsonl", "geojson", "ics", "nt", "ttl", "jsonld"})
    void anEventThatNobodyComparedIsTold(String extension) {
        for (String file : List.of("evenements." + extension, "evenements-2020." + extension)) {
            Body body = Objects.requireNonNull(bodies.get(file));
            bodies.put(file, new Body(body.to(), body.to(), body.packedTo(), body.packedTo()));
        }
        assertThat(flaw()).isPresent();
    }

    @Test
    void whatEventsShareIsToldOfAllAsByTheEditions() throws IOException {
        String line = Files.readAllLines(home.resolve("evenements.nt")).stream()
                .filter(told -> told.contains("/id/organisateur/") && told.contains("schema.org/name"))
                .findFirst()
                .orElseThrow();
        change("evenements.nt", line, line.replace("schema.org/name", "schema.org/mane"));
        assertThat(flaw()).hasValueSatisfying(flaw -> assertThat(flaw).contains("triplets autour des événements"));
    }

    /** The copies of all files of events, damaged in what stands around the events, in the events, and at the end. */
    @ParameterizedTest
    @CsvSource({
        "evenements.nt, 20", "evenements.nt, body", "evenements.nt, tail", "evenements.nt, crc",
        "evenements.json, 12", "evenements.json, body", "evenements.json, gap", "evenements.json, tail",
        "evenements.ics, body", "evenements-2020.csv, body", "evenements-2020.csv, crc", "evenements-2020.ttl, 20"
    })
    void aCopyThatSaysSomethingElseIsTold(String name, String where) throws IOException {
        assertThat(flaw()).isEmpty();
        Path copy = home.resolve(name + ".gz");
        byte[] packed = Files.readAllBytes(copy);
        Body body = Objects.requireNonNull(bodies.get(name));
        int at = (int)
                switch (where) {
                    case "body" -> body.packedFrom() + 9;
                    case "gap" ->
                        Objects.requireNonNull(bodies.get("evenements-2019.json"))
                                        .packedTo()
                                - Objects.requireNonNull(bodies.get("evenements-2019.json"))
                                        .packedFrom()
                                + body.packedFrom();
                    case "tail" -> body.packedTo() + 1;
                    case "crc" -> packed.length - 7;
                    default -> Long.parseLong(where);
                };
        packed[at] ^= 0x10;
        Files.write(copy, packed);
        files = SumsForTest.now(files, home, name + ".gz");
        assertThat(flaw()).hasValueSatisfying(flaw -> assertThat(flaw).contains(name + ".gz"));
    }

    private Optional<String> flaw() {
        return new Proof(home).flaw(files, List.of(), new Made(Map.of(), bodies, Map.of(), Map.of()));
    }

    /** As if the wrong bytes had been written at once, so that their sum is right. */
    private void change(String name, String from, String to) throws IOException {
        assertThat(to).hasSameSizeAs(from);
        Path file = home.resolve(name);
        String text = Files.readString(file, UTF_8);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
        files = SumsForTest.nowWithoutCopy(files, home, name);
    }
}
