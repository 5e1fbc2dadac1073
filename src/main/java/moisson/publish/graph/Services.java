package moisson.publish.graph;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import moisson.publish.graph.DatasetPage.Kind;

/** What answers for the datasets beside their files: the endpoint, and the two feeds of changes. */
final class Services {
    private final Iris iris;
    private final String publisher;

    Services(Iris iris, String publisher) {
        this.iris = iris;
        this.publisher = publisher;
    }

    /** A protocol that others have written down. */
    enum Standard {
        SPARQL("https://www.w3.org/TR/sparql11-protocol/", "Protocole SPARQL 1.1"),
        RPDE("https://www.w3.org/2017/08/realtime-paged-data-exchange/", "Realtime Paged Data Exchange 1.0 (RPDE)"),
        LDES("https://w3id.org/ldes/specification", "Linked Data Event Streams (LDES)");

        private final String iri;
        private final String title;

        Standard(String iri, String title) {
            this.iri = iri;
            this.title = title;
        }
    }

    /**
     * One address and what it serves.
     *
     * @param path of the address, the last word of which also names the service
     * @param described where a program can read how to use it
     */
    private record Service(
            String path,
            String described,
            Standard standard,
            String title,
            String description,
            String keyword,
            Predicate<DatasetPage> serves) {
        String name() {
            return path.substring(path.lastIndexOf('/') + 1);
        }
    }

    private static final List<Service> ALL = List.of(
            new Service(
                    "sparql",
                    "sparql",
                    Standard.SPARQL,
                    "Point d’accès SPARQL",
                    "Interrogation SPARQL 1.1 en lecture seule de la version publiée.",
                    "SPARQL",
                    page -> true),
            new Service(
                    "flux/rpde",
                    "donnees",
                    Standard.RPDE,
                    "Flux RPDE des événements",
                    "Chaque ajout, modification et retrait d’événement, dans l’ordre, page par page, en JSON.",
                    "flux",
                    Services::told),
            new Service(
                    "flux/ldes",
                    "flux/ldes",
                    Standard.LDES,
                    "Flux LDES des événements",
                    "Chaque état de chaque événement depuis la première version, en RDF, page par page.",
                    "flux",
                    Services::told));

    /** The feeds tell of all editions, event by event, and nothing of figures or of records. */
    private static boolean told(DatasetPage page) {
        return page.whole() && (page.kind() == Kind.EVENTS || page.kind() == Kind.CHANGES);
    }

    /** Writes them all as services of a catalogue. */
    void write(Triples out, String catalogue, List<DatasetPage> pages) {
        for (Service service : ALL) {
            String iri = catalogue + "#" + service.name();
            out.link(catalogue, Names.DCAT.term("service"), iri);
            out.type(iri, Names.DCAT.term("DataService"));
            out.french(iri, Names.DCT.term("title"), service.title());
            out.french(iri, Names.DCT.term("description"), service.description());
            out.link(iri, Names.DCAT.term("endpointURL"), iris.base() + service.path());
            out.link(iri, Names.DCAT.term("endpointDescription"), iris.base() + service.described());
            out.link(iri, Names.DCAT.term("landingPage"), catalogue);
            out.link(iri, Names.DCT.term("publisher"), publisher);
            out.link(iri, Names.DCAT.term("contactPoint"), DatasetTriples.contact(iris));
            out.link(iri, Names.DCT.term("license"), Authority.LICENCE);
            out.link(iri, Names.DCT.term("accessRights"), Authority.PUBLIC);
            out.link(iri, Names.DCT.term("conformsTo"), service.standard().iri);
            out.french(iri, Names.DCAT.term("keyword"), service.keyword());
            DatasetTriples.THEMES.forEach(theme -> out.link(iri, Names.DCAT.term("theme"), Authority.of(theme)));
            pages.stream()
                    .filter(service.serves())
                    .forEach(page -> out.link(iri, Names.DCAT.term("servesDataset"), iris.dataset(page.name())));
        }
    }

    /** What the standards and the addresses are, since DCAT-AP's shapes look for it in the catalogue itself. */
    static void external(Triples out, String base) {
        for (Standard standard : Standard.values()) {
            out.type(standard.iri, Names.DCT.term("Standard"));
            out.french(standard.iri, Names.DCT.term("title"), standard.title);
        }
        ALL.stream()
                .flatMap(service -> Arrays.asList(service.path(), service.described()).stream())
                .distinct()
                .filter(path -> !path.equals("donnees"))
                .forEach(path -> out.say(base + path, Names.RDF.term("type"), Names.RDFS.term("Resource")));
    }
}
