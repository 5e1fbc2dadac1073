package moisson.event;

/**
 * Why a harvest waits for a person.
 *
 * @param measured share met, in percent; 0 where no share is measured
 * @param bound the most that passes without a person, in percent
 */
public record Hold(Why why, int measured, int bound) {
    /** What is unusual. */
    public enum Why {
        /** Nothing at all from a source that had something. */
        EMPTY,
        /** Every record was rejected. */
        NOTHING_ACCEPTED,
        /** Too many rejected. */
        REJECTS,
        /** Too many absent. */
        SHRUNK,
        /** Too many absent while as many new ones appear: the source may have changed its keys. */
        CHURN
    }
}
