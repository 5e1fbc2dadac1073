package moisson.publish.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RiotException;
import org.apache.jena.shared.AddDeniedException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The graph that SPARQL is answered from tells the same as Jena's own, whatever is asked of it. */
class MemoryGraphTest {
    private static final Node ANY = Node.ANY;
    private static final Node UNKNOWN = NodeFactory.createURI("http://example.org/unknown");

    @TempDir
    private Path folder;

    /** Few nodes, so that everything comes together with everything, also as subject, property and object at once. */
    private static List<Node> nodes() {
        List<Node> nodes = new ArrayList<>();
        IntStream.range(0, 9)
                .mapToObj(i -> NodeFactory.createURI("http://example.org/n" + i))
                .forEach(nodes::add);
        nodes.add(NodeFactory.createLiteralString("1"));
        nodes.add(NodeFactory.createLiteralDT("1", XSDDatatype.XSDinteger));
        nodes.add(NodeFactory.createLiteralDT("01", XSDDatatype.XSDinteger));
        nodes.add(NodeFactory.createLiteralDT("1", XSDDatatype.XSDdecimal));
        nodes.add(NodeFactory.createLiteralLang("1", "fr"));
        nodes.add(NodeFactory.createLiteralLang("é\n\"", "fr"));
        return nodes;
    }

    private static List<Triple> some(int count, int seed) {
        List<Node> nodes = nodes();
        Random random = new Random(seed);
        return IntStream.range(0, count)
                .mapToObj(i -> Triple.create(
                        nodes.get(random.nextInt(9)),
                        nodes.get(random.nextInt(9)),
                        nodes.get(random.nextInt(nodes.size()))))
                .toList();
    }

    private Graph read(List<Triple> triples) throws IOException {
        return read(triples, null);
    }

    private MemoryGraph read(List<Triple> triples, @Nullable MemoryGraph earlier) throws IOException {
        Path file = folder.resolve("some.nt");
        try (OutputStream out = Files.newOutputStream(file)) {
            RDFDataMgr.writeTriples(out, triples.iterator());
        }
        return MemoryGraph.read(file, triples.size(), earlier);
    }

    @Test
    void everyPatternFindsWhatJenaFinds() throws IOException {
        for (int seed = 0; seed < 20; seed++) {
            List<Triple> triples = some(20 * seed, seed);
            Graph ours = read(triples);
            Graph jenas = GraphMemFactory.createDefaultGraphSameTerm();
            triples.forEach(jenas::add);
            List<Node> asked = new ArrayList<>(nodes());
            asked.add(ANY);
            asked.add(UNKNOWN);
            assertThat(ours.size()).isEqualTo(jenas.size());
            for (Node subject : asked) {
                for (Node property : asked) {
                    for (Node object : asked) {
                        assertThat(ours.find(subject, property, object).toList())
                                .as("%s %s %s", subject, property, object)
                                .containsExactlyInAnyOrderElementsOf(
                                        jenas.find(subject, property, object).toList());
                        assertThat(ours.contains(subject, property, object))
                                .isEqualTo(jenas.contains(subject, property, object));
                    }
                }
            }
        }
    }

    /** More than one piece, of lines that end anywhere in it: parsed in whatever order, told in one. */
    @Test
    void aLongFileIsReadWholeAndAlwaysInTheSameOrder() throws IOException {
        List<Triple> triples = IntStream.range(0, 60_000)
                .mapToObj(i -> Triple.create(
                        NodeFactory.createURI("http://example.org/subject/" + i / 7),
                        NodeFactory.createURI("http://example.org/property/" + i % 7),
                        NodeFactory.createLiteralString("é".repeat(i % 101) + i)))
                .toList();
        Graph graph = read(triples);
        assertThat(Files.size(folder.resolve("some.nt"))).isGreaterThan(6_000_000);
        assertThat(graph.size()).isEqualTo(60_000);
        assertThat(triples).allMatch(graph::contains);
        assertThat(graph.find().toList())
                .isEqualTo(triples)
                .isEqualTo(read(triples).find().toList());
    }

    @Test
    void aTripleThatIsThereTwiceIsToldOnce() throws IOException {
        Triple triple = some(1, 1).getFirst();
        Graph graph = read(List.of(triple, triple));
        assertThat(graph.size()).isEqualTo(1);
        assertThat(graph.find().toList()).containsExactly(triple);
    }

