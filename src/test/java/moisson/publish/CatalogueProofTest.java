package moisson.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import moisson.publish.graph.Catalogue;
import moisson.publish.graph.Iris;
import moisson.publish.graph.QualityGraph;
import moisson.publish.quality.DcatAp;
import moisson.publish.quality.Metric;
import moisson.publish.quality.Score;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Breaks a catalogue in one place after the other, and looks what is said of it. */
class CatalogueProofTest {
    private static final String BASE = "https://moisson.example/";
    private static final String DATASET = BASE + "donnees/evenements-2020";
    private static final String TABLES = "http://publications.europa.eu/resource/authority/";
    private static final String SUM = "0".repeat(64);
    private static final List<Manifest.Entry> FILES = List.of(
            new Manifest.Entry("evenements.csv", "text/csv", 20, SUM, "evenements", null, 4),
            new Manifest.Entry("evenements-2020.csv", "text/csv", 12, SUM, "evenements-2020", 2020, 3),
            new Manifest.Entry("evenements-2020.nt", "application/n-triples", 9, SUM, "evenements-2020", 2020, 3),
            new Manifest.Entry("evenements-2019.csv", "text/csv", 8, SUM, "evenements-2019", 2019, 1),
            new Manifest.Entry("statistiques.json", "application/json", 7, SUM, "statistiques", null, 9),
            new Manifest.Entry("statistiques-2020.json", "application/json", 7, SUM, "statistiques-2020", 2020, 9));
    private static final Iris IRIS =
            new Iris(PublisherSettings.example(Path.of("x")).base());

    @TempDir
    private Path folder;

    private Model catalogue;

    @BeforeEach
    void writeASoundCatalogue() throws IOException {
        Path file = folder.resolve("sain.ttl");
        try (OutputStream out = Files.newOutputStream(file)) {
            new Catalogue(PublisherSettings.example(folder), EventForTest.EDITIONS, FILES, EventForTest.some())
                    .turtle(out);
        }
        catalogue = ModelFactory.createDefaultModel();
        RDFDataMgr.read(catalogue, file.toUri().toString());
        keep();
    }

    @Test
    void aSoundCatalogueHasEveryPointAndIsNotHeld() {
        assertThat(proof().score().total()).isEqualByComparingTo("405");
        assertThat(proof().reason(Score.UNKNOWN)).isEmpty();
        assertThat(DcatAp.flaws(catalogue.getGraph()))
                .as("not even recommendations")
                .isEmpty();
    }

    @Test
    void theMethodGives405PointsInFiveDimensions() {
        assertThat(Metric.MOST).isEqualTo(405);
        assertThat(Stream.of(moisson.publish.quality.Dimension.values()).map(Metric::points))
                .containsExactly(100, 100, 110, 75, 20);
    }

    /** What is broken, and how many points the dataset then has less, with those that hang on it. */
    static Stream<org.junit.jupiter.params.provider.Arguments> damages() {
        return Stream.of(
                arguments(Metric.KEYWORD, 30, without(DCAT.keyword)),
                arguments(Metric.THEME, 30, without(DCAT.theme)),
                arguments(Metric.SPATIAL, 20, without(DCTerms.spatial)),
                arguments(Metric.TEMPORAL, 20, without(DCTerms.temporal)),
                arguments(Metric.ACCESS_REACHED, 50, files(DCAT.accessURL, BASE + "donnees/perdu")),
                arguments(Metric.DOWNLOAD, 20 + 30, files(DCAT.downloadURL, null)),
                arguments(Metric.DOWNLOAD_REACHED, 30, files(DCAT.downloadURL, BASE + "donnees/perdu.csv")),
                arguments(Metric.FORMAT, 20 + 10 + 20 + 20, files(DCTerms.format, null)),
                arguments(Metric.MEDIA_TYPE, 10 + 10, files(DCAT.mediaType, null)),
                arguments(Metric.FORMAT_KNOWN, 10 + 30, files(DCAT.mediaType, BASE + "csv")),
                arguments(Metric.NON_PROPRIETARY, 20, files(DCTerms.format, TABLES + "file-type/XLSX")),
                arguments(Metric.MACHINE_READABLE, 20, files(DCTerms.format, TABLES + "file-type/TXT")),
                arguments(Metric.DCAT_AP, 30, without(DCTerms.title)),
                arguments(Metric.LICENCE, 20 + 10, files(DCTerms.license, null)),
                arguments(Metric.LICENCE_KNOWN, 10, files(DCTerms.license, TABLES + "licence/INCONNUE")),
                arguments(Metric.ACCESS_RIGHTS, 10 + 5, without(DCTerms.accessRights)),
                arguments(Metric.ACCESS_RIGHTS_KNOWN, 5 + 30, with(DCTerms.accessRights, BASE + "tous")),
                arguments(Metric.CONTACT, 20, without(DCAT.contactPoint)),
                arguments(Metric.PUBLISHER, 10, without(DCTerms.publisher)),
                arguments(Metric.RIGHTS, 5, files(DCTerms.rights, null)),
                arguments(Metric.BYTE_SIZE, 5, files(DCAT.byteSize, null)),
                arguments(Metric.ISSUED, 5, files(DCTerms.issued, null)),
                arguments(Metric.MODIFIED, 5, files(DCTerms.modified, null)));
    }

