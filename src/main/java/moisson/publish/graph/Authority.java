package moisson.publish.graph;

import org.jspecify.annotations.Nullable;

/** Addresses in the authority tables of the Publications Office of the EU, and in the register of media types. */
final class Authority {
    static final String LICENCE = of("licence/ETALAB_2_0");
    static final String PUBLIC = of("access-right/PUBLIC");
    static final String FRENCH = of("language/FRA");
    static final String FRANCE = of("country/FRA");
    static final String STABLE = of("planned-availability/STABLE");
    static final String COMPLETED = of("distribution-status/COMPLETED");

    private static final String MEDIA_TYPES = "https://www.iana.org/assignments/media-types/";

    private Authority() {}

    static String of(String path) {
        return "http://publications.europa.eu/resource/authority/" + path;
    }

    static String mediaType(String type) {
        return MEDIA_TYPES + type;
    }

    /** The file type of a media type we publish; null when the table has none. */
    static @Nullable String fileType(String mediaType) {
        return switch (mediaType) {
            case "text/csv" -> of("file-type/CSV");
            case "application/json" -> of("file-type/JSON");
            case "text/turtle" -> of("file-type/RDF_TURTLE");
            case "application/n-triples" -> of("file-type/RDF_N_TRIPLES");
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
            case "application/ld+json" -> "JSON-LD";
            case "application/geo+json" -> "GeoJSON";
            case "text/calendar" -> "iCalendar";
            default -> mediaType;
        };
    }
}
