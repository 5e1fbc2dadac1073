package moisson.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import moisson.deduplicate.Clustering;
import moisson.deduplicate.Probability;
import moisson.deduplicate.Survey;
import moisson.deduplicate.Thresholds;
import moisson.event.EventId;
import moisson.event.Match;
import moisson.generate.Accuracy;
import moisson.generate.Truth;
import org.jspecify.annotations.Nullable;

/** What the scores of a set with known duplicates were worth. */
final class Calibration {
    /** Scores are counted in tenths of a bit; what lies beyond counts as the last. */
    private static final int LOWEST = -200;

    private static final int HIGHEST = 400;
    private static final int ROUNDS = 60;

    private final String name;
    private final Truth truth;
    /** Of pairs from two sources: what the curve is about. */
    private final TreeMap<Integer, long[]> byScore = new TreeMap<>();
    /** Of pairs within one source, for which joining has rules of its own. */
    private final Map<Integer, long[]> bySameSource = new TreeMap<>();
    /** Of pairs that a person is asked about. */
    private final TreeMap<Integer, long[]> byQuestion = new TreeMap<>();
    /** Criterion, then step of its weight: pairs that are two events, pairs that are one, sum of weights in hundredths. */
    private final List<Map<Integer, long[]>> byPart = new ArrayList<>();

    private final long[] excluded = new long[2];
    private final List<Trial> trials = new ArrayList<>();

    /** What another threshold would have joined, all other rules kept. */
    record Trial(double threshold, Accuracy.Measure pairs, Accuracy.Measure clusters) {}

    /** A logistic curve: natural log-odds for each bit, and the score at which both answers are as likely. */
    record Curve(double slope, double even) {}

    private Calibration(String name, Truth truth) {
        this.name = name;
        this.truth = truth;
        Survey.criteria().forEach(criterion -> byPart.add(new TreeMap<>()));
    }

    static Calibration of(String name, Survey survey, Clustering clustering, Truth truth) {
        Calibration calibration = new Calibration(name, truth);
        clustering.matches().stream()
                .filter(match -> match.decision() == Match.Decision.REVIEW)
                .forEach(
                        match -> calibration.count(calibration.byQuestion, match.left(), match.right(), match.score()));
        survey.pairs(calibration::add);
        for (double threshold = Thresholds.current().review(); threshold <= 16; threshold++) {
            Accuracy accuracy = truth.measure(survey.joinedFrom(threshold), List.of());
            calibration.trials.add(new Trial(threshold, accuracy.pairs(), accuracy.clusters()));
        }
        return calibration;
    }

    private void add(EventId left, EventId right, double score, double[] parts) {
        Boolean same = truth.same(left, right);
        if (same == null) {
            return;
        }
        int answer = same ? 1 : 0;
        if (score == Double.NEGATIVE_INFINITY) {
            excluded[answer]++;
            return;
        }
        boolean oneSource = left.source().equals(right.source());
        count(oneSource ? bySameSource : byScore, left, right, score);
        for (int i = 0; i < parts.length; i++) {
            long[] counts = byPart.get(i).computeIfAbsent(step(parts[i]), any -> new long[3]);
            counts[answer]++;
            counts[2] += Math.round(parts[i] * 100);
        }
    }

    private void count(Map<Integer, long[]> scores, EventId left, EventId right, double score) {
        Boolean same = truth.same(left, right);
        if (same != null) {
            int tenths = Math.clamp((long) Math.floor(score * 10 + 1e-6), LOWEST, HIGHEST);
            scores.computeIfAbsent(tenths, any -> new long[2])[same ? 1 : 0]++;
        }
    }

    /** Steps of two bits; 0 is a step of its own, since a value that is not told weighs nothing. */
    private static int step(double weight) {
        return weight == 0 ? 0 : (int) (Math.signum(weight) * (1 + Math.floor((Math.abs(weight) - 1e-9) / 2)));
    }

    String name() {
        return name;
    }

    List<Trial> trials() {
        return trials;
    }

    /** Pairs excluded by a veto: those that are two events, those that are one after all. */
    long[] excluded() {
        return excluded.clone();
    }

