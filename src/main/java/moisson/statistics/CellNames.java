package moisson.statistics;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the cells of cuts are called in English, where the vocabularies of events do not say so. */
public final class CellNames {
    private CellNames() {}

    /** Null for what has no other name than its own: territories, themes, sources. */
    public static @Nullable String english(String dimension, String code) {
        if (code.equals(Figure.UNKNOWN)) {
            return "unknown";
        }
        return switch (dimension) {
            case "jour", "semaine" -> code;
            case "heure" -> code + ":00";
            case "jour-de-semaine" ->
                DayOfWeek.of(Integer.parseInt(code)).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            case "voie" -> code.equals("formulaire") ? "form of Moisson" : "feed of a partner";
            case "delai" -> Delay.english(code);
            default -> null;
        };
    }
}
