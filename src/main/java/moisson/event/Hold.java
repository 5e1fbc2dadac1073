package moisson.event;

/**
 * Why a harvest waits for a person.
 *
 * @param measured share met, in percent; 0 where no share is measured
 * @param bound the most that passes without a person, in percent
 */
public record Hold(Why why, int measured, int bound) {
    private static final String MISSING = "%d\u202f%% des fiches connues manquent, plus que les %d\u202f%% admis";

    /** The reason in French, without capital and full stop. */
    public String french() {
        return switch (why) {
            case EMPTY -> "la livraison est vide, alors que la source a des fiches connues";
            case NOTHING_ACCEPTED -> "aucun enregistrement n’a pu être accepté";
            case REJECTS ->
                "%d\u202f%% des enregistrements sont rejetés, plus que les %d\u202f%% admis".formatted(measured, bound);
            case SHRUNK -> MISSING.formatted(measured, bound);
            case CHURN ->
                MISSING.formatted(measured, bound)
                        + ", et d’autres apparaissent\u202f: la source a peut-être changé ses identifiants";
        };
    }

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
