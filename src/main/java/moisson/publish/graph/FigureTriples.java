package moisson.publish.graph;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import moisson.statistics.Definition;
import moisson.statistics.Figure;
import moisson.statistics.Sheet;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * The figures of a sheet as observations. One whose value is unknown is none, since an observation must have its measure
 * (IC-14 of the recommendation): its data set names the cell as unknown instead.
 */
final class FigureTriples {
    private final Iris iris;
    private final Map<String, Definition> definitions;

    FigureTriples(Iris iris, List<Definition> definitions) {
        this.iris = iris;
        this.definitions = definitions.stream().collect(Collectors.toMap(Definition::code, Function.identity()));
    }

    void write(Triples triples, Sheet sheet) {
        String ending = sheet.edition() == null ? "" : "-" + sheet.edition();
        String file = iris.dataset("statistiques" + ending);
        String events = iris.dataset("evenements" + ending);
        sheet.queries().forEach((code, query) -> query(triples, file, code, query));
        for (Figure figure : sheet.figures()) {
            String cube = cube(file, figure);
            if (triples.firstTime(cube)) {
                triples.type(cube, Names.QB.term("DataSet"));
                triples.link(cube, Names.QB.term("structure"), CubeStructure.structure(iris, figure.dimension()));
                triples.link(cube, def("edition"), CubeCodes.edition(iris, sheet.edition()));
                triples.link(cube, Names.DCT.term("isPartOf"), file);
                triples.link(cube, Names.PROV.term("wasDerivedFrom"), events);
                triples.link(cube, Names.DCT.term("license"), Authority.LICENCE);
                title(triples, cube, figure, sheet);
            }
            observation(triples, file, cube, figure, sheet);
        }
    }

    private static String cube(String file, Figure figure) {
        return file + "#cube-" + (figure.dimension() == null ? "totaux" : Iris.segment(figure.code()));
    }

    private void title(Triples triples, String cube, Figure figure, Sheet sheet) {
        String edition = sheet.name();
        Definition definition = definitions.get(figure.code());
        if (figure.dimension() == null || definition == null) {
            triples.french(cube, Names.DCT.term("title"), "Chiffres d’ensemble – " + edition);
            triples.text(cube, Names.DCT.term("title"), "Overall figures – " + edition, "en");
            return;
        }
        triples.french(cube, Names.DCT.term("title"), figure.frenchName() + " – " + edition);
        triples.text(cube, Names.DCT.term("title"), figure.englishName() + " – " + edition, "en");
        triples.french(cube, Names.DCT.term("description"), definition.frenchText());
        triples.text(cube, Names.DCT.term("description"), definition.englishText(), "en");
        triples.link(cube, def("chiffre"), iris.concept(CubeStructure.FIGURE, figure.code()));
    }

    private void observation(Triples triples, String file, String cube, Figure figure, Sheet sheet) {
        String dimension = figure.dimension();
        String cell = figure.valueCode();
        String measured = iris.concept(CubeStructure.FIGURE, figure.code());
        String code = dimension == null || cell == null ? measured : CubeCodes.cell(iris, dimension, cell);
        if (figure.value() == null) {
            triples.link(cube, def("valeurInconnue"), code);
            return;
        }
        String iri = file + "#" + Iris.segment(figure.code()) + (cell == null ? "" : "/" + Iris.segment(cell));
        triples.type(iri, Names.QB.term("Observation"));
        triples.link(iri, Names.QB.term("dataSet"), cube);
        triples.link(
                iri,
                NodeFactory.createURI(CubeStructure.dimension(iris, CubeStructure.EDITION)),
                CubeCodes.edition(iris, sheet.edition()));
        triples.link(
                iri,
                NodeFactory.createURI(
                        CubeStructure.dimension(iris, dimension == null ? CubeStructure.FIGURE : dimension)),
                code);
        triples.typed(
                iri,
                NodeFactory.createURI(CubeStructure.measure(iris)),
                figure.value().toPlainString(),
                XSDDatatype.XSDdecimal);
        triples.link(iri, NodeFactory.createURI(CubeStructure.unit()), CubeCodes.unit(iris, figure.unit()));
    }

    /** An executable of SHACL, which says how a query is told in RDF. */
    private void query(Triples triples, String file, String code, String query) {
        String iri = file + "#requete-" + Iris.segment(code);
        triples.type(iri, Names.SH.term("SPARQLExecutable"));
        triples.type(iri, Names.SH.term("SPARQLSelectExecutable"));
        triples.link(iri, def("chiffre"), iris.concept(CubeStructure.FIGURE, code));
        triples.plain(iri, Names.SH.term("select"), query);
    }

    private Node def(String name) {
        return NodeFactory.createURI(iris.term(name));
    }
}
