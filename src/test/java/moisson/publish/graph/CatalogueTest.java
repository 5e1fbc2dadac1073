package moisson.publish.graph;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import moisson.publish.EventForTest;
import moisson.publish.Manifest;
import moisson.publish.PublisherSettings;
import org.apache.jena.graph.Graph;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.validation.Severity;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.junit.jupiter.api.Test;

class CatalogueTest {
    private static final String SUM = "0".repeat(64);

    private static final List<Manifest.Entry> FILES = List.of(
            new Manifest.Entry("evenements-2020.csv", "text/csv", 12, SUM, "evenements-2020", 2020, 3),
            new Manifest.Entry(
                    "evenements-2020.xlsx",
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                    99,
                    SUM,
                    "evenements-2020",
                    2020,
                    3),
            new Manifest.Entry("evenements.schema.json", "application/json", 5, SUM, "evenements", null, null),
            new Manifest.Entry("evenements.nt", "application/n-triples", 9, SUM, "evenements", null, 4),
            new Manifest.Entry("changements.csv", "text/csv", 8, SUM, "changements", null, 5),
            new Manifest.Entry("changements-2020.csv", "text/csv", 8, SUM, "changements-2020", 2020, 5),
            new Manifest.Entry("statistiques.json", "application/json", 7, SUM, "statistiques", null, 9),
            new Manifest.Entry("statistiques-2020.json", "application/json", 7, SUM, "statistiques-2020", 2020, 9));

    private final Catalogue catalogue = catalogue(PublisherSettings.example(Path.of("publications")));

    private static Catalogue catalogue(PublisherSettings settings) {
        return new Catalogue(settings, EventForTest.EDITIONS, FILES, EventForTest.some());
    }

    @Test
    void theThreeFormsHoldTheSameGraph() throws IOException {
        Model turtle = read(written(catalogue::turtle), Lang.TURTLE);
        assertThat(turtle.size()).isGreaterThan(200);
        assertThat(read(written(catalogue::jsonLd), Lang.JSONLD).isIsomorphicWith(turtle))
                .isTrue();
        assertThat(read(written(catalogue::rdfXml), Lang.RDFXML).isIsomorphicWith(turtle))
                .isTrue();
    }

    @Test
    void everyFileIsADistributionWithItsAbsoluteAddress() throws IOException {
        assertThat(written(catalogue::turtle))
                .contains("<https://moisson.example/donnees/evenements-2020/evenements-2020.csv>")
                .contains("licence/ETALAB_2_0")
                .contains("\"12\"^^xsd:nonNegativeInteger")
                .contains("file-type/RDF_N_TRIPLES");
    }

    @Test
    void aFormatThatWouldCostPointsIsNamedBesideTheDistributions() throws IOException {
        Model said = read(written(catalogue::turtle), Lang.TURTLE);
        Resource dataset = said.createResource("https://moisson.example/donnees/evenements-2020");
        Resource xlsx = said.createResource(dataset.getURI() + "/evenements-2020.xlsx");
        assertThat(said.contains(dataset, DCTerms.hasFormat, xlsx)).isTrue();
        assertThat(said.contains(null, DCAT.downloadURL, xlsx)).isFalse();
        assertThat(dataset.listProperties(DCAT.distribution).toList()).hasSize(1);
    }

    @Test
    void aCsvFileNamesTheDescriptionOfItsColumns() throws IOException {
        Model said = read(written(catalogue::turtle), Lang.TURTLE);
        assertThat(said.contains(
                        said.createResource("https://moisson.example/donnees/evenements-2020#csv"),
                        DCTerms.conformsTo,
                        said.createResource("https://moisson.example/donnees/evenements/evenements.schema.json")))
                .isTrue();
    }

    @Test
    void theEndpointServesAllAndTheFeedsServeTheEventsAndTheirChangesByTheirStandards() throws IOException {
        Model said = read(written(catalogue::turtle), Lang.TURTLE);
        String donnees = "https://moisson.example/donnees";
        assertThat(objects(said, donnees, DCAT.service))
                .containsExactlyInAnyOrder(donnees + "#sparql", donnees + "#rpde", donnees + "#ldes");
        assertThat(objects(said, donnees + "#sparql", DCAT.servesDataset))
                .containsExactlyInAnyOrderElementsOf(objects(said, donnees, DCAT.dataset));
        for (String feed : List.of("rpde", "ldes")) {
            assertThat(objects(said, donnees + "#" + feed, DCAT.endpointURL))
                    .containsExactly("https://moisson.example/flux/" + feed);
            assertThat(objects(said, donnees + "#" + feed, DCAT.servesDataset))
                    .containsExactlyInAnyOrder(donnees + "/evenements", donnees + "/changements");
        }
        assertThat(objects(said, donnees + "#rpde", DCTerms.conformsTo))
                .containsExactly("https://www.w3.org/2017/08/realtime-paged-data-exchange/");
        assertThat(objects(said, donnees + "#ldes", DCTerms.conformsTo))
                .containsExactly("https://w3id.org/ldes/specification");
    }

    private static List<String> objects(Model said, String subject, Property property) {
        return said.listObjectsOfProperty(said.createResource(subject), property)
                .mapWith(node -> node.asResource().getURI())
                .toList();
    }

    /** The official shapes are not part of the project: {@code -Dmoisson.conformance=FOLDER} says where they are. */
    @Test
    void theCatalogueConformsToDcatApAndOnlyThePublisherIsNotInTheEuropeanList() throws IOException {
        assertThat(official(catalogue)).hasSize(13).allSatisfy(entry -> {
            assertThat(entry.severity()).isEqualTo(Severity.Warning);
            assertThat(String.valueOf(entry.resultPath())).contains("http://purl.org/dc/terms/publisher");
        });
    }

    @Test
    void withAPublisherOfTheEuropeanListNothingIsLeftToWarnOf() throws IOException {
        PublisherSettings listed = new PublisherSettings(
                Path.of("publications"),
                URI.create("https://moisson.example/"),
                "Office des publications",
                "contact@moisson.example",
                URI.create("http://publications.europa.eu/resource/authority/corporate-body/PUBL"),
                "SupraNationalAuthority");
        assertThat(official(catalogue(listed))).isEmpty();
    }

    private static List<ReportEntry> official(Catalogue catalogue) throws IOException {
        String folder = System.getProperty("moisson.conformance");
        assumeTrue(folder != null, "set -Dmoisson.conformance to the folder with dcat-ap-3.0.1 to run this test");
        Graph data = read(written(catalogue::turtle), Lang.TURTLE).getGraph();
        List<ReportEntry> entries = new ArrayList<>();
        for (String file : List.of(
                "shapes.ttl",
                "range.ttl",
                "mdr-vocabularies.shape.ttl",
                "deprecateduris.ttl",
                "shapes_recommended.ttl")) {
            Shapes shapes = Shapes.parse(RDFDataMgr.loadGraph(
                    Path.of(folder, "dcat-ap-3.0.1", file).toUri().toString()));
            entries.addAll(ShaclValidator.get().validate(shapes, data).getEntries());
        }
        return entries;
    }

    private static String written(Consumer<OutputStream> form) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        form.accept(out);
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
