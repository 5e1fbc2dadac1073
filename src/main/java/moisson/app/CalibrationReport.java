package moisson.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import moisson.app.Calibration.Curve;
import moisson.app.Calibration.Trial;
import moisson.deduplicate.Deduplicator;
import moisson.deduplicate.Probability;
import moisson.deduplicate.Survey;
import moisson.deduplicate.Thresholds;

/** What the scores are worth, as Markdown and as JSON: every figure of one is in the other. */
final class CalibrationReport {
    private static final double[] BANDS = {-20, 0, 2, 4, 5, 6, 7, 8, 9, 10, 11, 12, 14, 16, 20, 41};
    private static final Curve SHIPPED = new Curve(Probability.SLOPE, Probability.EVEN);
    private static final double LN2 = Math.log(2);

    private final List<Calibration> sets;
    private final Costs costs;
    private final Thresholds thresholds = Thresholds.current();
    private final StringBuilder text = new StringBuilder();
    private final ObjectNode root = new ObjectMapper().createObjectNode();

    /** What each mistake costs, in any unit. */
    record Costs(double wrong, double missed, double asked) {}

    CalibrationReport(List<Calibration> sets, Costs costs) {
        this.sets = List.copyOf(sets);
        this.costs = costs;
        root.put("weights", Deduplicator.weightsVersion());
        chosen();
        for (Calibration set : sets) {
            ObjectNode node = root.withArray("sets").addObject().put("name", set.name());
            line("## Set " + set.name());
            line("");
            reliability(set, node);
            thresholds(set, node);
            weights(set, node);
        }
    }

    String markdown() {
        return text.toString();
    }

    String json() {
        return root.toPrettyString() + "\n";
    }

    private void chosen() {
        Curve fitted = sets.getFirst().fitted();
        double joinFrom = costs.wrong() / (costs.wrong() + costs.missed());
        double askFrom = costs.asked() / costs.missed();
        root.putObject("costs")
                .put("wrong_join", costs.wrong())
                .put("missed_duplicate", costs.missed())
                .put("question", costs.asked());
        root.putObject("thresholds")
                .put("join", thresholds.join())
                .put("join_same_source", thresholds.joinSameSource())
                .put("review", thresholds.review())
                .put("part_of", thresholds.partOf());
        root.putObject("curve").put("slope", SHIPPED.slope()).put("even", SHIPPED.even());
        root.putObject("fitted_on_first").put("slope", fitted.slope()).put("even", fitted.even());
        line("Weights " + Deduplicator.weightsVersion()
                + ". Costs: a wrong join %s, a missed duplicate %s, a question %s."
                        .formatted(plain(costs.wrong()), plain(costs.missed()), plain(costs.asked())));
        line("");
        line("| what | value |");
        line("|---|---|");
        line(String.format(
                Locale.ROOT,
                "| joined from | %s bits (%s within one source), probability %s by the shipped curve |",
                plain(thresholds.join()),
                plain(thresholds.joinSameSource()),
                PairCounts.share(probability(thresholds.join()))));
        line(String.format(
                Locale.ROOT,
                "| a person is asked from | %s bits, probability %s |",
                plain(thresholds.review()),
                PairCounts.share(probability(thresholds.review()))));
        line(String.format(
                Locale.ROOT,
                "| by the costs alone, join from | probability %s, which the curve reaches at %.1f bits |",
                PairCounts.share(joinFrom),
                score(joinFrom)));
        line(String.format(
                Locale.ROOT,
                "| by the costs alone, ask from | probability %s, %.1f bits |",
                PairCounts.share(askFrom),
                score(askFrom)));
        line(String.format(
                Locale.ROOT, "| shipped curve | even at %.2f bits, %.3f a bit |", SHIPPED.even(), SHIPPED.slope()));
        line(String.format(
                Locale.ROOT,
                "| fitted on %s now | even at %.2f bits, %.3f a bit |",
                sets.getFirst().name(),
                fitted.even(),
                fitted.slope()));
        Curve asked = sets.getFirst().fittedToQuestions();
        root.putObject("questions_curve").put("slope", Probability.ASKED_SLOPE).put("even", Probability.ASKED_EVEN);
        root.putObject("questions_fitted_on_first").put("slope", asked.slope()).put("even", asked.even());
        line(String.format(
                Locale.ROOT,
                "| shipped curve of the questions | even at %.2f bits, %.3f a bit |",
                Probability.ASKED_EVEN,
                Probability.ASKED_SLOPE));
        line(String.format(
                Locale.ROOT,
                "| the same, fitted on %s now | even at %.2f bits, %.3f a bit |",
                sets.getFirst().name(),
                asked.even(),
                asked.slope()));
        line("");
    }

