package moisson.intake.rdf;

import java.util.Iterator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;

/** The subjects of a file of blocks, each once, in the order in which they came. */
record Subjects(BlockFile scanned, BlockFile lookedUp) implements Iterable<Node> {
    @Override
    public Iterator<Node> iterator() {
        return LongStream.iterate(
                        0,
                        place -> place < scanned.length(),
                        place -> scanned.at(place).end())
                .mapToObj(scanned::at)
                .flatMap(this::beginning)
                .iterator();
    }

    /** The subject of a block if no block before it has the same one; two subjects of one hash form one chain. */
    private Stream<Node> beginning(Block block) {
        Node subject = block.subject();
        boolean known = LongStream.iterate(
                        block.previous(),
                        place -> place >= 0,
                        place -> lookedUp.at(place).previous())
                .mapToObj(place -> lookedUp.at(place).subject())
                .anyMatch(subject::equals);
        return known ? Stream.empty() : Stream.of(subject);
    }
}
