package moisson.event;

/** Why the value of one record was published, and not that of another. Decision 0004 says in which order they are asked. */
public enum Ground {
    ONLY("seule fiche à le dire", "the only record that tells it"),
    AGREED("les fiches qui le disent sont d’accord", "the records that tell it agree"),
    TRUSTED("source jugée plus sûre pour ce champ", "a source trusted more for this field"),
    SUITED("valeur plus précise ou plus complète", "a more precise or more complete value"),
    FRESH("fiche modifiée plus récemment", "a record changed more recently"),
    FULL("fiche plus complète", "a more complete record"),
    KNOWN_LONGER("fiche connue depuis plus longtemps", "a record known for longer");

    private final String french;
    private final String english;

    Ground(String french, String english) {
        this.french = french;
        this.english = english;
    }

    /** Whether another record tells something else. */
    public boolean isConflict() {
        return this != ONLY && this != AGREED;
    }

    public String french() {
        return french;
    }

    public String english() {
        return english;
    }
}
