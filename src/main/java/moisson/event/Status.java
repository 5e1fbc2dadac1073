package moisson.event;

/** Whether it takes place. */
public enum Status implements Term {
    SCHEDULED("prevu", "prévu", "scheduled"),
    FULL("complet", "complet", "full"),
    CANCELLED("annule", "annulé", "cancelled"),
    POSTPONED("reporte", "reporté", "postponed"),
    MOVED_ONLINE("deplace-en-ligne", "déplacé en ligne", "moved online");

    private final String code;
    private final String french;
    private final String english;

    Status(String code, String french, String english) {
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