    /** Two events, one event, between two scores in bits: pairs from two sources. */
    long[] between(double from, double to) {
        return between(byScore, from, to);
    }

    /** The same within one source. */
    long[] sameSource(double from, double to) {
        return between(bySameSource, from, to);
    }

    /** The same of pairs that a person is asked about. */
    long[] asked(double from, double to) {
        return between(byQuestion, from, to);
    }

    private static long[] between(Map<Integer, long[]> scores, double from, double to) {
        long[] sum = new long[2];
        scores.forEach((tenths, counts) -> {
            if (tenths >= Math.round(from * 10) && tenths < Math.round(to * 10)) {
                sum[0] += counts[0];
                sum[1] += counts[1];
            }
        });
        return sum;
    }

    /** The mean of what a curve predicts for these pairs; null when there are none. */
    @Nullable
    Double predicted(double from, double to, Curve curve) {
        double[] sum = new double[2];
        byScore.forEach((tenths, counts) -> {
            if (tenths >= Math.round(from * 10) && tenths < Math.round(to * 10)) {
                long pairs = counts[0] + counts[1];
                sum[0] += pairs * probability(tenths, curve);
                sum[1] += pairs;
            }
        });
        return sum[1] == 0 ? null : sum[0] / sum[1];
    }

    Map<Integer, long[]> part(int criterion) {
        return byPart.get(criterion);
    }

    /**
     * The likeliest curve where decisions are taken (Newton's method on two parameters, never a step that makes it less
     * likely).
     */
    Curve fitted() {
        return fitted(byScore);
    }

    /** The same for pairs that a person is asked about: what joining left over. */
    Curve fittedToQuestions() {
        return fitted(byQuestion);
    }

    private static Curve fitted(NavigableMap<Integer, long[]> scores) {
        // Far outside, a few odd pairs would bend the curve where nothing is decided.
        Map<Integer, long[]> decided = scores.subMap(0, 240);
        double[] at = {0.5, -4};
        for (int round = 0; round < ROUNDS; round++) {
            double[] step = newton(at, decided);
            double scale = 1;
            double before = likelihood(at, decided);
            double[] next = {at[0] + step[0], at[1] + step[1]};
            while (likelihood(next, decided) < before && scale > 1e-6) {
                scale /= 2;
                next = new double[] {at[0] + scale * step[0], at[1] + scale * step[1]};
            }
            at = next;
        }
        return new Curve(at[0], -at[1] / at[0]);
    }

    private static double[] newton(double[] at, Map<Integer, long[]> decided) {
        double[] g = new double[5];
        for (Map.Entry<Integer, long[]> entry : decided.entrySet()) {
            double x = middle(entry.getKey());
            double p = 1 / (1 + Math.exp(-(at[0] * x + at[1])));
            long ones = entry.getValue()[1];
            long all = ones + entry.getValue()[0];
            double weight = all * p * (1 - p);
            g[0] += (ones - all * p) * x;
            g[1] += ones - all * p;
            g[2] += weight * x * x;
            g[3] += weight * x;
            g[4] += weight;
        }
        double determinant = g[2] * g[4] - g[3] * g[3];
        return Math.abs(determinant) < 1e-9
                ? new double[2]
                : new double[] {(g[4] * g[0] - g[3] * g[1]) / determinant, (g[2] * g[1] - g[3] * g[0]) / determinant};
    }

    private static double likelihood(double[] at, Map<Integer, long[]> decided) {
        double sum = 0;
        for (Map.Entry<Integer, long[]> entry : decided.entrySet()) {
            double z = at[0] * middle(entry.getKey()) + at[1];
            sum -= entry.getValue()[1] * Math.log1p(Math.exp(-z)) + entry.getValue()[0] * Math.log1p(Math.exp(z));
        }
        return sum;
    }

    private static double probability(int tenths, Curve curve) {
        return Probability.of(middle(tenths), curve.slope(), curve.even());
    }

    private static double middle(int tenths) {
        return (tenths + 0.5) / 10;
    }
}
