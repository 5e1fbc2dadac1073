package moisson.publish.graph;

import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import moisson.publish.quality.Dimension;
import moisson.publish.quality.Metric;
import moisson.publish.quality.Score;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;

/**
 * The quality of a catalogue in the Data Quality Vocabulary: a measurement per metric and dataset, in points, with the
 * metrics and dimensions themselves. Ours, since data.europa.eu measures each distribution by yes or no; each names the
 * one it comes from.
 */
public final class QualityGraph {
    /** The name of its file. */
    public static final String FILE = "qualite.ttl";

    private static final String MQA = "https://data.europa.eu/mqa/methodology";
    private static final String PIVEAU = "https://piveau.eu/ns/voc#";
    private static final String TOTAL = "scoring";

    private final Iris iris;

    public QualityGraph(Iris iris) {
        this.iris = iris;
    }

    public void write(Score score, OutputStream out) {
        StreamRDF stream = StreamRDFWriter.getWriterStream(out, RDFFormat.TURTLE_BLOCKS);
        stream.start();
        for (Names names : List.of(Names.RDFS, Names.XSD, Names.SKOS, Names.DQV)) {
            stream.prefix(names.prefix(), names.namespace());
        }
        stream.prefix("def", iris.term(""));
        Triples triples = new Triples(stream);
        vocabulary(triples);
        measurements(triples, score.mean(iris.base() + "donnees"));
        score.datasets().forEach(dataset -> measurements(triples, dataset));
        stream.finish();
    }

    private void vocabulary(Triples out) {
        String category = iris.term("mqa");
        out.type(category, Names.DQV.term("Category"));
        label(out, category, "qualité des métadonnées, par la méthode de data.europa.eu", "metadata quality (MQA)");
        out.link(category, Names.RDFS.term("seeAlso"), MQA);
        for (Dimension dimension : Dimension.values()) {
            dimension(out, dimension.code(), dimension.french(), dimension.english());
            metric(out, dimension.code() + "Scoring", dimension.code(), Metric.points(dimension));
            label(
                    out,
                    term(dimension.code() + "Scoring"),
                    "points, " + dimension.french(),
                    "points, " + dimension.english());
        }
        dimension(out, "quality", "ensemble", "whole");
        metric(out, TOTAL, "quality", Metric.MOST);
        label(out, term(TOTAL), "points, en tout", "points in all");
        for (Metric metric : Metric.values()) {
            metric(out, metric.code(), metric.dimension().code(), metric.points());
            label(out, term(metric.code()), metric.french(), metric.english());
            out.french(
                    term(metric.code()),
                    Names.SKOS.term("definition"),
                    "Points donnés à un jeu de données qui a " + metric.french() + " (" + metric.property() + ").");
        }
    }

    private void dimension(Triples out, String code, String french, String english) {
        out.type(term(code), Names.DQV.term("Dimension"));
        label(out, term(code), french, english);
        out.link(term(code), Names.DQV.term("inCategory"), iris.term("mqa"));
    }

    private void metric(Triples out, String code, String dimension, int most) {
        out.type(term(code), Names.DQV.term("Metric"));
        out.link(term(code), Names.DQV.term("inDimension"), term(dimension));
        out.say(term(code), Names.DQV.term("expectedDataType"), Names.XSD.term("decimal"));
        out.typed(term(code), NodeFactory.createURI(iris.term("pointsAuPlus")), most, XSDDatatype.XSDinteger);
        out.link(term(code), Names.SKOS.term("closeMatch"), PIVEAU + code);
    }

    private static void label(Triples out, String iri, String french, String english) {
        out.french(iri, Names.SKOS.term("prefLabel"), french);
        out.text(iri, Names.SKOS.term("prefLabel"), english, "en");
    }

    private void measurements(Triples out, Score.OfDataset dataset) {
        Map<String, BigDecimal> values = new TreeMap<>();
        values.put(TOTAL, dataset.total());
        for (Dimension dimension : Dimension.values()) {
            values.put(dimension.code() + "Scoring", BigDecimal.ZERO);
        }
        for (Metric metric : Metric.values()) {
            values.put(metric.code(), dataset.points(metric));
            values.merge(metric.dimension().code() + "Scoring", dataset.points(metric), BigDecimal::add);
        }
        values.keySet()
                .forEach(code ->
                        out.link(dataset.iri(), Names.DQV.term("hasQualityMeasurement"), measurement(dataset, code)));
        values.forEach((code, value) -> {
            String iri = measurement(dataset, code);
            out.type(iri, Names.DQV.term("QualityMeasurement"));
            out.link(iri, Names.DQV.term("computedOn"), dataset.iri());
            out.link(iri, Names.DQV.term("isMeasurementOf"), term(code));
            out.typed(iri, Names.DQV.term("value"), plain(value), XSDDatatype.XSDdecimal);
        });
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private static String measurement(Score.OfDataset dataset, String code) {
        return dataset.iri() + "#mqa-" + code;
    }

    private String term(String code) {
        return iris.term("mqa/" + code);
    }

    /** Reads the score of a version back; unknown for versions from before it was measured. */
    public Score read(Path folder) {
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return Score.UNKNOWN;
        }
        Graph graph = GraphMemFactory.createDefaultGraphSameTerm();
        ReadBack.load(file, graph);
        Map<String, Map<Metric, BigDecimal>> points = new TreeMap<>();
        graph.find(Node.ANY, Names.DQV.term("computedOn"), Node.ANY).forEachRemaining(triple -> {
            Node measurement = triple.getSubject();
            metric(object(graph, measurement, "isMeasurementOf").getURI())
                    .ifPresent(metric -> points.computeIfAbsent(
                                    triple.getObject().getURI(), unknown -> new EnumMap<>(Metric.class))
                            .put(
                                    metric,
                                    new BigDecimal(
                                            object(graph, measurement, "value").getLiteralLexicalForm())));
        });
        points.remove(iris.base() + "donnees");
        return new Score(points.entrySet().stream()
                .map(dataset -> new Score.OfDataset(dataset.getKey(), dataset.getValue()))
                .toList());
    }

    private static Node object(Graph graph, Node subject, String property) {
        return graph.find(subject, Names.DQV.term(property), Node.ANY)
                .nextOptional()
                .orElseThrow(() -> new IllegalArgumentException(subject + " has no dqv:" + property))
                .getObject();
    }

    private Optional<Metric> metric(String iri) {
        return iri.startsWith(term("")) ? Metric.ofCode(iri.substring(term("").length())) : Optional.empty();
    }
}
