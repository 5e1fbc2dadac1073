package moisson.deduplicate;

/** What two events are compared by, in the words shown to people. */
enum Criterion {
    TITLE(0, "titre"),
    TIME(1, "horaire"),
    PLACE(2, "lieu"),
    COMMUNE(3, "commune"),
    ORGANISER(4, "organisateur"),
    PAGE(5, "page"),
    DESCRIPTION(6, "description"),
    ROOM(7, "salle"),
    VERDICT(8, "décision");

    private final int index;
    private final String french;

    Criterion(int index, String french) {
        this.index = index;
        this.french = french;
    }

    /** Where its weight stands among the parts of a score. */
    int index() {
        return index;
    }

    String french() {
        return french;
    }
}