    @ParameterizedTest
    @MethodSource("damages")
    void whatIsMissingCostsItsPointsAndHoldsTheVersion(Metric metric, int points, Consumer<Resource> damage)
            throws IOException {
        damage.accept(catalogue.createResource(DATASET));
        keep();
        Score score = proof().score();
        Score.OfDataset dataset = score.find(DATASET).orElseThrow();
        assertThat(dataset.points(metric)).isEqualByComparingTo("0");
        assertThat(405 - dataset.total().intValueExact()).isEqualTo(points);
        assertThat(score.datasets())
                .filteredOn(other -> !other.iri().equals(DATASET))
                .allSatisfy(other -> assertThat(other.total()).isEqualByComparingTo("405"));
        assertThat(proof().reason(Score.UNKNOWN).orElseThrow().sentence()).contains("evenements-2020");
    }

    @ParameterizedTest
    @EnumSource(Metric.class)
    void everyMetricIsBrokenOnce(Metric metric) {
        assertThat(damages().map(each -> each.get()[0])).contains(metric);
    }

    @Test
    void aLossSaysWhichMetricFellWhereByHowMuchAndWhatToDo() throws IOException {
        Score before = proof().score();
        files(DCTerms.rights, null).accept(catalogue.createResource(DATASET));
        keep();
        CatalogueProof.Reason reason = proof().reason(before).orElseThrow();
        assertThat(reason.acceptable()).isTrue();
        assertThat(reason.sentence())
                .isEqualTo(
                        "Le catalogue n’aurait que 404 points sur 405 (méthode MQA de data.europa.eu\u202F; la version"
                                + " en ligne en a 405)\u202F: une mention des droits manque, en tout ou partie, à evenements-2020"
                                + " (dct:rights, 5 points de moins). Vérifiez moisson.publisher, moisson.contact et le fichier des"
                                + " éditions\u202F; si ce n’est pas cela, c’est un défaut du programme\u202F: signalez-le.");
    }

    @Test
    void oneDistributionOfTwoCostsHalfThePoints() throws IOException {
        catalogue.createResource(DATASET + "#nt").removeAll(DCTerms.license);
        keep();
        Score.OfDataset dataset = proof().score().find(DATASET).orElseThrow();
        assertThat(dataset.points(Metric.LICENCE)).isEqualByComparingTo("10");
        assertThat(dataset.points(Metric.LICENCE_KNOWN)).isEqualByComparingTo("5");
    }

    @Test
    void whatAllDatasetsShareCostsAllOfThemTheConformity() throws IOException {
        Property email = catalogue.createProperty("http://www.w3.org/2006/vcard/ns#hasEmail");
        Resource contact = catalogue.createResource(BASE + "donnees#contact");
        contact.removeAll(email).addProperty(email, catalogue.createResource("mailto:personne"));
        keep();
        assertThat(proof().score().total()).isEqualByComparingTo("375");
        CatalogueProof.Reason reason = proof().reason(Score.UNKNOWN).orElseThrow();
        assertThat(reason.sentence()).contains("ne respecte pas DCAT-AP", "vcard:hasEmail", "moisson.contact");
        assertThat(reason.acceptable()).isFalse();
    }

