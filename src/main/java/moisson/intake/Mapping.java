package moisson.intake;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import moisson.event.Delivery;
import moisson.intake.ColumnNames.Meaning;

/**
 * What the columns of one source mean: what its file declares, and for the rest {@link ColumnNames}. A declaration is
 * {@code Nom de l'événement=titre, Où=lieu}: the source's own name, then any name that we know, or {@code rien} for a
 * column not to be read. Names are compared without case, accents, spaces or punctuation, so that a comma in a column's
 * name is simply left out.
 */
public final class Mapping {
    public static final Mapping NONE = new Mapping(Map.of());
    /** What to write for a column that is rightly not read. */
    public static final String NOTHING = "rien";

    /** Before every other name of the same field. */
    private static final int FIRST = -1;

    private final Map<String, Meaning> declared;

    private Mapping(Map<String, Meaning> declared) {
        this.declared = Map.copyOf(declared);
    }

    /** That of the source of a delivery; what {@link #parse} would refuse is left out. */
    public static Mapping of(Delivery delivery) {
        return of(delivery.source().mapping());
    }

    public static Mapping of(Map<String, String> mapping) {
        if (mapping.isEmpty()) {
            return NONE;
        }
        Map<String, Meaning> declared = new HashMap<>();
        mapping.forEach((column, field) ->
                target(field).ifPresent(meaning -> declared.put(ColumnNames.plain(column), meaning)));
        return new Mapping(declared);
    }

    /**
     * The columns of a declaration, with the name each is given; in its order.
     *
     * @throws IllegalArgumentException with a sentence in French when a part has no {@code =} or names no field of ours
     */
    public static Map<String, String> parse(String declaration) {
        Map<String, String> mapping = new LinkedHashMap<>();
        for (String part : declaration.split("[,;\\n]", -1)) {
            if (part.isBlank()) {
                continue;
            }
            int sign = part.lastIndexOf('=');
            String column = sign < 0 ? "" : part.substring(0, sign).strip();
            String field = part.substring(sign + 1).strip();
            if (ColumnNames.plain(column).isEmpty()) {
                throw new IllegalArgumentException(
                        "«\u202f" + part.strip()
                                + "\u202f» ne dit pas quelle colonne est quel champ\u202f: écrivez «\u202fleur colonne=champ\u202f».");
            }
            if (target(field).isEmpty()) {
                throw new IllegalArgumentException("«\u202f" + field
                        + "\u202f» n’est pas un champ connu. Par exemple\u202f: " + String.join(", ", FieldNames.list())
                        + ", ou rien.");
            }
            mapping.put(column, field);
        }
        return Collections.unmodifiableMap(mapping);
    }

    /** What a column of this source means. */
    public Optional<Meaning> meaning(String header) {
        Meaning meaning = declared.isEmpty() ? null : declared.get(ColumnNames.plain(header));
        return meaning == null ? ColumnNames.meaning(header) : Optional.of(meaning);
    }

    private static Optional<Meaning> target(String field) {
        return ColumnNames.plain(field).equals(NOTHING)
                ? Optional.of(new Meaning(null, false, FIRST))
                : ColumnNames.meaning(field).map(meaning -> new Meaning(meaning.field(), meaning.key(), FIRST));
    }
}
