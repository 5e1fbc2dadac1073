package moisson.deduplicate;

/**
 * How likely two records tell of one event, given their score: a logistic curve over the bits. Learned on a generated set
 * and checked on another, see {@code docs/calibration.md}; belongs to {@link Weights#VERSION}. It decides nothing.
 */
public final class Probability {
    /** Natural log-odds for each bit of the score; independent weights would give ln 2 = 0.69. */
    public static final double SLOPE = 0.324;
    /** The score at which both answers are equally likely, in bits. */
    public static final double EVEN = 11.28;

    /** The same for the pairs that a person is asked about: what the score says is used up, about one in two is one event. */
    public static final double ASKED_SLOPE = 0;

    /** Without a slope every score is even. */
    public static final double ASKED_EVEN = 0;

    private Probability() {}

    /** For a pair that waits for a person. */
    public static double asked(double score) {
        return of(score, ASKED_SLOPE, ASKED_EVEN);
    }

    /**
     * For a pair from two sources, before the rules of joining have looked at anything but the pair.
     *
     * @param score in bits
     */
    public static double of(double score) {
        return of(score, SLOPE, EVEN);
    }

    /** The same by another curve. */
    public static double of(double score, double slope, double even) {
        return 1 / (1 + Math.exp(-slope * (score - even)));
    }
}
