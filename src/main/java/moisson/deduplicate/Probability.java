package moisson.deduplicate;

/**
 * How likely two records tell of one event, given their score: a logistic curve over the bits. Learned on a generated set
 * and checked on another, see {@code docs/calibration.md}; belongs to {@link Weights#VERSION}. It decides nothing.
 */
public final class Probability {
    /** Natural log-odds for each bit of the score; ln 2 = 0.69 would be what independent weights promise. */
    public static final double SLOPE = 0.69;
    /** The score at which both answers are equally likely, in bits. */
    public static final double EVEN = 8;

    private Probability() {}

    /** @param score of a pair, in bits */
    public static double of(double score) {
        return of(score, SLOPE, EVEN);
    }

    /** The same by another curve. */
    public static double of(double score, double slope, double even) {
        return 1 / (1 + Math.exp(-slope * (score - even)));
    }
}
