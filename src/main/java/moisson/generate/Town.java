package moisson.generate;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A real commune. Its position is invented, as our tables hold none: communes of one département are near one another.
 *
 * @param area number of its region, from 0
 * @param latitude null overseas, like {@code longitude}
 */
record Town(
        String name,
        String insee,
        String postcode,
        String department,
        int area,
        ZoneId zone,
        @Nullable Double latitude,
        @Nullable Double longitude) {
    /** "de Lyon", "d’Angers", "du Havre", "des Ulis". */
    String of() {
        if (name.startsWith("Le ")) {
            return "du " + name.substring(3);
        }
        if (name.startsWith("Les ")) {
            return "des " + name.substring(4);
        }
        boolean elided = "AEIOUYH".indexOf(Words.withoutAccents(name).charAt(0)) >= 0;
        return (elided ? "d’" : "de ") + name;
    }

    /** A template with the names of this town: {@code {c}} itself, {@code {dc}} "de" and itself, {@code {d}} its département. */
    String in(String template) {
        return template.replace("{c}", name).replace("{dc}", of()).replace("{d}", department);
    }
}
