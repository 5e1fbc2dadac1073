package moisson.intake.rdf;

import java.util.List;
import java.util.stream.LongStream;
import org.apache.jena.atlas.lib.Cache;
import org.apache.jena.atlas.lib.CacheFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.WrappedIterator;

/** A graph that knows what is said of one resource, and which are spoken of; it cannot be asked anything else. */
final class BlockGraph extends GraphBase {
    /** Blocks kept at hand: an organiser with many events is told of once. */
    private static final int AT_HAND = 500;

    private final BlockFile file;
    private final Whereabouts whereabouts;
    private final ResourceHash hash;
    private final Cache<Long, List<Triple>> atHand = CacheFactory.createCache(AT_HAND);

    BlockGraph(BlockFile file, Whereabouts whereabouts, ResourceHash hash) {
        this.file = file;
        this.whereabouts = whereabouts;
        this.hash = hash;
    }

    /** Lazily, as a subject may be told of all over the file. */
    @Override
    protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
        if (!pattern.getSubject().isConcrete()) {
            throw new UnsupportedOperationException("a subject is needed: " + pattern);
        }
        return WrappedIterator.ofStream(places(pattern.getSubject())
                .mapToObj(this::triples)
                .flatMap(List::stream)
                .filter(pattern::matches)
                .distinct());
    }

    @Override
    protected boolean graphBaseContains(Triple pattern) {
        if (pattern.getPredicate().isConcrete()
                || pattern.getSubject().isConcrete() == pattern.getObject().isConcrete()) {
            return containsByFind(pattern);
        }
        return pattern.getSubject().isConcrete()
                ? whereabouts.last(hash.of(pattern.getSubject())) >= 0
                : whereabouts.isPointedTo(hash.of(pattern.getObject()));
    }

    private LongStream places(Node subject) {
        return LongStream.iterate(
                whereabouts.last(hash.of(subject)),
                place -> place >= 0,
                place -> file.at(place).previous());
    }

    private List<Triple> triples(long place) {
        return atHand.get(place, any -> file.at(place).triples());
    }
}
