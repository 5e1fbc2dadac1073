package moisson.publish.graph;

import moisson.event.EventId;
import moisson.event.PublishedEvent;
import org.apache.jena.graph.NodeFactory;

/** Where an event comes from: its sources, their records, its organisers. */
final class OriginTriples {
    private final Iris iris;

    OriginTriples(Iris iris) {
        this.iris = iris;
    }

    void link(Triples triples, String event, PublishedEvent published) {
        for (String source : published.sources()) {
            triples.link(event, NodeFactory.createURI(iris.term("source")), iris.source(source));
        }
        for (EventId member : published.members()) {
            triples.link(event, Names.PROV.term("wasDerivedFrom"), iris.record(member));
        }
    }

    void write(Triples triples, PublishedEvent published) {
        for (EventId member : published.members()) {
            String iri = iris.record(member);
            triples.type(iri, Names.PROV.term("Entity"));
            triples.plain(iri, Names.DCT.term("identifier"), member.key());
            triples.link(iri, Names.PROV.term("wasAttributedTo"), iris.source(member.source()));
        }
        for (String source : published.sources()) {
            String iri = iris.source(source);
            if (triples.firstTime(iri)) {
                triples.type(iri, Names.PROV.term("Agent"));
                triples.plain(iri, Names.DCT.term("identifier"), source);
            }
        }
        for (String organiser : published.event().hosts().organisers()) {
            String iri = iris.organiser(organiser);
            if (triples.firstTime(iri)) {
                triples.type(iri, Names.SCHEMA.term("Organization"));
                triples.type(iri, Names.FOAF.term("Agent"));
                triples.french(iri, Names.SCHEMA.term("name"), organiser);
                triples.french(iri, Names.FOAF.term("name"), organiser);
            }
        }
    }
}
