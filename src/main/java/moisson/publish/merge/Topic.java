package moisson.publish.merge;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Columns that one trusts or mistrusts together, under the name that a source file has for them. */
public enum Topic {
    TITLE("titre", "le titre", "titre"),
    TEXTS("textes", "les textes", "description", "description_courte", "langue"),
    DATES("dates", "les dates", "seances", "debut", "fin", "fuseau", "disponible_du", "disponible_au", "edition"),
    PLACE(
            "lieu",
            "le lieu",
            "lieu",
            "adresse",
            "code_postal",
            "commune",
            "code_commune",
            "departement",
            "code_departement",
            "region",
            "code_region",
            "latitude",
            "longitude",
            "precision_position"),
    STATUS("statut", "le statut", "statut"),
    KIND("genre", "le format et le mode", "format", "mode"),
    ORGANISERS("organisateurs", "les organisateurs", "organisateurs", "type_organisateur"),
    ACCESS("acces", "les conditions d’accès", "publics", "themes", "gratuit", "tarif", "accessibilite"),
    LINKS("liens", "les liens", "url", "inscription");

    private final String word;
    private final String french;
    /** Parted and surrounded by spaces: a list would not be immutable in the eyes of the compiler. */
    private final String columns;

    Topic(String word, String french, String... columns) {
        this.word = word;
        this.french = french;
        this.columns = " " + String.join(" ", columns) + " ";
    }

    /** With its article. */
    public String french() {
        return french;
    }

    /**
     * The topic of a column.
     *
     * @throws IllegalArgumentException for what is no published column that has a source
     */
    public static Topic of(String column) {
        return Arrays.stream(values())
                .filter(topic -> topic.columns.contains(" " + column + " "))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(column));
    }

    static Optional<Topic> named(String word) {
        return Arrays.stream(values()).filter(topic -> topic.word.equals(word)).findFirst();
    }

    static String words() {
        return Arrays.stream(values()).map(topic -> topic.word).collect(Collectors.joining(", "));
    }
}
