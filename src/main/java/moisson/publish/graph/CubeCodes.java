package moisson.publish.graph;

import moisson.statistics.CellNames;
import moisson.statistics.Definition;
import moisson.statistics.Figure;
import moisson.statistics.Sheet;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.jspecify.annotations.Nullable;

/** What the dimensions of the cubes may stand for: each code is told once, in the list of its dimension. */
final class CubeCodes {
    /** Figures whose cells tell how many people live somewhere. */
    private static final String POPULATION = "population-par-";

    private final Iris iris;
    private final Triples triples;

    CubeCodes(Iris iris, Triples triples) {
        this.iris = iris;
        this.triples = triples;
    }

    /** Territories and sources are the very things the events name; other codes have addresses of their own. */
    static String cell(Iris iris, String dimension, String code) {
        if (code.equals(Figure.UNKNOWN)) {
            return iris.concept(dimension, code);
        }
        return switch (dimension) {
            case "region" -> Iris.region(code);
            case "departement" -> Iris.department(code);
            case "source" -> iris.source(code);
            default -> iris.concept(dimension, code);
        };
    }

    static String unit(Iris iris, String unit) {
        return iris.concept("unite", Units.code(unit));
    }

    static String edition(Iris iris, @Nullable Integer year) {
        return year == null ? iris.concept(CubeStructure.EDITION, Sheet.ALL) : iris.edition(year);
    }

    void edition(Sheet sheet) {
        Integer year = sheet.edition();
        concept(
                edition(iris, year),
                CubeStructure.EDITION,
                sheet.name(),
                year == null ? "toutes les éditions" : "édition " + year,
                year == null ? "all editions" : "edition " + year);
    }

    void figure(Definition definition) {
        String iri = iris.concept(CubeStructure.FIGURE, definition.code());
        concept(iri, CubeStructure.FIGURE, definition.code(), definition.frenchName(), definition.englishName());
        triples.french(iri, Names.SKOS.term("definition"), definition.frenchText());
        triples.text(iri, Names.SKOS.term("definition"), definition.englishText(), "en");
        triples.link(iri, def("unite"), unit(iris, definition.unit()));
        triples.link(
                iri,
                def("denominateur"),
                definition.denominatorCode() == null
                        ? null
                        : iris.concept(CubeStructure.FIGURE, definition.denominatorCode()));
        triples.typed(iri, def("addition"), definition.additive(), XSDDatatype.XSDboolean);
        concept(
                unit(iris, definition.unit()),
                "unite",
                definition.unit(),
                definition.unit(),
                Units.english(definition.unit()));
    }

    void cell(Figure figure) {
        String dimension = figure.dimension();
        String code = figure.valueCode();
        if (dimension == null || code == null) {
            return;
        }
        String iri = cell(iris, dimension, code);
        concept(
                iri,
                dimension,
                code,
                figure.valueLabel() == null ? code : figure.valueLabel(),
                CellNames.english(dimension, code));
        boolean people = figure.code().startsWith(POPULATION) && figure.value() != null;
        if (people && triples.firstTime(iri + " " + def("population"))) {
            triples.typed(iri, def("population"), figure.value(), XSDDatatype.XSDinteger);
        }
    }

    private void concept(String iri, String list, String code, String french, @Nullable String english) {
        if (triples.firstTime(iri)) {
            triples.type(iri, Names.SKOS.term("Concept"));
            triples.plain(iri, Names.SKOS.term("notation"), code);
            triples.french(iri, Names.SKOS.term("prefLabel"), french);
            triples.text(iri, Names.SKOS.term("prefLabel"), english, "en");
        }
        if (triples.firstTime(list + " " + iri)) {
            triples.link(iri, Names.SKOS.term("inScheme"), CubeStructure.codes(iris, list));
        }
    }

    private Node def(String name) {
        return NodeFactory.createURI(iris.term(name));
    }
}
