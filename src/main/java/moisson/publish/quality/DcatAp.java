package moisson.publish.quality;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.validation.Severity;

/** Whether a catalogue keeps to DCAT-AP 3.0.1, by shapes of our own after its text. */
public final class DcatAp {
    private static final String SHAPES = "/moisson/publish/dcat-ap.ttl";

    private DcatAp() {}

    /**
     * Something that the profile wants otherwise.
     *
     * @param about the IRI of what is described
     * @param property its IRI; empty when the whole is meant
     * @param message in French
     * @param mandatory false for what is only recommended
     */
    public record Flaw(String about, String property, String message, boolean mandatory) {}

    /** Read once, when first needed. */
    private static final class Parsed {
        static final Shapes ALL = parse();

        private static Shapes parse() {
            try (InputStream in = Objects.requireNonNull(DcatAp.class.getResourceAsStream(SHAPES))) {
                return Shapes.parse(
                        RDFParser.create().source(in).lang(Lang.TURTLE).toGraph());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Always in the same order. */
    public static List<Flaw> flaws(Graph catalogue) {
        return ShaclValidator.get().validate(Parsed.ALL, catalogue).getEntries().stream()
                .map(DcatAp::flaw)
                .sorted(Comparator.comparing(Flaw::about)
                        .thenComparing(Flaw::property)
                        .thenComparing(Flaw::message))
                .distinct()
                .toList();
    }

    private static Flaw flaw(ReportEntry entry) {
        return new Flaw(
                text(entry.focusNode()),
                entry.resultPath() == null ? "" : entry.resultPath().toString().replaceAll("^<|>$", ""),
                entry.message(),
                entry.severity().equals(Severity.Violation));
    }

    private static String text(Node node) {
        return node.isURI() ? node.getURI() : node.toString();
    }

    /**
     * Which datasets are free of flaws in what is mandatory. A flaw of something that all share, such as the publisher, is
     * one of every dataset.
     *
     * @param datasets the start of the IRIs of datasets
     */
    public static Predicate<String> compliant(List<Flaw> flaws, String datasets) {
        List<String> flawed =
                flaws.stream().filter(Flaw::mandatory).map(Flaw::about).toList();
        return dataset -> flawed.stream()
                .noneMatch(about ->
                        about.equals(dataset) || about.startsWith(dataset + "#") || !about.startsWith(datasets));
    }
}
