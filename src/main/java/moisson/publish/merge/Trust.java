package moisson.publish.merge;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import moisson.event.Source;

/**
 * How far a source is trusted, topic by topic. Said in its file ({@code trust: "normale, dates=haute, lieu=basse"}), else
 * by its kind: {@link #usual}.
 */
public record Trust(Map<Topic, Level> levels) {
    public static final Trust NORMAL = new Trust(Map.of());

    /** Only three: a person can tell them apart, and say why. */
    public enum Level {
        LOW("basse"),
        NORMAL("normale"),
        HIGH("haute");

        private final String word;

        Level(String word) {
            this.word = word;
        }

        public String french() {
            return word;
        }
    }

    public Trust {
        levels = Map.copyOf(levels);
    }

    public Level in(Topic topic) {
        return levels.getOrDefault(topic, Level.NORMAL);
    }

    /**
     * What a source is trusted with when its file does not say. Our own form is checked while it is filled in, by the very
     * organiser; but whoever declares early does not always come back to change a date. RSS announces pages: days and places
     * are read out of its texts.
     *
     * @param format as readers name it
     */
    public static Trust usual(String format) {
        return switch (format) {
            case Source.FORM ->
                new Trust(Map.of(
                        Topic.TITLE, Level.HIGH,
                        Topic.ORGANISERS, Level.HIGH,
                        Topic.ACCESS, Level.HIGH,
                        Topic.LINKS, Level.HIGH));
            case "rss" -> new Trust(Map.of(Topic.DATES, Level.LOW, Topic.PLACE, Level.LOW, Topic.STATUS, Level.LOW));
            default -> NORMAL;
        };
    }

    /**
     * Reads what a source file says: a level for everything, levels by topic, or both; {@code auto}, or nothing, is what is
     * usual.
     *
     * @throws IllegalArgumentException with a sentence in French that says what is wrong
     */
    public static Trust parse(String text, String format) {
        Trust usual = usual(format);
        if (text.isBlank() || text.strip().equals("auto")) {
            return usual;
        }
        Map<Topic, Level> levels = new EnumMap<>(Topic.class);
        levels.putAll(usual.levels());
        for (String part : text.split(",", -1)) {
            int equals = part.indexOf('=');
            Level level = level(part.substring(equals + 1).strip());
            if (equals < 0) {
                Arrays.stream(Topic.values()).forEach(topic -> levels.put(topic, level));
            } else {
                levels.put(topic(part.substring(0, equals).strip()), level);
            }
        }
        return new Trust(levels);
    }

    private static Level level(String word) {
        Optional<Level> level = Arrays.stream(Level.values())
                .filter(one -> one.word.equals(word))
                .findFirst();
        return level.orElseThrow(() -> new IllegalArgumentException("«\u202f" + word
                + "\u202f» n’est pas un niveau de confiance\u202f; il faut un de\u202f: "
                + Arrays.stream(Level.values()).map(Level::french).collect(Collectors.joining(", ")) + "."));
    }

    private static Topic topic(String word) {
        return Topic.named(word)
                .orElseThrow(() -> new IllegalArgumentException("«\u202f" + word
                        + "\u202f» n’est pas un sujet\u202f; il faut un de\u202f: " + Topic.words() + "."));
    }
}
