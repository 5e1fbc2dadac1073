package moisson.publish.graph;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import moisson.event.Edition;
import moisson.event.PublishedEvent;
import moisson.publish.Manifest;
import moisson.publish.PublisherSettings;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.jspecify.annotations.Nullable;

/** The catalogue of a version by DCAT-AP 3.0.1: two series (events, figures), a dataset per edition, a distribution per file. */
public final class Catalogue {
    private static final String SPARQL_PROTOCOL = "https://www.w3.org/TR/sparql11-protocol/";

    private final Iris iris;
    private final PublisherSettings settings;
    private final List<Triple> triples = new ArrayList<>();

    /**
     * @param files the distributions, already written
     * @param events all that is published; dates are taken from them, so that the same content gives the same bytes
     */
    public Catalogue(
            PublisherSettings settings,
            List<Edition> editions,
            List<Manifest.Entry> files,
            List<PublishedEvent> events) {
        this.iris = new Iris(settings.base());
        this.settings = settings;
        Triples out = new Triples(collector());
        List<DatasetPage> pages = DatasetPage.all(editions, files, events);
        catalog(out, pages);
        agents(out);
        DatasetTriples datasets = new DatasetTriples(iris);
        pages.forEach(page -> datasets.write(out, page));
        service(out, pages);
        external(out, files.stream().filter(Offered::inCatalogue).toList());
    }

    public void turtle(OutputStream out) {
        write(StreamRDFWriter.getWriterStream(out, RDFFormat.TURTLE_BLOCKS));
    }

    public void jsonLd(OutputStream out) {
        write(JsonLd.stream(out));
    }

    private void write(StreamRDF stream) {
        stream.start();
        for (Names names : List.of(
                Names.RDFS,
                Names.XSD,
                Names.DCT,
                Names.DCAT,
                Names.DCATAP,
                Names.ADMS,
                Names.FOAF,
                Names.SPDX,
                Names.VCARD)) {
            stream.prefix(names.prefix(), names.namespace());
        }
        triples.forEach(stream::triple);
        stream.finish();
    }

    private StreamRDF collector() {
        List<Triple> sink = triples;
        return new StreamRDFBase() {
            @Override
            public void triple(Triple triple) {
                sink.add(triple);
            }
        };
    }

    private void catalog(Triples out, List<DatasetPage> pages) {
        String iri = iris.base() + "donnees";
        out.type(iri, Names.DCAT.term("Catalog"));
        out.french(iri, Names.DCT.term("title"), "Moisson – événements de l’innovation publique");
        out.text(iri, Names.DCT.term("title"), "Moisson – public innovation events", "en");
        out.french(
                iri,
                Names.DCT.term("description"),
                "Les événements de la Semaine et du Mois de l’innovation publique, moissonnés, dédoublonnés et publiés par édition.");
        out.text(
                iri,
                Names.DCT.term("description"),
                "The events of the French public innovation week and month: harvested, deduplicated, published by edition.",
                "en");
        out.link(iri, Names.DCT.term("publisher"), publisher());
        out.link(iri, Names.DCT.term("language"), Authority.FRENCH);
        out.link(iri, Names.FOAF.term("homepage"), iris.base());
        out.link(iri, Names.DCT.term("license"), Authority.LICENCE);
        out.link(iri, Names.DCT.term("rights"), DatasetTriples.rights(iris));
        out.link(iri, Names.DCT.term("spatial"), Authority.FRANCE);
        out.link(iri, Names.DCAT.term("themeTaxonomy"), Authority.of("data-theme"));
        pages.stream()
                .map(DatasetPage::modified)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .ifPresent(modified -> out.typed(iri, Names.DCT.term("modified"), modified, XSDDatatype.XSDdateTime));
        pages.stream()
                .map(DatasetPage::issued)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .ifPresent(issued -> out.typed(iri, Names.DCT.term("issued"), issued, XSDDatatype.XSDdateTime));
        pages.forEach(page -> out.link(iri, Names.DCAT.term("dataset"), iris.dataset(page.name())));
        out.link(iri, Names.DCAT.term("service"), sparql());
    }

