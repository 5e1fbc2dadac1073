package moisson.generate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The mistakes that people and programs make. */
final class Slips {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final Map<Character, String> NEIGHBOURS = Map.of(
            'a', "zq", 'e', "zr", 'i', "uo", 'o', "ip", 's', "qd", 'r', "et", 't', "ry", 'n', "bh", 'l', "km", 'u',
            "yi");
    private static final List<String> STATUS =
            List.of("[ANNULÉ] ", "[Annulé] ", "ANNULÉ : ", "[REPORTÉ] ", "COMPLET - ");

    private Slips() {}

    /** Two letters changed places, one lost, doubled, or struck beside. */
    static String typed(String text, Chance chance) {
        if (text.length() < 6) {
            return text;
        }
        StringBuilder typed = new StringBuilder(text);
        int at = chance.from(1, text.length() - 3);
        char met = typed.charAt(at);
        switch (chance.below(4)) {
            case 0 -> {
                typed.setCharAt(at, typed.charAt(at + 1));
                typed.setCharAt(at + 1, met);
            }
            case 1 -> typed.deleteCharAt(at);
            case 2 -> typed.insert(at, met);
            default -> {
                String near = NEIGHBOURS.getOrDefault(Character.toLowerCase(met), "ae");
                typed.setCharAt(at, near.charAt(chance.below(near.length())));
            }
        }
        return typed.toString();
    }

    /** UTF-8 read as if it were Windows-1252: "Ã©" for "é". */
    static String garbled(String text) {
        return new String(text.getBytes(UTF_8), WINDOWS);
    }

    /** As templates of web pages write it. */
    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("’", "&#039;").replace("é", "&eacute;");
    }

    static String cut(String text, int most, String mark) {
        return text.length() <= most ? text : text.substring(0, most).stripTrailing() + mark;
    }

    static String shouted(String text) {
        return text.toUpperCase(Locale.FRENCH);
    }

    static String announced(String title, Chance chance) {
        return chance.of(STATUS) + title;
    }

    /** UTC written as if it were the hour of the place: earlier by an hour in winter, by two in summer. */
    static List<Slot> inUtc(List<Slot> slots, ZoneId zone) {
        return slots.stream()
                .map(slot -> slot.later(Duration.ofSeconds(
                        -zone.getRules().getOffset(slot.start()).getTotalSeconds())))
                .toList();
    }
}
