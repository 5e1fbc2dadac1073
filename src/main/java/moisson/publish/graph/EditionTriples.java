package moisson.publish.graph;

import java.time.temporal.ChronoUnit;
import moisson.event.Edition;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** What is said of an edition. Days that no source tells are not said. */
final class EditionTriples {
    private final Iris iris;

    EditionTriples(Iris iris) {
        this.iris = iris;
    }

    void write(Triples triples, Edition edition) {
        String iri = iris.edition(edition.year());
        triples.type(iri, def("Edition"));
        triples.french(iri, Names.RDFS.term("label"), edition.name());
        triples.typed(iri, def("annee"), edition.year(), XSDDatatype.XSDgYear);
        triples.typed(iri, def("numero"), edition.number(), XSDDatatype.XSDinteger);
        triples.typed(iri, Names.SCHEMA.term("startDate"), edition.firstDay(), XSDDatatype.XSDdate);
        triples.typed(iri, Names.SCHEMA.term("endDate"), edition.lastDay(), XSDDatatype.XSDdate);
        if (edition.firstDay() != null && edition.lastDay() != null) {
            triples.typed(
                    iri,
                    def("jours"),
                    ChronoUnit.DAYS.between(edition.firstDay(), edition.lastDay()) + 1,
                    XSDDatatype.XSDinteger);
        }
        triples.typed(iri, def("depotJusquAu"), edition.submissionsClose(), XSDDatatype.XSDdate);
        triples.french(iri, Names.SCHEMA.term("about"), edition.theme());
        triples.plain(iri, Names.SCHEMA.term("keywords"), edition.hashtag());
    }

    private Node def(String name) {
        return NodeFactory.createURI(iris.term(name));
    }
}