    private void agents(Triples out) {
        out.type(publisher(), Names.FOAF.term("Agent"));
        out.type(publisher(), Names.FOAF.term("Organization"));
        out.french(publisher(), Names.FOAF.term("name"), settings.publisher());
        out.link(publisher(), Names.FOAF.term("homepage"), iris.base());
        String contact = DatasetTriples.contact(iris);
        out.type(contact, Names.VCARD.term("Kind"));
        out.type(contact, Names.VCARD.term("Organization"));
        out.french(contact, Names.VCARD.term("fn"), settings.publisher());
        out.link(contact, Names.VCARD.term("hasEmail"), "mailto:" + settings.contact());
        String rights = DatasetTriples.rights(iris);
        out.type(rights, Names.DCT.term("RightsStatement"));
        out.french(
                rights, Names.RDFS.term("label"), "Réutilisation libre sous Licence Ouverte 2.0, en citant la source.");
    }

    private void service(Triples out, List<DatasetPage> pages) {
        String iri = sparql();
        out.type(iri, Names.DCAT.term("DataService"));
        out.french(iri, Names.DCT.term("title"), "Point d’accès SPARQL");
        out.french(
                iri, Names.DCT.term("description"), "Interrogation SPARQL 1.1 en lecture seule de la version publiée.");
        out.link(iri, Names.DCAT.term("endpointURL"), iris.base() + "sparql");
        out.link(iri, Names.DCT.term("publisher"), publisher());
        out.link(iri, Names.DCAT.term("contactPoint"), DatasetTriples.contact(iris));
        out.link(iri, Names.DCT.term("license"), Authority.LICENCE);
        out.link(iri, Names.DCT.term("accessRights"), Authority.PUBLIC);
        out.link(iri, Names.DCT.term("conformsTo"), SPARQL_PROTOCOL);
        out.french(iri, Names.DCAT.term("keyword"), "SPARQL");
        pages.forEach(page -> out.link(iri, Names.DCAT.term("servesDataset"), iris.dataset(page.name())));
    }

    /** DCAT-AP's range shapes want the types of things that others define to be said here. */
    private void external(Triples out, List<Manifest.Entry> files) {
        files.stream().map(Manifest.Entry::mediaType).distinct().sorted().forEach(mediaType -> {
            out.type(Authority.mediaType(mediaType), Names.DCT.term("MediaType"));
            fileType(out, Authority.fileType(mediaType));
        });
        entry(out, Authority.LICENCE, Names.DCT.term("LicenseDocument"));
        entry(out, Authority.FRENCH, Names.DCT.term("LinguisticSystem"));
        entry(out, Authority.FRANCE, Names.DCT.term("Location"));
        entry(out, Authority.PUBLIC, Names.DCT.term("RightsStatement"));
        for (String frequency : DatasetTriples.FREQUENCIES) {
            entry(out, Authority.of(frequency), Names.DCT.term("Frequency"));
        }
        DatasetTriples.CONCEPTS.forEach((concept, label) -> {
            entry(out, Authority.of(concept), Names.SKOS.term("Concept"));
            out.french(Authority.of(concept), Names.SKOS.term("prefLabel"), label);
        });
        out.type(DatasetTriples.SHA256, Names.SPDX.term("ChecksumAlgorithm"));
        out.type(SPARQL_PROTOCOL, Names.DCT.term("Standard"));
        out.type(Authority.of("data-theme"), Names.SKOS.term("ConceptScheme"));
        out.type(Authority.of("distribution-status"), Names.SKOS.term("ConceptScheme"));
        out.french(Authority.of("distribution-status"), Names.DCT.term("title"), "États de distribution");
        out.french(Authority.of("data-theme"), Names.DCT.term("title"), "Thèmes de données");
        for (String page : List.of(iris.base(), iris.base() + "donnees")) {
            out.type(page, Names.FOAF.term("Document"));
        }
        out.say(
                iris.base() + "sparql",
                Names.RDF.term("type"),
                NodeFactory.createURI(Names.RDFS.namespace() + "Resource"));
    }

    private static void fileType(Triples out, @Nullable String fileType) {
        if (fileType != null) {
            entry(out, fileType, Names.DCT.term("MediaTypeOrExtent"));
        }
    }

    /** An entry of an authority table: what it is, and in which table it stands. */
    private static void entry(Triples out, String iri, Node type) {
        out.type(iri, type);
        out.link(iri, Names.SKOS.term("inScheme"), iri.substring(0, iri.lastIndexOf('/')));
    }

    private String publisher() {
        return DatasetTriples.publisher(iris);
    }

    private String sparql() {
        return iris.base() + "donnees#sparql";
    }
}
