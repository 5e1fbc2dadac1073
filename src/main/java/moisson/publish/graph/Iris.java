package moisson.publish.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.util.HexFormat;
import java.util.regex.Pattern;
import moisson.event.EventId;
import moisson.event.Sha256;

/** The IRIs we give, all under one configurable address, and those of INSEE. Whatever goes in, what comes out is valid. */
public final class Iris {
    private static final String INSEE = "http://id.insee.fr/geo/";
    private static final String UNRESERVED = "-._~";
    private static final Pattern DISTRICT = Pattern.compile("751\\d\\d|132[01]\\d|6938\\d");
    private static final Pattern COLLECTIVITY = Pattern.compile("97[578]|98\\d");

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final String base;

    /** @param base absolute http(s) address ending in a slash */
    public Iris(URI base) {
        boolean web = "http".equals(base.getScheme()) || "https".equals(base.getScheme());
        if (!web || base.getHost() == null || !base.toASCIIString().endsWith("/")) {
            throw new IllegalArgumentException(
                    "the public address must be an http(s) URL that ends in a slash: " + base);
        }
        this.base = base.toASCIIString();
    }

    public String base() {
        return base;
    }

    public String event(String id) {
        return base + "id/evenement/" + segment(id);
    }

    public String edition(int year) {
        return base + "id/edition/" + year;
    }

    /** The same name is the same organiser; a sum of the name keeps the address short and safe. */
    public String organiser(String name) {
        return base + "id/organisateur/" + sum(name);
    }

    public String source(String id) {
        return base + "id/source/" + segment(id);
    }

    public String record(EventId id) {
        return base + "id/fiche/" + segment(id.source()) + "/" + segment(id.key());
    }

    /** A harvest. */
    public String run(long number) {
        return base + "id/passage/" + number;
    }

    /** One line of the ledger of versions, by its number. */
    public String change(int number) {
        return base + "id/changement/" + number;
    }

    /** The stream of all changes; the part before {@code #} is the address of its root. */
    public String changes() {
        return base + "flux/ldes#flux";
    }

    /** A class, property or concept scheme of our vocabulary. */
    public String term(String name) {
        return base + "def/" + name;
    }

    public String concept(String scheme, String code) {
        return base + "def/" + scheme + "/" + segment(code);
    }

    public String dataset(String name) {
        return base + "donnees/" + segment(name);
    }

    /** Where a file of a dataset can be downloaded. */
    public String file(String dataset, String file) {
        return dataset(dataset) + "/" + segment(file);
    }

    static String commune(String code) {
        boolean district = DISTRICT.matcher(code).matches();
        return INSEE + (district ? "arrondissementMunicipal/" : "commune/") + segment(code);
    }

    static String department(String code) {
        return INSEE + (overseasCollectivity(code) ? "collectiviteDOutreMer/" : "departement/") + segment(code);
    }

    static String region(String code) {
        return INSEE + (overseasCollectivity(code) ? "collectiviteDOutreMer/" : "region/") + segment(code);
    }

    /** Collectivities of articles 74 and 77 of the Constitution are neither départements nor régions for INSEE. */
    private static boolean overseasCollectivity(String code) {
        return COLLECTIVITY.matcher(code).matches();
    }

    /** Percent-encodes everything but the unreserved characters of RFC 3986. */
    static String segment(String text) {
        if (plain(text)) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        for (byte part : text.getBytes(UTF_8)) {
            if (unreserved(part)) {
                kept.append((char) part);
            } else {
                HEX.toHexDigits(kept.append('%'), part);
            }
        }
        return kept.toString().matches("\\.{1,2}") ? kept.toString().replace(".", "%2E") : kept.toString();
    }

    /** Most segments are as they are to be. A dot may be all of a segment, and then means another. */
    private static boolean plain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!unreserved(text.charAt(i)) || text.charAt(i) == '.') {
                return false;
            }
        }
        return true;
    }

    private static boolean unreserved(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || UNRESERVED.indexOf(c) >= 0;
    }

    private static String sum(String text) {
        return Sha256.of(text).substring(0, 16);
    }
}
