package moisson.reference;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of INSEE's Code officiel géographique.
 *
 * @param code INSEE code, five characters
 * @param name as INSEE writes it; for {@link Status#FORMER}, as it did then
 * @param department code of the département, or of the overseas collectivity
 * @param now code of the commune it is a part of today; its own code for a commune of today
 * @param population legal population, 0 when INSEE gives none
 * @param postcodes La Poste's codes, without CEDEX; those of today's commune for its parts
 */
public record Commune(
        String code,
        String name,
        String department,
        Status status,
        String now,
        int population,
        List<String> postcodes) {
    /** What a code stands for. */
    public enum Status {
        CURRENT,
        /** Of Paris, Lyon or Marseille. */
        ARRONDISSEMENT,
        /** A part of a commune nouvelle that kept its name. */
        DELEGATED,
        ASSOCIATED,
        /** A commune that is no more, or the name that one of today had before. */
        FORMER
    }

    public Commune {
        postcodes = List.copyOf(postcodes);
    }

    /** True for a commune that has merged into another since. */
    public boolean merged() {
        return status == Status.DELEGATED
                || status == Status.ASSOCIATED
                || (status == Status.FORMER && !code.equals(now));
    }

    Commune with(Commune today) {
        return postcodes.isEmpty()
                ? new Commune(code, name, department, status, now, population, today.postcodes)
                : this;
    }

    static @Nullable Status status(String letter) {
        return switch (letter) {
            case "C" -> Status.CURRENT;
            case "A" -> Status.ARRONDISSEMENT;
            case "D" -> Status.DELEGATED;
            case "S" -> Status.ASSOCIATED;
            case "F" -> Status.FORMER;
            default -> null;
        };
    }
}
