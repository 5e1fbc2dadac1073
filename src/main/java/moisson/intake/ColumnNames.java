package moisson.intake;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import moisson.event.Field;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;

/** What the headers of our sources mean: the table {@code column-names.properties}. */
public final class ColumnNames {
    private static final int REMEMBERED = 5_000;
    private static final Map<String, String> PLAIN = new ConcurrentHashMap<>();
    private static final Map<String, Meaning> TABLE = load();
    private static final Set<Field> LISTS =
            EnumSet.of(Field.SESSION, Field.ORGANISER, Field.AUDIENCE, Field.THEME, Field.KEYWORD, Field.ACCESSIBILITY);

    private ColumnNames() {}

    /**
     * What one header means.
     *
     * @param field null for the key, and for what is rightly not read
     * @param key whether it is the source's own key
     * @param rank the lower, the better, among the names of one field
     */
    public record Meaning(@Nullable Field field, boolean key, int rank) {}

    public static Optional<Meaning> meaning(String header) {
        return Optional.ofNullable(TABLE.get(plain(header)));
    }

    /** Every known name, plain, with what it means. */
    static Map<String, Meaning> table() {
        return TABLE;
    }

    public static Optional<Field> field(String header) {
        return meaning(header).flatMap(meaning -> Optional.ofNullable(meaning.field()));
    }

    /** Whether a cell may hold several values, with {@code |} between them. */
    public static boolean isList(Field field) {
        return LISTS.contains(field);
    }

    /** As {@link #normalized}, remembered: a feed says the same names a million times. */
    public static String plain(String header) {
        String known = PLAIN.get(header);
        if (known != null) {
            return known;
        }
        String plain = normalized(header);
        if (PLAIN.size() < REMEMBERED && header.length() < 200) {
            PLAIN.put(header, plain);
        }
        return plain;
    }

    /** "Date de d\u00e9but :" and "date_de_debut" become the same. */
    private static String normalized(String header) {
        return StringUtils.stripAccents(header).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static Map<String, Meaning> load() {
        Properties file = new Properties();
        try (var stream = ColumnNames.class.getResourceAsStream("column-names.properties")) {
            if (stream == null) {
                throw new IllegalStateException("column-names.properties is not on the class path");
            }
            file.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, Meaning> table = new HashMap<>();
        file.stringPropertyNames().forEach(name -> add(table, name, file.getProperty(name)));
        return Map.copyOf(table);
    }

    private static void add(Map<String, Meaning> table, String name, String headers) {
        boolean key = name.equals("KEY");
        Field field = key || name.equals("NOTHING") ? null : Field.valueOf(name);
        int rank = 0;
        for (String header : headers.split(",", -1)) {
            if (table.put(header.strip(), new Meaning(field, key, rank++)) != null) {
                throw new IllegalStateException("column-names.properties has " + header.strip() + " twice");
            }
        }
    }
}
