package moisson.event;

/** Where the public takes part. */
public enum Mode implements Term {
    ON_SITE("sur-place", "sur place", "on site"),
    ONLINE("en-ligne", "en ligne", "online"),
    MIXED("mixte", "mixte", "on site and online");

    private final String code;
    private final String french;
    private final String english;

    Mode(String code, String french, String english) {
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
