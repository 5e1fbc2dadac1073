package moisson.publish.graph;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.shared.AddDeniedException;
import org.apache.jena.sparql.sse.SSE;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A graph in a database on the disk cannot be told from the same in memory, and nothing half done is ever opened. */
class DiskGraphTest {
    private static final String S = "<https://exemple.example/s> <https://exemple.example/p> ";
    /** Values that TDB2 keeps as numbers, days and moments, some written as it would not write them itself. */
    private static final List<String> VALUES = List.of(
            "\"48.85\"",
            "\"0.00010\"",
            "\"0.0001\"",
            "\"48.850\"",
            "\"2\"",
            "\"2.0\"",
            "\"-0.0\"",
            "\"1230000000000000000000.5\"");

    private static final String XSD = "^^<http://www.w3.org/2001/XMLSchema#";

    @TempDir
    private Path home;

    private DiskGraphs graphs;
    private Path file;
    private Graph memory;
    private Graph disk;

    @BeforeEach
    void load() throws IOException {
        graphs = new DiskGraphs(home.resolve("bases"));
        file = Files.writeString(
                home.resolve("evenements.nt"), lines().map(line -> line + "\n").collect(Collectors.joining()), UTF_8);
        memory = GraphMemFactory.createDefaultGraphSameTerm();
        ReadBack.load(file, memory);
        disk = graphs.open("1-abc", file, 20);
    }

    private static Stream<String> lines() {
        Stream<String> decimals = VALUES.stream().map(value -> S + value + XSD + "decimal> .");
        Stream<String> others = Stream.of(
                S + "\"2020-11-03T10:00:00+01:00\"" + XSD + "dateTime> .",
                S + "\"2020-11-03T10:00:00.000Z\"" + XSD + "dateTime> .",
                S + "\"0007-01-01\"" + XSD + "date> .",
                S + "\"7\"" + XSD + "integer> .",
                S + "\"007\"" + XSD + "integer> .",
                S + "\"1\"" + XSD + "boolean> .",
                S + "\"2020\"" + XSD + "gYear> .",
                S + "\"L’été 😀 \\\"à\\\" \\n deux\"@fr .",
                S + "\"texte\" .",
                S + "\"texte\" .",
                "<https://exemple.example/o> <https://exemple.example/p> <https://exemple.example/s> .");
        return Stream.concat(decimals, others);
    }

    @AfterEach
    void clear() throws IOException {
        graphs.clear();
    }

    private static Set<Triple> found(Graph graph, Node subject, Node object) {
        return graph.find(subject, Node.ANY, object).toSet();
    }

    @Test
    void everyTripleComesBackAsItWasWritten() {
        assertThat(disk.find().toSet()).isEqualTo(memory.find().toSet()).hasSize(18);
        assertThat(disk.size()).isEqualTo(memory.size());
    }

    @Test
    void aValueIsFoundOnlyAsItWasWritten() {
        for (String value : List.of("0.00010", "0.0001", "0.000100", "2", "2.0", "2.00", "48.85", "-0.0", "0.0")) {
            Node node = SSE.parseNode("'" + value + "'^^xsd:decimal");
            assertThat(found(disk, Node.ANY, node)).as(value).isEqualTo(found(memory, Node.ANY, node));
            Triple asked = Triple.create(Node.ANY, Node.ANY, node);
            assertThat(disk.contains(asked)).as(value).isEqualTo(memory.contains(asked));
        }
        Node place = NodeFactory.createURI("https://exemple.example/s");
        assertThat(found(disk, Node.ANY, place)).isEqualTo(found(memory, Node.ANY, place));
        assertThat(found(disk, place, Node.ANY)).isEqualTo(found(memory, place, Node.ANY));
        assertThat(disk.contains(place, Node.ANY, Node.ANY)).isTrue();
    }

    @Test
    void itIsNeverWritten() {
        Triple triple = disk.find().next();
        assertThatThrownBy(() -> disk.add(triple)).isInstanceOf(AddDeniedException.class);
    }

