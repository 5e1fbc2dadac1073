package moisson.publish.graph;

import moisson.publish.EditionFigures;
import moisson.statistics.Figure;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Figures as observations of RDF Data Cube; one that is unknown has no value. The structure of the cubes comes later. */
final class FigureTriples {
    private final Iris iris;

    FigureTriples(Iris iris) {
        this.iris = iris;
    }

    void write(Triples triples, EditionFigures sheet) {
        String dataset = iris.dataset(sheet.edition() == null ? "statistiques" : "statistiques-" + sheet.edition());
        for (Figure figure : sheet.figures()) {
            String iri = dataset + "#" + Iris.segment(figure.code())
                    + (figure.valueCode() == null ? "" : "-" + Iris.segment(figure.valueCode()));
            triples.type(iri, Names.QB.term("Observation"));
            triples.link(iri, Names.QB.term("dataSet"), dataset);
            triples.french(iri, Names.RDFS.term("label"), figure.frenchName());
            triples.text(iri, Names.RDFS.term("label"), figure.englishName(), "en");
            triples.plain(iri, def("chiffre"), figure.code());
            triples.link(iri, def("edition"), sheet.edition() == null ? null : iris.edition(sheet.edition()));
            triples.plain(iri, def("dimension"), figure.dimension());
            triples.plain(iri, def("codeValeur"), figure.valueCode());
            triples.french(iri, def("libelleValeur"), figure.valueLabel());
            triples.plain(iri, def("unite"), figure.unit());
            triples.typed(
                    iri,
                    def("valeur"),
                    figure.value() == null ? null : figure.value().toPlainString(),
                    XSDDatatype.XSDdecimal);
        }
    }

    private Node def(String name) {
        return NodeFactory.createURI(iris.term(name));
    }
}
