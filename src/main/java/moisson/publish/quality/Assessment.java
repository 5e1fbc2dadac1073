package moisson.publish.quality;

import static org.apache.jena.vocabulary.DCTerms.accessRights;
import static org.apache.jena.vocabulary.DCTerms.format;
import static org.apache.jena.vocabulary.DCTerms.license;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;

/**
 * Gives a catalogue its points by the method of data.europa.eu. That method takes the best distribution of a dataset for
 * interoperability; here every distribution counts, which never gives more, and the same when all is well.
 */
public final class Assessment {
    private static final String TABLES = "http://publications.europa.eu/resource/authority/";
    private static final String FILE_TYPES = TABLES + "file-type/";
    private static final String MEDIA_TYPES = "https://www.iana.org/assignments/media-types/";

    /** Codes of the EU's table that stand on both lists of data.europa.eu: open formats, and formats for programs. */
    private static final Set<String> OPEN_AND_READABLE = Set.of(
            "CSV",
            "JSON",
            "JSON_LD",
            "GEOJSON",
            "ICS",
            "KML",
            "NETCDF",
            "ODS",
            "RDF_N_QUADS",
            "RDF_N_TRIPLES",
            "RDF_TRIG",
            "RDF_TURTLE",
            "RDF_XML",
            "RSS",
            "XML");

    /** On the list of open formats only. */
    private static final Set<String> OPEN = Set.of("TSV", "TXT", "HTML", "ZIP", "GZIP");

    /** On the list of formats for programs only. */
    private static final Set<String> READABLE = Set.of("XLSX", "XLS", "SHP");

    private static final Set<String> LICENCES = Set.of("ETALAB_2_0", "ODC_BL", "CC_BY_4_0", "CC0");
    private static final Set<String> ACCESS = Set.of("PUBLIC", "RESTRICTED", "NON_PUBLIC");

    private final Graph catalogue;
    private final Predicate<String> reachable;
    private final Predicate<String> compliant;

    /**
     * @param reachable whether an address answers
     * @param compliant whether the description of a dataset, by its IRI, keeps to DCAT-AP
     */
    public Assessment(Graph catalogue, Predicate<String> reachable, Predicate<String> compliant) {
        this.catalogue = catalogue;
        this.reachable = reachable;
        this.compliant = compliant;
    }

    public Score score() {
        return new Score(GraphUtil.listSubjects(catalogue, RDF.type.asNode(), DCAT.Dataset.asNode()).toList().stream()
                .filter(Node::isURI)
                .sorted(Comparator.comparing(Node::getURI))
                .map(this::dataset)
                .toList());
    }

    private Score.OfDataset dataset(Node dataset) {
        List<Node> distributions = objects(dataset, DCAT.distribution);
        Map<Metric, java.math.BigDecimal> points = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.values()) {
            List<Node> population = ofDistributions(metric) ? distributions : List.of(dataset);
            int having = (int)
                    population.stream().filter(subject -> has(metric, subject)).count();
            points.put(metric, Score.share(metric, having, population.size()));
        }
        return new Score.OfDataset(dataset.getURI(), points);
    }

    /** Whether a metric is looked for in the distributions of a dataset rather than in itself. */
    private static boolean ofDistributions(Metric metric) {
        return switch (metric) {
            case KEYWORD, THEME, SPATIAL, TEMPORAL, DCAT_AP, ACCESS_RIGHTS, ACCESS_RIGHTS_KNOWN, CONTACT, PUBLISHER ->
                false;
            default -> true;
        };
    }

    private boolean has(Metric metric, Node subject) {
        return switch (metric) {
            case KEYWORD -> any(subject, DCAT.keyword);
            case THEME -> any(subject, DCAT.theme);
            case SPATIAL -> any(subject, DCTerms.spatial);
            case TEMPORAL -> any(subject, DCTerms.temporal);
            case ACCESS_REACHED -> all(subject, DCAT.accessURL, reachable);
            case DOWNLOAD -> any(subject, DCAT.downloadURL);
            case DOWNLOAD_REACHED -> all(subject, DCAT.downloadURL, reachable);
            case FORMAT -> any(subject, format);
            case MEDIA_TYPE -> any(subject, DCAT.mediaType);
            case FORMAT_KNOWN ->
                all(subject, format, iri -> iri.startsWith(FILE_TYPES))
                        && all(subject, DCAT.mediaType, iri -> iri.startsWith(MEDIA_TYPES));
            case NON_PROPRIETARY ->
                all(subject, format, iri -> coded(FILE_TYPES, OPEN_AND_READABLE, iri) || coded(FILE_TYPES, OPEN, iri));
            case MACHINE_READABLE ->
                all(
                        subject,
                        format,
                        iri -> coded(FILE_TYPES, OPEN_AND_READABLE, iri) || coded(FILE_TYPES, READABLE, iri));
            case DCAT_AP -> compliant.test(subject.getURI());
            case LICENCE -> any(subject, license);
            case LICENCE_KNOWN -> all(subject, license, iri -> coded(TABLES + "licence/", LICENCES, iri));
            case ACCESS_RIGHTS -> any(subject, accessRights);
            case ACCESS_RIGHTS_KNOWN -> all(subject, accessRights, iri -> coded(TABLES + "access-right/", ACCESS, iri));
            case CONTACT -> any(subject, DCAT.contactPoint);
            case PUBLISHER -> any(subject, DCTerms.publisher);
            case RIGHTS -> any(subject, DCTerms.rights);
            case BYTE_SIZE -> any(subject, DCAT.byteSize);
            case ISSUED -> any(subject, DCTerms.issued);
            case MODIFIED -> any(subject, DCTerms.modified);
        };
    }

    private static boolean coded(String table, Set<String> codes, String iri) {
        return iri.startsWith(table) && codes.contains(iri.substring(table.length()));
    }

    private boolean any(Node subject, Property property) {
        return catalogue.contains(subject, property.asNode(), Node.ANY);
    }

    /** At least one, and none that fails. */
    private boolean all(Node subject, Property property, Predicate<String> test) {
        List<Node> objects = objects(subject, property);
        return !objects.isEmpty() && objects.stream().allMatch(node -> node.isURI() && test.test(node.getURI()));
    }

    private List<Node> objects(Node subject, Property property) {
        return GraphUtil.listObjects(catalogue, subject, property.asNode()).toList();
    }
}