    /** Taken away, added, moved and said twice, again and again: of the graph before only what is in the file stays. */
    @Test
    void aGraphThatTakesOverFromAnotherIsTheOneThatDoesNot() throws IOException {
        List<Triple> triples = new ArrayList<>(IntStream.range(0, 20_000)
                .mapToObj(i -> Triple.create(
                        NodeFactory.createURI("http://example.org/subject/" + i / 7),
                        NodeFactory.createURI("http://example.org/property/" + i % 7),
                        NodeFactory.createLiteralString("valeur " + i % 900)))
                .toList());
        MemoryGraph before = read(triples, null);
        Random random = new Random(7);
        for (int round = 0; round < 5; round++) {
            for (int change = 0; change < 10; change++) {
                int at = random.nextInt(triples.size() - 200);
                triples.subList(at, at + random.nextInt(200)).clear();
                triples.addAll(at, some(10, round));
                triples.add(triples.remove(at / 2));
                triples.add(0, triples.get(at));
            }
            MemoryGraph taken = read(triples, before);
            assertThat(taken.find().toList()).isEqualTo(read(triples).find().toList());
            assertThat(taken.find(ANY, ANY, nodes().getFirst()).toList())
                    .isEqualTo(read(triples).find(ANY, ANY, nodes().getFirst()).toList());
            before = taken;
        }
        assertThat(read(List.of(), before).isEmpty()).isTrue();
    }

    /** A piece of lines that another graph took from a file is known: it need not be parsed, and is not. */
    @Test
    void whatIsKnownIsHandedOnWithoutItsTriples() throws IOException {
        List<Triple> triples = IntStream.range(0, 20_000)
                .mapToObj(i -> Triple.create(UNKNOWN, UNKNOWN, NodeFactory.createLiteralString("valeur " + i)))
                .toList();
        read(triples);
        Path file = folder.resolve("some.nt");
        Set<ByteBuffer> sums = new HashSet<>();
        TripleChunks.read(file, sum -> false, (sum, some) -> sums.add(sum));
        Files.writeString(
                file,
                "<http://example.org/a> <http://example.org/b> <http://example.org/c> .\n" + Files.readString(file));
        int[] parsed = {0};
        TripleChunks.read(file, sums::contains, (sum, some) -> parsed[0] += some.size());
        assertThat(parsed[0]).isBetween(1, 1_500);
    }

    @Test
    void anEmptyFileIsAGraphWithoutTriples() throws IOException {
        Graph graph = read(List.of());
        assertThat(graph.isEmpty()).isTrue();
        assertThat(graph.find(UNKNOWN, ANY, ANY).hasNext()).isFalse();
    }

    @Test
    void aLineThatIsNotStrictlyRightIsRefused() throws IOException {
        Path file = folder.resolve("wrong.nt");
        for (String wrong : List.of(
                "<http://example.org/a> <http://example.org/b> <relative> .",
                "<http://example.org/a> <http://example.org/b> \"x\"^^<http://www.w3.org/2001/XMLSchema#integer> .",
                "<http://example.org/a> <http://example.org/b> <http://example.org/c>")) {
            Files.writeString(
                    file,
                    "<http://example.org/a> <http://example.org/b> <http://example.org/c> .\n".repeat(100) + wrong
                            + "\n");
            assertThatThrownBy(() -> MemoryGraph.read(file, 101, null))
                    .as(wrong)
                    .isInstanceOf(RiotException.class);
        }
        Files.writeString(file, "<http://example.org/a> <http://example.org/b> <http://example.org/c> .\n".repeat(100));
        assertThat(MemoryGraph.read(file, 100, null).size()).isEqualTo(1);
    }

    @Test
    void nobodyCanChangeIt() throws IOException {
        Graph graph = read(some(5, 2));
        assertThatThrownBy(() -> graph.add(some(1, 3).getFirst())).isInstanceOf(AddDeniedException.class);
    }

    @Test
    void aBlankNodeIsTheSameInEveryPieceOfAFile() throws IOException {
        Path file = folder.resolve("blank.nt");
        String filler = "<http://example.org/a> <http://example.org/b> <http://example.org/c> .\n".repeat(60_000);
        Files.writeString(file, "_:a <http://example.org/p> _:b .\n" + filler + "_:b <http://example.org/p> _:a .\n");
        Graph graph = MemoryGraph.read(file, 60_002, null);
        Triple one = graph.find(ANY, NodeFactory.createURI("http://example.org/p"), ANY)
                .next();
        assertThat(graph.contains(one.getObject(), one.getPredicate(), one.getSubject()))
                .isTrue();
        assertThat(one.getObject()).isNotEqualTo(one.getSubject());
    }
}
