package moisson.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import moisson.event.Sha256;
import moisson.publish.Manifest;
import moisson.publish.Version;
import moisson.publish.graph.Iris;
import moisson.publish.quality.Served;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Goes through the catalogue as a harvester does, and asks for everything it names. */
class CatalogueAddressesTest extends ServedForTest {
    private static final String SITE = "https://moisson.example";
    private static final String IANA = "https://www.iana.org/assignments/media-types/";
    private static final String SPDX = "http://spdx.org/rdf/terms#";

    private static Model catalogue;

    @BeforeAll
    static void start() throws IOException {
        catalogue = RDFDataMgr.loadModel(
                version().folder().resolve("catalogue.ttl").toUri().toString());
    }

    @Test
    void everyAddressAnswersHeadWith200AndWasKnownToAnswerWhenItWasPublished() {
        Set<String> addresses = new TreeSet<>();
        for (Property property : List.of(
                DCAT.accessURL,
                DCAT.downloadURL,
                DCAT.landingPage,
                DCAT.endpointURL,
                DCAT.endpointDescription,
                DCTerms.hasFormat)) {
            catalogue
                    .listObjectsOfProperty(property)
                    .forEach(node -> addresses.add(node.asResource().getURI()));
        }
        catalogue
                .listObjectsOfProperty(DCTerms.conformsTo)
                .filterKeep(node -> node.asResource().getURI().startsWith(SITE))
                .forEach(node -> addresses.add(node.asResource().getURI()));
        Served served = new Served(
                new Iris(java.net.URI.create(SITE + "/")), version().manifest().files());
        assertThat(addresses).contains(SITE + "/flux/rpde", SITE + "/flux/ldes");
        assertThat(addresses).hasSizeGreaterThan(40).allSatisfy(address -> {
            assertThat(address).startsWith(SITE + "/");
            assertThat(site.method("HEAD", path(address)).statusCode())
                    .as(address)
                    .isEqualTo(200);
            assertThat(served).as(address).accepts(address);
        });
        assertThat(served).rejects(SITE + "/donnees/perdu.csv", SITE + "/donnees/evenements-1999");
        assertThat(site.method("HEAD", "/donnees/perdu.csv").statusCode()).isEqualTo(404);
        assertThat(site.method("HEAD", "/donnees/evenements-1999").statusCode()).isEqualTo(404);
    }

    @Test
    void everyDistributionIsWhatTheCatalogueSaysOfIt() {
        List<Resource> distributions =
                catalogue.listSubjectsWithProperty(DCAT.downloadURL).toList();
        assertThat(distributions).hasSizeGreaterThan(30).allSatisfy(distribution -> {
            String address =
                    distribution.getPropertyResourceValue(DCAT.downloadURL).getURI();
            HttpResponse<String> head = site.method("HEAD", path(address));
            assertThat(head.headers().firstValueAsLong("Content-Length"))
                    .as(address)
                    .hasValue(distribution.getProperty(DCAT.byteSize).getLong());
            String type = distribution.getPropertyResourceValue(DCAT.mediaType).getURI();
            assertThat(head.headers().firstValue("Content-Type").orElseThrow().replaceFirst(";.*", ""))
                    .as(address)
                    .isEqualTo(type.substring(IANA.length()));
            byte[] body = site.bytes(path(address)).body();
            assertThat(distribution
                            .getPropertyResourceValue(catalogue.createProperty(SPDX, "checksum"))
                            .getProperty(catalogue.createProperty(SPDX, "checksumValue"))
                            .getString())
                    .as(address)
                    .isEqualTo(sum(body));
        });
    }

    @Test
    void everyDatasetHasEveryPointOfTheEuropeanMethod() {
        assertThat(version().quality().datasets())
                .hasSizeGreaterThan(8)
                .allSatisfy(
                        dataset -> assertThat(dataset.total()).as(dataset.iri()).isEqualByComparingTo("405"));
    }

    @Test
    void noPublishedDatasetIsMissingFromTheCatalogue() {
        Set<String> datasets = new TreeSet<>();
        version().manifest().files().stream().map(Manifest.Entry::dataset).forEach(datasets::add);
        datasets.removeAll(Set.of("catalogue", "qualite"));
        assertThat(datasets)
                .allSatisfy(dataset -> assertThat(catalogue.contains(
                                catalogue.createResource(SITE + "/donnees"),
                                DCAT.dataset,
                                catalogue.createResource(SITE + "/donnees/" + dataset)))
                        .as(dataset)
                        .isTrue());
    }

    @Test
    void thePageOfADatasetGivesItsFilesItsPointsAndTheMarkupOfSearchEngines() {
        HttpResponse<String> page = site.get("/donnees/evenements-2020", "Accept", "text/html");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("/donnees/evenements-2020.csv", "evenements-2020.xlsx", "405 points sur 405", "dcat:keyword")
                .contains("\"@type\":\"Dataset\"", "\"includedInDataCatalog\"", "\"temporalCoverage\"");
        assertThat(site.get("/en/donnees/evenements-2020").body()).contains("405 points out of 405");
        assertThat(site.get("/donnees/qualite").body()).contains("405 points sur 405", "qualite.ttl");
        assertThat(site.get("/donnees").body())
                .contains("405 points sur 405", "\"@type\":\"DataCatalog\"", "\"publisher\"");
        assertThat(site.get("/donnees/nimporte-quoi").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"text/turtle, TURTLE", "application/ld+json, JSONLD11", "application/rdf+xml, RDFXML"})
    void theAddressOfADatasetTellsItsMeasurementsInEveryForm(String mediaType, String name) {
        Lang lang = org.apache.jena.riot.RDFLanguages.nameToLang(
                name.equals("RDFXML") ? "RDF/XML" : name.equals("JSONLD11") ? "JSON-LD-11" : name);
        HttpResponse<String> answer = site.get("/donnees/evenements-2020", "Accept", mediaType);
        Model said = ModelFactory.createDefaultModel();
        RDFParser.fromString(answer.body(), lang).parse(said);
        Resource dataset = said.createResource(SITE + "/donnees/evenements-2020");
        assertThat(said.contains(dataset, DCAT.distribution)).isTrue();
        Property value = said.createProperty("http://www.w3.org/ns/dqv#value");
        assertThat(said.createResource(dataset.getURI() + "#mqa-scoring")
                        .getProperty(value)
                        .getInt())
                .isEqualTo(405);
    }

    private static String path(String address) {
        return address.length() == SITE.length() ? "/" : address.substring(SITE.length());
    }

    private static String sum(byte[] body) {
        return HexFormat.of().formatHex(Sha256.digest().digest(body));
    }

    private static Version version() {
        return site.library.current().orElseThrow();
    }
}
