package moisson.publish.graph;

import java.io.OutputStream;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import moisson.statistics.Definition;
import moisson.statistics.Figure;
import moisson.statistics.Sheet;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;

/**
 * The figures as RDF Data Cube, by the W3C recommendation of 2014: a {@code qb:DataSet} for each figure of each edition
 * that has cells, one for those that are a single number. Whole by itself: structures and lists of codes come with it.
 */
public final class Cube {
    private final Iris iris;
    private final List<Definition> definitions;

    public Cube(Iris iris, List<Definition> definitions) {
        this.iris = iris;
        this.definitions = List.copyOf(definitions);
    }

    /** As Turtle, one block per subject. */
    public void write(List<Sheet> sheets, OutputStream out) {
        write(sheets, StreamRDFWriter.getWriterStream(out, RDFFormat.TURTLE_BLOCKS));
    }

    public void write(List<Sheet> sheets, StreamRDF out) {
        out.start();
        for (Names names : List.of(
                Names.RDF,
                Names.RDFS,
                Names.XSD,
                Names.SKOS,
                Names.DCT,
                Names.PROV,
                Names.SH,
                Names.SDMX_ATTRIBUTE,
                Names.SDMX_DIMENSION,
                Names.SDMX_MEASURE,
                Names.QB)) {
            out.prefix(names.prefix(), names.namespace());
        }
        out.prefix("def", iris.term(""));
        Triples triples = new Triples(out);
        Set<String> told = sheets.stream()
                .flatMap(sheet -> sheet.figures().stream())
                .map(Figure::code)
                .collect(Collectors.toSet());
        List<Definition> used = definitions.stream()
                .filter(definition -> told.contains(definition.code()))
                .toList();
        new CubeStructure(iris).write(triples, dimensions(used));
        CubeCodes codes = new CubeCodes(iris, triples);
        used.forEach(codes::figure);
        sheets.forEach(codes::edition);
        sheets.forEach(sheet -> sheet.figures().forEach(codes::cell));
        FigureTriples figures = new FigureTriples(iris, used);
        sheets.forEach(sheet -> figures.write(triples, sheet));
        out.finish();
    }

    private static Set<String> dimensions(List<Definition> definitions) {
        Set<String> dimensions = new TreeSet<>();
        definitions.forEach(definition -> {
            if (definition.dimension() != null) {
                dimensions.add(definition.dimension());
            }
        });
        return dimensions;
    }
}
