package moisson.publish.quality;

import java.util.Arrays;
import java.util.Optional;

/**
 * The metrics of the Metadata Quality Assessment (MQA) of data.europa.eu with their points, 405 in all. Codes are those of
 * its vocabulary {@code https://piveau.eu/ns/voc#}, by which it publishes its own measurements.
 *
 * @see <a href="https://data.europa.eu/mqa/methodology">the method</a>
 */
public enum Metric {
    KEYWORD(Dimension.FINDABILITY, 30, "keywordAvailability", "dcat:keyword", "un mot-clé", "a keyword"),
    THEME(Dimension.FINDABILITY, 30, "categoryAvailability", "dcat:theme", "un thème", "a theme"),
    SPATIAL(Dimension.FINDABILITY, 20, "spatialAvailability", "dct:spatial", "un territoire", "a territory"),
    TEMPORAL(Dimension.FINDABILITY, 20, "temporalAvailability", "dct:temporal", "une période", "a period"),
    ACCESS_REACHED(
            Dimension.ACCESSIBILITY,
            50,
            "accessUrlStatusCode",
            "dcat:accessURL",
            "une adresse d’accès qui répond",
            "an access address that answers"),
    DOWNLOAD(
            Dimension.ACCESSIBILITY,
            20,
            "downloadUrlAvailability",
            "dcat:downloadURL",
            "une adresse de téléchargement",
            "a download address"),
    DOWNLOAD_REACHED(
            Dimension.ACCESSIBILITY,
            30,
            "downloadUrlStatusCode",
            "dcat:downloadURL",
            "une adresse de téléchargement qui répond",
            "a download address that answers"),
    FORMAT(Dimension.INTEROPERABILITY, 20, "formatAvailability", "dct:format", "un format", "a format"),
    MEDIA_TYPE(
            Dimension.INTEROPERABILITY,
            10,
            "mediaTypeAvailability",
            "dcat:mediaType",
            "un type de média",
            "a media type"),
    FORMAT_KNOWN(
            Dimension.INTEROPERABILITY,
            10,
            "formatMediaTypeVocabularyAlignment",
            "dct:format",
            "un format de la table européenne et un type de média de l’IANA",
            "a format of the EU's table and a media type of IANA"),
    NON_PROPRIETARY(
            Dimension.INTEROPERABILITY,
            20,
            "formatMediaTypeNonProprietary",
            "dct:format",
            "un format ouvert",
            "a non-proprietary format"),
    MACHINE_READABLE(
            Dimension.INTEROPERABILITY,
            20,
            "formatMediaTypeMachineInterpretable",
            "dct:format",
            "un format lisible par un programme",
            "a machine-readable format"),
    DCAT_AP(
            Dimension.INTEROPERABILITY,
            30,
            "dcatApCompliance",
            "DCAT-AP",
            "une description conforme à DCAT-AP",
            "a description that keeps to DCAT-AP"),
    LICENCE(Dimension.REUSABILITY, 20, "licenceAvailability", "dct:license", "une licence", "a licence"),
    LICENCE_KNOWN(
            Dimension.REUSABILITY,
            10,
            "knownLicence",
            "dct:license",
            "une licence de la table européenne",
            "a licence of the EU's table"),
    ACCESS_RIGHTS(
            Dimension.REUSABILITY,
            10,
            "accessRightsAvailability",
            "dct:accessRights",
            "des droits d’accès",
            "access rights"),
    ACCESS_RIGHTS_KNOWN(
            Dimension.REUSABILITY,
            5,
            "accessRightsVocabularyAlignment",
            "dct:accessRights",
            "des droits d’accès de la table européenne",
            "access rights of the EU's table"),
    CONTACT(
            Dimension.REUSABILITY,
            20,
            "contactPointAvailability",
            "dcat:contactPoint",
            "un service à qui écrire",
            "a service to write to"),
    PUBLISHER(Dimension.REUSABILITY, 10, "publisherAvailability", "dct:publisher", "un éditeur", "a publisher"),
    RIGHTS(
            Dimension.CONTEXTUALITY,
            5,
            "rightsAvailability",
            "dct:rights",
            "une mention des droits",
            "a statement of rights"),
    BYTE_SIZE(Dimension.CONTEXTUALITY, 5, "byteSizeAvailability", "dcat:byteSize", "une taille", "a size"),
    ISSUED(
            Dimension.CONTEXTUALITY,
            5,
            "dateIssuedAvailability",
            "dct:issued",
            "une date de publication",
            "a date of publication"),
    MODIFIED(
            Dimension.CONTEXTUALITY,
            5,
            "dateModifiedAvailability",
            "dct:modified",
            "une date de modification",
            "a date of change");

    /** What a catalogue without any fault is given. */
    public static final int MOST =
            Arrays.stream(values()).mapToInt(Metric::points).sum();

    private final Dimension dimension;
    private final int points;
    private final String code;
    private final String property;
    private final String french;
    private final String english;

    Metric(Dimension dimension, int points, String code, String property, String french, String english) {
        this.dimension = dimension;
        this.points = points;
        this.code = code;
        this.property = property;
        this.french = french;
        this.english = english;
    }

    public Dimension dimension() {
        return dimension;
    }

    /** For a dataset that has it, in all its distributions where it is looked for in them. */
    public int points() {
        return points;
    }

    /** By which data.europa.eu names it. */
    public String code() {
        return code;
    }

    /** Where in the catalogue it is looked for, with its usual prefix. */
    public String property() {
        return property;
    }

    /** What must be there, with its article. */
    public String french() {
        return french;
    }

    public String english() {
        return english;
    }

    /** How many points all metrics of a dimension give together. */
    public static int points(Dimension dimension) {
        return Arrays.stream(values())
                .filter(metric -> metric.dimension == dimension)
                .mapToInt(Metric::points)
                .sum();
    }

    public static Optional<Metric> ofCode(String code) {
        return Arrays.stream(values())
                .filter(metric -> metric.code.equals(code))
                .findFirst();
    }
}
