package moisson.publish.graph;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import moisson.event.Edition;
import moisson.event.PublishedEvent;
import moisson.publish.Dataset;
import org.apache.jena.riot.system.StreamRDF;

/**
 * A dataset as triples, always in the same order: vocabulary, editions, what several events share, events. Nothing is held
 * but names met before.
 */
public final class EventGraph {
    private final Iris iris;
    private final List<Edition> editions;
    private final EventTriples own;

    /** Without telling which harvest brought which record. */
    public EventGraph(Iris iris, List<Edition> editions) {
        this(iris, editions, Provenance.UNKNOWN);
    }

    public EventGraph(Iris iris, List<Edition> editions, Provenance provenance) {
        this.iris = iris;
        this.own = new EventTriples(iris, provenance);
        this.editions =
                editions.stream().sorted(Comparator.comparingInt(Edition::year)).toList();
    }

    /** Everything but the events: the vocabulary, the editions, and what events share, in the order they mention it. */
    public void head(Dataset dataset, StreamRDF out) {
        out.start();
        prefixes(out);
        Triples triples = new Triples(out);
        new Vocabulary(iris).write(triples);
        EditionTriples editionTriples = new EditionTriples(iris);
        Set<Integer> years = new HashSet<>();
        dataset.events().forEach(event -> years.add(event.edition()));
        editions.stream()
                .filter(edition -> years.contains(edition.year()))
                .forEach(edition -> editionTriples.write(triples, edition));
        dataset.events().forEach(event -> own.shared(triples, event));
        out.finish();
    }

    /** The events, without what they share with others. */
    public void events(List<PublishedEvent> events, StreamRDF out) {
        out.start();
        prefixes(out);
        Triples triples = new Triples(out);
        events.forEach(event -> own.write(triples, event));
        out.finish();
    }

    private void prefixes(StreamRDF out) {
        for (Names names : List.of(
                Names.RDF,
                Names.RDFS,
                Names.XSD,
                Names.SKOS,
                Names.DCT,
                Names.SCHEMA,
                Names.CV,
                Names.PROV,
                Names.FOAF,
                Names.GEO,
                Names.VOID)) {
            out.prefix(names.prefix(), names.namespace());
        }
        out.prefix("def", iris.term(""));
    }
}
