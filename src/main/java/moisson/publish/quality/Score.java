package moisson.publish.quality;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The points of every dataset of a catalogue by the method of data.europa.eu. What fails only in a part of the
 * distributions gives its share of the points, rounded down to hundredths: nothing but the whole gives the whole.
 */
public record Score(List<OfDataset> datasets) {
    private static final int HUNDREDTHS = 2;

    /** Of a version from before quality was measured. */
    public static final Score UNKNOWN = new Score(List.of());

    public Score {
        datasets = List.copyOf(datasets);
    }

    /**
     * The points of one dataset.
     *
     * @param iri of the dataset in the catalogue
     */
    public record OfDataset(String iri, Map<Metric, BigDecimal> points) {
        public OfDataset {
            points = Map.copyOf(points);
        }

        public BigDecimal points(Metric metric) {
            return points.getOrDefault(metric, BigDecimal.ZERO);
        }

        public BigDecimal total() {
            return points.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    /** One metric that lacks points, and where. */
    public record Loss(OfDataset dataset, Metric metric) {
        public BigDecimal lost() {
            return BigDecimal.valueOf(metric.points()).subtract(dataset.points(metric));
        }
    }

    /** How many of so many have it: the share of the points. */
    static BigDecimal share(Metric metric, int having, int all) {
        return all == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf((long) metric.points() * having)
                        .divide(BigDecimal.valueOf(all), HUNDREDTHS, RoundingMode.DOWN);
    }

    public Optional<OfDataset> find(String iri) {
        return datasets.stream().filter(dataset -> dataset.iri().equals(iri)).findFirst();
    }

    /** What all datasets have on average. */
    public OfDataset mean(String iri) {
        Map<Metric, BigDecimal> points = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.values()) {
            BigDecimal sum =
                    datasets.stream().map(dataset -> dataset.points(metric)).reduce(BigDecimal.ZERO, BigDecimal::add);
            points.put(
                    metric,
                    datasets.isEmpty()
                            ? BigDecimal.ZERO
                            : sum.divide(BigDecimal.valueOf(datasets.size()), HUNDREDTHS, RoundingMode.DOWN));
        }
        return new OfDataset(iri, points);
    }

    public BigDecimal total() {
        return mean("").total();
    }

    /** The largest first. */
    public List<Loss> losses() {
        return datasets.stream()
                .flatMap(dataset -> List.of(Metric.values()).stream().map(metric -> new Loss(dataset, metric)))
                .filter(loss -> loss.lost().signum() > 0)
                .sorted(Comparator.comparing(Loss::lost).reversed())
                .toList();
    }
}
