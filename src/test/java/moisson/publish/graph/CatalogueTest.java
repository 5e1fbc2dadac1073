package moisson.publish.graph;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import moisson.publish.EventForTest;
import moisson.publish.Manifest;
import moisson.publish.PublisherSettings;
import org.apache.jena.graph.Graph;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.ValidationReport;
import org.apache.jena.shacl.validation.Severity;
import org.junit.jupiter.api.Test;

class CatalogueTest {
    private static final String SUM = "0".repeat(64);

    private final Catalogue catalogue = new Catalogue(
            PublisherSettings.example(Path.of("publications")),
            EventForTest.EDITIONS,
            List.of(
                    new Manifest.Entry("evenements-2020.csv", "text/csv", 12, SUM, "evenements-2020", 2020, 3),
                    new Manifest.Entry("evenements.nt", "application/n-triples", 9, SUM, "evenements", null, 4),
                    new Manifest.Entry("statistiques.json", "application/json", 7, SUM, "statistiques", null, 9)),
            EventForTest.some());

    @Test
    void turtleAndJsonLdHoldTheSameGraph() throws IOException {
        assertThat(read(jsonLd(), Lang.JSONLD).isIsomorphicWith(read(turtle(), Lang.TURTLE)))
                .isTrue();
    }

    @Test
    void everyFileIsADistributionWithItsAbsoluteAddress() throws IOException {
        assertThat(turtle())
                .contains("<https://moisson.example/donnees/evenements-2020/evenements-2020.csv>")
                .contains("licence/ETALAB_2_0")
                .contains("\"12\"^^xsd:nonNegativeInteger")
                .contains("file-type/RDF_N_TRIPLES");
    }

    /** The official shapes are not part of the project: {@code -Dmoisson.conformance=FOLDER} says where they are. */
    @Test
    void theCatalogueConformsToDcatAp() throws IOException {
        String folder = System.getProperty("moisson.conformance");
        assumeTrue(folder != null, "set -Dmoisson.conformance to the folder with dcat-ap-3.0.1 to run this test");
        Graph data = read(turtle(), Lang.TURTLE).getGraph();
        for (String file : List.of("shapes.ttl", "range.ttl", "mdr-vocabularies.shape.ttl", "deprecateduris.ttl")) {
            Shapes shapes = Shapes.parse(RDFDataMgr.loadGraph(
                    Path.of(folder, "dcat-ap-3.0.1", file).toUri().toString()));
            ValidationReport report = ShaclValidator.get().validate(shapes, data);
            assertThat(report.getEntries().stream()
                            .filter(entry -> entry.severity().equals(Severity.Violation))
                            .map(Object::toString))
                    .as(file)
                    .isEmpty();
        }
    }

    private String turtle() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        catalogue.turtle(out);
        return out.toString(UTF_8);
    }

    private String jsonLd() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        catalogue.jsonLd(out);
        return out.toString(UTF_8);
    }

    private static Model read(String text, Lang lang) {
        Model model = ModelFactory.createDefaultModel();
        RDFParser.create()
                .fromString(text)
                .lang(lang)
                .checking(true)
                .errorHandler(ErrorHandlerFactory.errorHandlerStrict)
                .parse(model);
        return model;
    }
}
