package moisson.publish;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import moisson.publish.graph.Iris;
import moisson.publish.graph.Offered;
import moisson.publish.graph.ReadBack;
import moisson.publish.quality.Assessment;
import moisson.publish.quality.DcatAp;
import moisson.publish.quality.Metric;
import moisson.publish.quality.Score;
import moisson.publish.quality.Served;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.ResIterator;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.Statement;
import org.apache.jena.riot.RiotException;
import org.apache.jena.vocabulary.DCAT;

/**
 * What the publisher looks at in the catalogue of a version before it shows it, reading it as a harvester would. Takes
 * the same time for ten events and for a million.
 */
final class CatalogueProof {
    private static final String SPDX = "http://spdx.org/rdf/terms#";
    private static final Map<String, String> PREFIXES = Map.of(
            "http://purl.org/dc/terms/",
            "dct:",
            "http://www.w3.org/ns/dcat#",
            "dcat:",
            "http://data.europa.eu/r5r/",
            "dcatap:",
            "http://xmlns.com/foaf/0.1/",
            "foaf:",
            "http://www.w3.org/2006/vcard/ns#",
            "vcard:",
            SPDX,
            "spdx:");
    private static final String REMEDY =
            "Vérifiez moisson.publisher, moisson.contact et le fichier des éditions\u202F; si ce n’est pas cela,"
                    + " c’est un défaut du programme\u202F: signalez-le.";
    private static final Set<String> OWN = Set.of(Building.CATALOGUE, Building.QUALITY);

    private final Path folder;
    private final Iris iris;
    private final List<Manifest.Entry> files;

    /** @param files of the version, those of the catalogue among them */
    CatalogueProof(Path folder, Iris iris, List<Manifest.Entry> files) {
        this.folder = folder;
        this.iris = iris;
        this.files = List.copyOf(files);
    }

    /**
     * Why a version must wait.
     *
     * @param sentence in French
     * @param acceptable whether a person may want the version all the same
     */
    record Reason(String sentence, boolean acceptable) {}

    /** What the method of data.europa.eu gives it. */
    Score score() {
        Graph catalogue = read("catalogue.ttl");
        return score(catalogue, DcatAp.flaws(catalogue));
    }

    private Score score(Graph catalogue, List<DcatAp.Flaw> flaws) {
        return new Assessment(catalogue, new Served(iris, files), DcatAp.compliant(flaws, iris.dataset(""))).score();
    }

    /** @param before the points of the version that is shown now */
    Optional<Reason> reason(Score before) {
        try {
            Graph catalogue = read("catalogue.ttl");
            List<DcatAp.Flaw> flaws = DcatAp.flaws(catalogue);
            return Stream.of("catalogue.jsonld", "catalogue.rdf")
                    .filter(other -> !read(other).isIsomorphicWith(catalogue))
                    .findFirst()
                    .map(other -> other + " ne dit pas la même chose que catalogue.ttl.")
                    .or(() -> violation(flaws))
                    .or(() -> unlisted(ModelFactory.createModelForGraph(catalogue)))
                    .map(sentence -> new Reason(sentence, false))
                    .or(() -> loss(score(catalogue, flaws), before).map(sentence -> new Reason(sentence, true)));
        } catch (RiotException e) {
            return Optional.of(new Reason("Le catalogue est illisible\u202F: " + e.getMessage(), false));
        }
    }

    /** A file that is not in the catalogue, or not as it is. */
    private Optional<String> unlisted(Model catalogue) {
        return files.stream()
                .filter(Offered::inCatalogue)
                .filter(file -> !OWN.contains(file.dataset()))
                .filter(file -> !listed(catalogue, file))
                .findFirst()
                .map(file -> "Le catalogue ne donne pas le fichier " + file.path()
                        + ", ou pas avec sa taille et sa somme. C’est un défaut du programme\u202F: signalez-le.");
    }

    private boolean listed(Model catalogue, Manifest.Entry file) {
        ResIterator distributions = catalogue.listResourcesWithProperty(
                DCAT.downloadURL, catalogue.createResource(iris.file(file.dataset(), file.path())));
        return distributions.toList().stream().anyMatch(distribution -> as(file, distribution, catalogue));
    }

    private static boolean as(Manifest.Entry file, Resource distribution, Model catalogue) {
        Resource checksum = distribution.getPropertyResourceValue(catalogue.createProperty(SPDX, "checksum"));
        Statement size = distribution.getProperty(DCAT.byteSize);
        // A size that is missing costs points; one that is wrong must not be.
        return (size == null || size.getLong() == file.bytes())
                && checksum != null
                && checksum.listProperties(catalogue.createProperty(SPDX, "checksumValue")).toList().stream()
                        .anyMatch(sum -> sum.getString().equals(file.sha256()));
    }

    private static Optional<String> violation(List<DcatAp.Flaw> all) {
        List<DcatAp.Flaw> flaws = all.stream().filter(DcatAp.Flaw::mandatory).toList();
        return flaws.stream()
                .findFirst()
                .map(flaw -> "Le catalogue ne respecte pas DCAT-AP\u202F: "
                        + last(flaw.about()) + ", " + brief(flaw.property()) + ", " + flaw.message()
                        + more(flaws.size() - 1, " (et un autre défaut)", " (et %d autres défauts)") + ". " + REMEDY);
    }

    /**
     * Which points the catalogue would lack, as a sentence in French.
     *
     * @param score of this version
     * @param before of the version that is shown now
     */
    private static Optional<String> loss(Score score, Score before) {
        List<Score.Loss> losses = score.losses();
        if (losses.isEmpty()) {
            return Optional.empty();
        }
        Metric first = losses.getFirst().metric();
        String where = losses.stream()
                .filter(loss -> loss.metric() == first)
                .map(loss -> last(loss.dataset().iri()))
                .limit(3)
                .collect(Collectors.joining(", "));
        String known = before.datasets().isEmpty() ? "" : "\u202F; la version en ligne en a " + number(before.total());
        return Optional.of(("Le catalogue n’aurait que %s points sur %d (méthode MQA de data.europa.eu%s)\u202F:"
                        + " %s manque, en tout ou partie, à %s (%s, %s points de moins)%s. %s")
                .formatted(
                        number(score.total()),
                        Metric.MOST,
                        known,
                        first.french(),
                        where,
                        first.property(),
                        number(losses.getFirst().lost()),
                        more(losses.size() - 1, ", et une autre mesure baisse", ", et %d autres mesures baissent"),
                        REMEDY));
    }

    private static String more(int others, String one, String many) {
        return others == 0 ? "" : others == 1 ? one : many.formatted(others);
    }

    /** "404,79": as few decimals as there are. */
    private static String number(BigDecimal points) {
        return points.signum() == 0
                ? "0"
                : points.stripTrailingZeros().toPlainString().replace('.', ',');
    }

    private static String last(String iri) {
        return iri.substring(iri.lastIndexOf('/') + 1);
    }

    private static String brief(String property) {
        return PREFIXES.entrySet().stream()
                .filter(prefix -> property.startsWith(prefix.getKey()))
                .findFirst()
                .map(prefix ->
                        prefix.getValue() + property.substring(prefix.getKey().length()))
                .orElse(property);
    }

    private Graph read(String name) {
        Graph graph = GraphMemFactory.createDefaultGraphSameTerm();
        ReadBack.load(folder.resolve(name), graph);
        return graph;
    }
}
