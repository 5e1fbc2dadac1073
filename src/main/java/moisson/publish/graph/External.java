package moisson.publish.graph;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import moisson.publish.Manifest;
import moisson.publish.PublisherSettings;
import org.apache.jena.datatypes.BaseDatatype;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * What a catalogue says of things that others define: what they are, and in which list they stand. DCAT-AP's shapes look
 * for it in the catalogue itself, since no validator fetches the lists.
 */
final class External {
    /** With https, as the shapes of DCAT-AP 3.0.1 want it, although the terms of SPDX themselves begin with http. */
    static final String SHA256 = "https://spdx.org/rdf/terms#checksumAlgorithm_sha256";

    private static final RDFDatatype WKT = new BaseDatatype(Names.GEO.namespace() + "wktLiteral");
    private static final String ADMS = "http://purl.org/adms/";

    /** Entries of the authority tables that are plain concepts, with their labels. */
    private static final Map<String, String> CONCEPTS = new TreeMap<>(Map.of(
            "data-theme/GOVE", "Gouvernement et secteur public",
            "data-theme/EDUC", "Éducation, culture et sport",
            "data-theme/SOCI", "Population et société",
            "dataset-type/STATISTICAL", "Statistiques",
            "planned-availability/STABLE", "stable"));

    /** The list of ADMS, for organisations. */
    private static final Map<String, String> PUBLISHER_TYPES = Map.of(
            "Academia-ScientificOrganisation", "organisme d’enseignement ou de recherche",
            "Company", "entreprise",
            "IndustryConsortium", "groupement d’entreprises",
            "LocalAuthority", "collectivité locale",
            "NationalAuthority", "autorité nationale",
            "NonGovernmentalOrganisation", "organisation non gouvernementale",
            "NonProfitOrganisation", "organisme à but non lucratif",
            "RegionalAuthority", "autorité régionale",
            "StandardisationBody", "organisme de normalisation",
            "SupraNationalAuthority", "autorité supranationale");

    private final Iris iris;
    private final PublisherSettings settings;

    External(Iris iris, PublisherSettings settings) {
        this.iris = iris;
        this.settings = settings;
    }

    void write(Triples out, String publisher, List<Manifest.Entry> files) {
        files.stream()
                .filter(file -> Offered.inCatalogue(file) || Offered.beside(file))
                .map(Manifest.Entry::mediaType)
                .distinct()
                .sorted()
                .forEach(mediaType -> {
                    out.type(Authority.mediaType(mediaType), Names.DCT.term("MediaType"));
                    String fileType = Authority.fileType(mediaType);
                    if (fileType != null) {
                        entry(out, fileType, Names.DCT.term("MediaTypeOrExtent"));
                    }
                });
        files.stream().filter(Offered::schema).forEach(schema -> {
            String iri = iris.file(schema.dataset(), schema.path());
            out.type(iri, Names.DCT.term("Standard"));
            out.french(iri, Names.DCT.term("title"), "Colonnes du jeu de données " + schema.dataset());
        });
        entry(out, Authority.LICENCE, Names.DCT.term("LicenseDocument"));
        out.link(Authority.LICENCE, Names.DCT.term("type"), Authority.ATTRIBUTION);
        adms(out, Authority.ATTRIBUTION, "mention de la source", "licencetype", "Types de licence");
        String type = Authority.publisherType(settings.publisherType());
        String named = PUBLISHER_TYPES.getOrDefault(settings.publisherType(), settings.publisherType());
        adms(out, type, named, "publishertype", "Types d’éditeur");
        if (Authority.corporateBody(publisher)) {
            out.link(publisher, Names.SKOS.term("inScheme"), Authority.CORPORATE_BODIES);
            scheme(out, Authority.CORPORATE_BODIES, "Organismes");
        }
        entry(out, Authority.FRENCH, Names.DCT.term("LinguisticSystem"));
        france(out);
        entry(out, Authority.PUBLIC, Names.DCT.term("RightsStatement"));
        for (String frequency : DatasetTriples.FREQUENCIES) {
            entry(out, Authority.of(frequency), Names.DCT.term("Frequency"));
        }
        CONCEPTS.forEach((concept, label) -> {
            entry(out, Authority.of(concept), Names.SKOS.term("Concept"));
            out.french(Authority.of(concept), Names.SKOS.term("prefLabel"), label);
        });
        scheme(out, Authority.of("data-theme"), "Thèmes de données");
        out.type(SHA256, Names.SPDX.term("ChecksumAlgorithm"));
        for (String page : List.of(iris.base(), iris.base() + "donnees")) {
            out.type(page, Names.FOAF.term("Document"));
        }
        Services.external(out, iris.base());
    }

    /**
     * Where events take place: the inhabited territories of France, from Wallis-et-Futuna to New Caledonia and from Rapa to
     * Dunkerque; its centre is that of metropolitan France by the IGN, at Vesdun.
     */
    private static void france(Triples out) {
        entry(out, Authority.FRANCE, Names.DCT.term("Location"));
        wkt(out, "bbox", "POLYGON((-178.2 -27.7,168.2 -27.7,168.2 51.1,-178.2 51.1,-178.2 -27.7))");
        wkt(out, "centroid", "POINT(2.43 46.54)");
    }

    private static void wkt(Triples out, String property, String geometry) {
        out.say(Authority.FRANCE, Names.DCAT.term(property), NodeFactory.createLiteralDT(geometry, WKT));
    }

    private static void adms(Triples out, String concept, String label, String list, String title) {
        String scheme = ADMS + list + "/1.0";
        out.type(concept, Names.SKOS.term("Concept"));
        out.french(concept, Names.SKOS.term("prefLabel"), label);
        out.link(concept, Names.SKOS.term("inScheme"), scheme);
        scheme(out, scheme, title);
    }

    private static void scheme(Triples out, String iri, String title) {
        out.type(iri, Names.SKOS.term("ConceptScheme"));
        out.french(iri, Names.DCT.term("title"), title);
    }

    /** An entry of an authority table: what it is, and in which table it stands. */
    private static void entry(Triples out, String iri, Node type) {
        out.type(iri, type);
        out.link(iri, Names.SKOS.term("inScheme"), iri.substring(0, iri.lastIndexOf('/')));
    }
}
