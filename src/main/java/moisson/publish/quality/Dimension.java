package moisson.publish.quality;

/** What the method of data.europa.eu looks at; its names are in French and English. */
public enum Dimension {
    FINDABILITY("findability", "facilité à trouver", "findability"),
    ACCESSIBILITY("accessibility", "accessibilité", "accessibility"),
    INTEROPERABILITY("interoperability", "interopérabilité", "interoperability"),
    REUSABILITY("reusability", "facilité à réutiliser", "reusability"),
    CONTEXTUALITY("contextuality", "contexte", "contextuality");

    private final String code;
    private final String french;
    private final String english;

    Dimension(String code, String french, String english) {
        this.code = code;
        this.french = french;
        this.english = english;
    }

    /** By which data.europa.eu names it. */
    public String code() {
        return code;
    }

    public String french() {
        return french;
    }

    public String english() {
        return english;
    }
}
