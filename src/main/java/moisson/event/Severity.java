package moisson.event;

/** How much it matters: an error leaves the record out, a warning keeps it as it is, an info tells of a correction. */
public enum Severity {
    ERROR("rejeté", "rejected"),
    WARNING("à vérifier", "to check"),
    INFO("corrigé", "corrected");

    private final String french;
    private final String english;

    Severity(String french, String english) {
        this.french = french;
        this.english = english;
    }

    public String french() {
        return french;
    }

    public String english() {
        return english;
    }
}
