package moisson.publish.merge;

import java.util.Set;
import moisson.event.Ground;

/** The rule of decision 0004 that a column has of its own, in French. */
public final class Why {
    private static final Set<String> TIMES = Set.of("seances", "debut", "fin", "fuseau");
    private static final Set<String> LISTS = Set.of("organisateurs", "publics", "themes", "accessibilite");

    private Why() {}

    /**
     * By which rule the value of a column is chosen, in French.
     *
     * @param column as published
     */
    public static String of(String column) {
        if (TIMES.contains(column)) {
            return "les horaires les plus précis";
        }
        if (Topic.of(column) == Topic.PLACE) {
            return "la position la plus fine";
        }
        if (LISTS.contains(column)) {
            return "la liste la plus longue";
        }
        return switch (column) {
            case "description" -> "le texte le plus long qui ne soit pas coupé";
            case "statut" -> "la nouvelle la plus grave";
            case "mode" -> "«\u202fmixte\u202f» d’abord";
            case "format", "type_organisateur" -> "autre chose que «\u202fautre\u202f»";
            default -> Ground.SUITED.french();
        };
    }
}
