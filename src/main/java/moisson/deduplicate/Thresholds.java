package moisson.deduplicate;

/**
 * From how many bits on something is decided.
 *
 * @param join two records are joined
 * @param joinSameSource two records of one source are joined
 * @param review a person is asked
 * @param partOf sessions are linked to their run, times left aside
 */
public record Thresholds(double join, double joinSameSource, double review, double partOf) {
    /** Those in force. */
    public static Thresholds current() {
        return new Thresholds(Weights.JOIN, Weights.JOIN_SAME_SOURCE, Weights.REVIEW, Weights.PART_OF);
    }
}
