package moisson.event;

/** Whom it is for. */
public enum Audience implements Term {
    PUBLIC_AGENTS("agents-publics", "agents publics", "civil servants"),
    MANAGERS("managers", "managers", "managers"),
    DECISION_MAKERS("decideurs", "décideurs", "decision makers"),
    ELECTED("elus", "élus", "elected representatives"),
    RESEARCHERS("chercheurs", "chercheurs", "researchers"),
    STUDENTS("etudiants", "étudiants", "students"),
    EVERYONE("tout-public", "tout public", "everyone");

    private final String code;
    private final String french;
    private final String english;

    Audience(String code, String french, String english) {
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
