package moisson.publish.graph;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The units of figures as codes for addresses, and in English. */
final class Units {
    private static final Map<String, String> ENGLISH = Map.ofEntries(
            Map.entry("commune", "commune"),
            Map.entry("departement", "département"),
            Map.entry("evenement", "event"),
            Map.entry("evenement-par-jour", "event per day"),
            Map.entry("evenement-pour-100-000-habitants", "event per 100,000 inhabitants"),
            Map.entry("fiche", "record"),
            Map.entry("habitant", "inhabitant"),
            Map.entry("jour", "day"),
            Map.entry("organisateur", "organiser"),
            Map.entry("points-sur-100", "points out of 100"),
            Map.entry("pour-cent", "%"),
            Map.entry("region", "région"),
            Map.entry("seance", "session"),
            Map.entry("source", "source"));

    private Units() {}

    /** Lower case, without accents: {@code evenement-par-jour}. */
    static String code(String unit) {
        return Normalizer.normalize(unit.replace("%", "pour cent"), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-");
    }

    static @Nullable String english(String unit) {
        return ENGLISH.get(code(unit));
    }
}