    @Test
    void aFileThatTheCatalogueForgetsOrTellsOtherwiseHoldsTheVersion() throws IOException {
        catalogue.createResource(DATASET + "#csv").removeAll(DCAT.byteSize).addProperty(DCAT.byteSize, size("13"));
        keep();
        assertThat(proof().reason(Score.UNKNOWN).orElseThrow().sentence()).contains("evenements-2020.csv", "taille");
    }

    @Test
    void formsThatDifferHoldTheVersion() throws IOException {
        catalogue.createResource(DATASET).addProperty(DCAT.keyword, "fictif", "fr");
        try (OutputStream out = Files.newOutputStream(folder.resolve("catalogue.rdf"))) {
            RDFDataMgr.write(out, catalogue, Lang.RDFXML);
        }
        assertThat(proof().reason(Score.UNKNOWN).orElseThrow().sentence()).contains("catalogue.rdf");
        Files.writeString(folder.resolve("catalogue.jsonld"), "{");
        assertThat(proof().reason(Score.UNKNOWN).orElseThrow().sentence()).contains("illisible");
    }

    @Test
    void theMeasurementsAreReadBackAsTheyWereWritten() throws IOException {
        files(DCTerms.rights, null).accept(catalogue.createResource(DATASET));
        keep();
        Score score = proof().score();
        QualityGraph graph = new QualityGraph(IRIS);
        try (OutputStream out = Files.newOutputStream(folder.resolve(QualityGraph.FILE))) {
            graph.write(score, out);
        }
        Score read = graph.read(folder);
        assertThat(read.total()).isEqualByComparingTo(score.total());
        assertThat(read.losses()).hasSize(1);
        assertThat(read.losses().getFirst().metric()).isEqualTo(Metric.RIGHTS);
        Model dqv =
                RDFDataMgr.loadModel(folder.resolve(QualityGraph.FILE).toUri().toString());
        String namespace = "http://www.w3.org/ns/dqv#";
        Property metric = dqv.createProperty(namespace, "isMeasurementOf");
        Property dimension = dqv.createProperty(namespace, "inDimension");
        Property category = dqv.createProperty(namespace, "inCategory");
        List<RDFNode> measured = dqv.listObjectsOfProperty(metric).toList();
        assertThat(measured).hasSize(Metric.values().length + 6);
        assertThat(measured)
                .allSatisfy(each -> assertThat(each.asResource()
                                .getPropertyResourceValue(dimension)
                                .getPropertyResourceValue(category)
                                .getURI())
                        .isEqualTo(BASE + "def/mqa"));
    }

    private static RDFNode size(String bytes) {
        return ModelFactory.createDefaultModel()
                .createTypedLiteral(bytes, org.apache.jena.datatypes.xsd.XSDDatatype.XSDnonNegativeInteger);
    }

    private static Consumer<Resource> without(Property property) {
        return dataset -> dataset.removeAll(property);
    }

    private static Consumer<Resource> with(Property property, String iri) {
        return dataset -> dataset.removeAll(property)
                .addProperty(property, dataset.getModel().createResource(iri));
    }

    /** Changes every distribution of the dataset; what comes in place is described as what it should be. */
    private static Consumer<Resource> files(Property property, @org.jspecify.annotations.Nullable String iri) {
        return dataset -> dataset.listProperties(DCAT.distribution).toList().forEach(statement -> {
            Resource distribution = statement.getResource().removeAll(property);
            if (iri != null) {
                Resource value = distribution.getModel().createResource(iri);
                distribution.addProperty(property, value);
                if (property.equals(DCTerms.format)) {
                    value.addProperty(RDF.type, DCTerms.MediaTypeOrExtent);
                } else if (property.equals(DCTerms.license)) {
                    value.addProperty(RDF.type, DCTerms.LicenseDocument);
                }
            }
        });
    }

    private void keep() throws IOException {
        write("catalogue.ttl", Lang.TURTLE);
        write("catalogue.jsonld", Lang.JSONLD11);
        write("catalogue.rdf", Lang.RDFXML);
    }

    private void write(String name, Lang lang) throws IOException {
        try (OutputStream out = Files.newOutputStream(folder.resolve(name))) {
            RDFDataMgr.write(out, catalogue, lang);
        }
    }

    private CatalogueProof proof() {
        return new CatalogueProof(folder, IRIS, FILES);
    }
}
