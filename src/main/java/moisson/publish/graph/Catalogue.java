package moisson.publish.graph;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import moisson.event.Edition;
import moisson.event.PublishedEvent;
import moisson.publish.Manifest;
import moisson.publish.PublisherSettings;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.riot.system.StreamRDFWriter;

/** The catalogue of a version by DCAT-AP 3.0.1: a series per kind of dataset, a dataset per edition, a distribution per file. */
public final class Catalogue {
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
        List<DatasetPage> pages = DatasetPage.all(editions, files, spans(events));
        catalog(out, pages);
        agents(out);
        DatasetTriples datasets = new DatasetTriples(
                iris, publisher(), files.stream().filter(Offered::schema).toList());
        pages.forEach(page -> datasets.write(out, page));
        new Services(iris, publisher()).write(out, iri(), pages);
        new External(iris, settings).write(out, publisher(), files);
    }

    public void turtle(OutputStream out) {
        write(StreamRDFWriter.getWriterStream(out, RDFFormat.TURTLE_BLOCKS));
    }

    public void jsonLd(OutputStream out) {
        write(JsonLd.stream(out));
    }

    public void rdfXml(OutputStream out) {
        write(RdfXml.stream(out));
    }

    private void write(StreamRDF stream) {
        stream.start();
        for (Names names : List.of(
                Names.RDFS,
                Names.XSD,
                Names.DCT,
                Names.DCAT,
                Names.DCATAP,
                Names.FOAF,
                Names.GEO,
                Names.SKOS,
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

    /** The only look at the events: everything else costs the same for ten of them and for a million. */
    private static Map<Integer, DatasetPage.Span> spans(List<PublishedEvent> events) {
        Map<Integer, DatasetPage.Span> spans = new TreeMap<>();
        for (PublishedEvent event : events) {
            spans.merge(
                    event.edition(),
                    new DatasetPage.Span(event.publishedAt(), event.modifiedAt()),
                    DatasetPage.Span::with);
        }
        return spans;
    }

    private void catalog(Triples out, List<DatasetPage> pages) {
        String iri = iri();
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
        out.link(iri, Names.RDFS.term("seeAlso"), iris.dataset(QualityGraph.FILE));
    }

    private void agents(Triples out) {
        out.type(publisher(), Names.FOAF.term("Agent"));
        out.type(publisher(), Names.FOAF.term("Organization"));
        out.french(publisher(), Names.FOAF.term("name"), settings.publisher());
        out.link(publisher(), Names.DCT.term("type"), Authority.publisherType(settings.publisherType()));
        out.link(publisher(), Names.FOAF.term("homepage"), settings.publisherIri() == null ? iris.base() : null);
        String contact = DatasetTriples.contact(iris);
        out.type(contact, Names.VCARD.term("Kind"));
        out.type(contact, Names.VCARD.term("Organization"));
        out.french(contact, Names.VCARD.term("fn"), settings.publisher());
        out.link(contact, Names.VCARD.term("hasEmail"), "mailto:" + settings.contact());
        String rights = DatasetTriples.rights(iris);
        out.type(rights, Names.DCT.term("RightsStatement"));
        out.french(
                rights, Names.RDFS.term("label"), "Réutilisation libre sous Licence Ouverte 2.0, en citant la source.");
        String provenance = DatasetTriples.provenance(iris);
        out.type(provenance, Names.DCT.term("ProvenanceStatement"));
        out.french(
                provenance,
                Names.RDFS.term("label"),
                "Moissonné auprès des sources que nomme chaque événement, contrôlé, doublons réunis.");
    }

    private String iri() {
        return iris.base() + "donnees";
    }

    private String publisher() {
        return settings.publisherIri() == null
                ? iris.base() + "donnees#editeur"
                : settings.publisherIri().toASCIIString();
    }
}
