package moisson.event;

/** How finely the published position is known. */
public enum Precision implements Term {
    ADDRESS("adresse", "adresse", "address"),
    COMMUNE("commune", "commune", "commune"),
    DEPARTMENT("departement", "département", "département");

    private final String code;
    private final String french;
    private final String english;

    Precision(String code, String french, String english) {
        this.code = code;
        this.french = french;
        this.english = english;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String french() {
        return french;
    }

    @Override
    public String english() {
        return english;
    }
}
