package moisson.publish.graph;

import org.jspecify.annotations.Nullable;

/** Addresses in the authority tables of the Publications Office of the EU, and in the register of media types. */
final class Authority {
    static final String LICENCE = of("licence/ETALAB_2_0");
    static final String PUBLIC = of("access-right/PUBLIC");
    static final String FRENCH = of("language/FRA");
    static final String FRANCE = of("country/FRA");
    static final String STABLE = of("planned-availability/STABLE");
    static final String CORPORATE_BODIES = of("corporate-body");

    /** Who must be named when the licence is used; of the list of ADMS, as DCAT-AP asks. */
    static final String ATTRIBUTION = "http://purl.org/adms/licencetype/Attribution";

    private static final String PUBLISHER_TYPES = "http://purl.org/adms/publishertype/";

    private static final String MEDIA_TYPES = "https://www.iana.org/assignments/media-types/";

    private Authority() {}

    static String of(String path) {
        return "http://publications.europa.eu/resource/authority/" + path;
    }

    static String mediaType(String type) {
        return MEDIA_TYPES + type;
    }

    /** Whether who publishes stands in the list of corporate bodies of the Publications Office. */
    static boolean corporateBody(String iri) {
        return iri.startsWith(CORPORATE_BODIES + "/");
    }

    /** @param code such as {@code NationalAuthority}, of the list of ADMS */
    static String publisherType(String code) {
        return PUBLISHER_TYPES + code;
    }

    /** The file type of a media type we publish; null when the table has none. */
    static @Nullable String fileType(String mediaType) {
        return switch (mediaType) {
            case "text/csv" -> of("file-type/CSV");
            case "application/json" -> of("file-type/JSON");
            case "text/turtle" -> of("file-type/RDF_TURTLE");
            case "application/n-triples" -> of("file-type/RDF_N_TRIPLES");
            case "application/rdf+xml" -> of("file-type/RDF_XML");
            case "application/ld+json" -> of("file-type/JSON_LD");
            case "application/geo+json" -> of("file-type/GEOJSON");
            case "text/calendar" -> of("file-type/ICS");
            default -> null;
        };
    }

    static String title(String mediaType) {
        return switch (mediaType) {
            case "text/csv" -> "CSV";
            case "application/json" -> "JSON";
            case "text/turtle" -> "RDF Turtle";
            case "application/n-triples" -> "RDF N-Triples";
            case "application/rdf+xml" -> "RDF/XML";
            case "application/ld+json" -> "JSON-LD";
            case "application/geo+json" -> "GeoJSON";
            case "text/calendar" -> "iCalendar";
            case "application/jsonl" -> "JSON Lines";
            case "application/vnd.apache.parquet" -> "Parquet";
            case "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" -> "XLSX";
            default -> mediaType;
        };
    }
}