    private void reliability(Calibration set, ObjectNode node) {
        line(
                "Reliability: what the shipped curve predicts of pairs from two sources, and how many were one event; beside"
                        + " them pairs within one source, and those that a person is asked about.");
        line("");
        line("| score | pairs | predicted | observed | one source: pairs | observed | asked: pairs | observed |");
        line("|---|---:|---:|---:|---:|---:|---:|---:|");
        long[] excluded = set.excluded();
        line(String.format(
                Locale.ROOT,
                "| excluded by a veto (all) | %d | – | %s | | | | |",
                excluded[0] + excluded[1],
                PairCounts.observed(excluded)));
        ArrayNode bands = node.putArray("reliability");
        bands.addObject()
                .put("excluded", true)
                .put("pairs", excluded[0] + excluded[1])
                .put("same", excluded[1]);
        double off = 0;
        long all = 0;
        for (int i = 0; i + 1 < BANDS.length; i++) {
            long[] counts = set.between(BANDS[i], BANDS[i + 1]);
            Double predicted = set.predicted(BANDS[i], BANDS[i + 1], SHIPPED);
            if (predicted != null) {
                long pairs = counts[0] + counts[1];
                all += pairs;
                off += Math.abs(predicted * pairs - counts[1]);
                long[] within = set.sameSource(BANDS[i], BANDS[i + 1]);
                long[] asked = set.asked(BANDS[i], BANDS[i + 1]);
                line(String.format(
                        Locale.ROOT,
                        "| %s | %d | %s | %s | %s | %s |",
                        band(i),
                        pairs,
                        PairCounts.share(predicted),
                        PairCounts.observed(counts),
                        PairCounts.both(within),
                        PairCounts.both(asked)));
                bands.addObject()
                        .put("from", BANDS[i])
                        .put("to", BANDS[i + 1])
                        .put("pairs", pairs)
                        .put("predicted", predicted)
                        .put("same", counts[1])
                        .put("one_source_pairs", within[0] + within[1])
                        .put("one_source_same", within[1])
                        .put("asked_pairs", asked[0] + asked[1])
                        .put("asked_same", asked[1]);
            }
        }
        double error = all == 0 ? 0 : off / all;
        node.put("expected_calibration_error", error);
        line("");
        line(String.format(
                Locale.ROOT,
                "Expected calibration error (mean distance, weighed by pairs): %s.",
                PairCounts.share(error)));
        line("");
    }

    private static String band(int i) {
        if (i == 0) {
            return "under " + plain(BANDS[1]);
        }
        return i + 2 == BANDS.length ? "from " + plain(BANDS[i]) : plain(BANDS[i]) + " to " + plain(BANDS[i + 1]);
    }

    private void thresholds(Calibration set, ObjectNode node) {
        line("What other thresholds would join, all other rules kept (vetoes, chains, ambiguity, one source):");
        line("");
        line("| joined from | wrong pairs | missed pairs | precision | recall | exact clusters F1 | cost |");
        line("|---:|---:|---:|---:|---:|---:|---:|");
        List<Trial> trials = new ArrayList<>(set.trials());
        double least = trials.stream().mapToDouble(this::cost).min().orElse(0);
        ArrayNode all = node.putArray("thresholds");
        for (Trial trial : trials) {
            boolean chosen = trial.threshold() == thresholds.join();
            String mark = chosen ? "**" : "";
            line(String.format(
                    Locale.ROOT,
                    "| %s%s%s | %d | %d | %.4f | %.4f | %.4f | %s%.0f%s%s |",
                    mark,
                    plain(trial.threshold()),
                    mark,
                    wrong(trial),
                    missed(trial),
                    trial.pairs().precision(),
                    trial.pairs().recall(),
                    trial.clusters().f1(),
                    mark,
                    cost(trial),
                    mark,
                    cost(trial) == least ? " (least)" : ""));
            all.addObject()
                    .put("from", trial.threshold())
                    .put("wrong", wrong(trial))
                    .put("missed", missed(trial))
                    .put("precision", trial.pairs().precision())
                    .put("recall", trial.pairs().recall())
                    .put("clusters_f1", trial.clusters().f1())
                    .put("cost", cost(trial));
        }
        double best = trials.stream()
                .min(Comparator.comparingDouble(this::cost))
                .map(Trial::threshold)
                .orElse(0.0);
        node.put("least_cost_from", best);
        line("");
    }

    private static long wrong(Trial trial) {
        return trial.pairs().given() - trial.pairs().right();
    }

    private static long missed(Trial trial) {
        return trial.pairs().known() - trial.pairs().right();
    }

    private double cost(Trial trial) {
        return costs.wrong() * wrong(trial) + costs.missed() * missed(trial);
    }

    private void weights(Calibration set, ObjectNode node) {
        line("Weights: how often each occurs in pairs that are one event and in pairs that are two (vetoes passed), and"
                + " the bits that this alone would be worth.");
        line("");
        line("| field | weight, mean | one event | two events | evidence, bits |");
        line("|---|---:|---:|---:|---:|");
        ArrayNode all = node.putArray("weights");
        List<String> criteria = Survey.criteria();
        for (int i = 0; i < criteria.size(); i++) {
            long ones =
                    set.part(i).values().stream().mapToLong(counts -> counts[1]).sum();
            long twos =
                    set.part(i).values().stream().mapToLong(counts -> counts[0]).sum();
            for (Map.Entry<Integer, long[]> step : set.part(i).entrySet()) {
                long[] counts = step.getValue();
                double weight = counts[2] / 100.0 / (counts[0] + counts[1]);
                // Half a pair each, so that nothing is infinite.
                double m = (counts[1] + 0.5) / (ones + 1);
                double u = (counts[0] + 0.5) / (twos + 1);
                double bits = Math.log(m / u) / LN2;
                line(String.format(
                        Locale.ROOT,
                        "| %s | %+.2f | %s | %s | %+.2f |",
                        criteria.get(i),
                        weight,
                        PairCounts.share(m),
                        PairCounts.share(u),
                        bits));
                all.addObject()
                        .put("criterion", criteria.get(i))
                        .put("weight", weight)
                        .put("one_event", counts[1])
                        .put("two_events", counts[0])
                        .put("bits", bits);
            }
        }
        line("");
    }

    private static double probability(double score) {
        return Probability.of(score);
    }

    private static double score(double probability) {
        return SHIPPED.even() + Math.log(probability / (1 - probability)) / SHIPPED.slope();
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString(Math.round(number)) : Double.toString(number);
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
