package moisson.event;

/** What kind of happening it is. */
public enum EventFormat implements Term {
    CONFERENCE("conference", "conférence", "conference"),
    WORKSHOP("atelier", "atelier", "workshop"),
    DEBATE("debat", "débat", "debate"),
    CITIZENS_MEETING("rencontre-citoyenne", "rencontre citoyenne", "citizens' meeting"),
    ROUND_TABLE("table-ronde", "table ronde", "round table"),
    DEMONSTRATION("demonstration", "démonstration", "demonstration"),
    VISIT("visite", "visite", "visit"),
    OPEN_DAY("portes-ouvertes", "portes ouvertes", "open day"),
    PRESENTATION("restitution", "restitution", "presentation of results"),
    TRAINING("formation", "formation", "training"),
    HACKATHON("hackathon", "hackathon", "hackathon"),
    CALL_FOR_IDEAS("appel-a-idees", "appel à idées", "call for ideas"),
    EXHIBITION("exposition", "exposition", "exhibition"),
    WEBINAR("webinaire", "webinaire", "webinar"),
    ONLINE_CONFERENCE("conference-en-ligne", "conférence en ligne", "online conference"),
    PODCAST("podcast", "podcast", "podcast"),
    ONLINE_COURSE("module-de-formation-en-ligne", "module de formation en ligne", "online course"),
    OTHER("autre", "autre", "other");

    private final String code;
    private final String french;
    private final String english;

    EventFormat(String code, String french, String english) {
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