    @Test
    void aSearchThatWasLeftHalfWayHoldsUpNobody() {
        disk.find().next();
        ExtendedIterator<Triple> half = disk.find();
        half.next();
        disk.getTransactionHandler()
                .executeAlways(() -> assertThat(disk.find().toList()).hasSize(18));
        half.close();
        assertThat(disk.find().toSet()).hasSize(18);
    }

    @Test
    void aDatabaseNobodyHoldsIsTakenAway() throws Exception {
        ReferenceQueue<Graph> collected = new ReferenceQueue<>();
        Reference<Graph> held = held("4-ddd", collected);
        Path folder = home.resolve("bases/4-ddd");
        assertThat(folder).exists();
        long end = System.nanoTime() + 120_000_000_000L;
        try {
            // Each collection stops everybody, whoever takes the database away among them: no more of them than it
            // needs.
            do {
                System.gc();
            } while (collected.remove(1_000) == null && System.nanoTime() < end);
        } finally {
            // A reference that is not there any more is put into no queue.
            Reference.reachabilityFence(held);
        }
        while (Files.exists(folder) && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(folder).doesNotExist();
        assertThat(disk.find().toSet()).hasSize(18);
    }

    private Reference<Graph> held(String name, ReferenceQueue<Graph> collected) throws IOException {
        Graph graph = graphs.open(name, file, 20);
        assertThat(graph.size()).isEqualTo(18);
        return new WeakReference<>(graph, collected);
    }

    @Test
    void theSameVersionIsLoadedOnce() throws IOException {
        assertThat(graphs.open("1-abc", home.resolve("nulle-part.nt"), 20)).isSameAs(disk);
    }

    @Test
    void whatAKilledProcessLeftBehindIsNotOpened() throws IOException {
        Path unfinished = Files.createDirectories(home.resolve("bases/.loading-2-def"));
        Files.writeString(unfinished.resolve("triples"), "3");
        assertThat(graphs.open("2-def", file, 20).size()).isEqualTo(18);
        assertThat(unfinished).doesNotExist();
    }

    @Test
    void aDatabaseThatCannotBeReadIsLoadedAgain() throws IOException {
        Path broken = Files.createDirectories(home.resolve("bases/3-012"));
        Files.writeString(broken.resolve("triples"), "beaucoup");
        assertThat(graphs.open("3-012", file, 20).find().toSet())
                .isEqualTo(memory.find().toSet());
    }

    @Test
    void sweepingLeavesTheOneThatIsKeptAndThoseThatAreOpen() throws IOException {
        Files.createDirectories(home.resolve("bases/7-kept"));
        Files.createDirectories(home.resolve("bases/6-old"));
        Files.createDirectories(home.resolve("bases/.loading-8"));
        graphs.sweep("7-kept");
        try (Stream<Path> left = Files.list(home.resolve("bases"))) {
            assertThat(left.map(child -> child.getFileName().toString())).containsExactlyInAnyOrder("7-kept", "1-abc");
        }
        assertThat(disk.find().toSet()).hasSize(18);
    }

    @Test
    void aDiskWithoutRoomIsToldBeforeItIsFull() {
        assertThatThrownBy(() -> graphs.open("9-fff", file, 1_000_000_000_000L))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("place")
                .hasMessageContaining("Mo");
        assertThat(home.resolve("bases/9-fff")).doesNotExist();
    }

    @Test
    void aFileThatIsNotRdfLeavesNothingBehind() throws IOException {
        Path odd = Files.writeString(home.resolve("odd.nt"), "<a> <b> .\n", UTF_8);
        assertThatThrownBy(() -> graphs.open("5-aaa", odd, 1)).isInstanceOf(RuntimeException.class);
        try (Stream<Path> left = Files.list(home.resolve("bases"))) {
            assertThat(left.map(child -> child.getFileName().toString())).containsExactly("1-abc");
        }
    }
}
