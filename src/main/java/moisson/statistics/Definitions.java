package moisson.statistics;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The shipped table of definitions, {@code chiffres.properties}. */
final class Definitions {
    private static final String TABLE = "chiffres.properties";

    private final Properties table = new Properties();

    Definitions() {
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(Definitions.class.getResourceAsStream(TABLE), TABLE), UTF_8)) {
            table.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Definition get(String code) {
        return new Definition(
                code,
                text(code + ".nom.fr"),
                text(code + ".nom.en"),
                text(code + ".definition.fr"),
                text(code + ".definition.en"),
                text(code + ".unite"),
                table.getProperty(code + ".dimension"),
                table.getProperty(code + ".denominateur"),
                additive(code),
                text(code + ".sparql"));
    }

    private @Nullable Boolean additive(String code) {
        return table.getProperty(code + ".dimension") == null
                ? null
                : Boolean.valueOf(text(code + ".addition").equals("oui"));
    }

    private String text(String key) {
        String value = table.getProperty(key);
        if (value == null) {
            throw new IllegalStateException(TABLE + " says nothing of " + key);
        }
        return value;
    }
}
