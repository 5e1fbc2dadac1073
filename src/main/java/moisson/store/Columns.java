package moisson.store;

import java.lang.reflect.Type;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.ArgumentFactory;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.jspecify.annotations.Nullable;

/** How our values stand in columns: instants and days as ISO 8601 texts, texts as both databases can keep them. */
final class Columns {
    private static final Map<Type, Function<Object, String>> TEXTS = Map.of(
            String.class, text -> storable((String) text),
            Instant.class, Object::toString,
            LocalDate.class, Object::toString);

    /** U+FFFD, what Unicode puts in the place of what cannot be represented. */
    private static final char REPLACEMENT = '\ufffd';

    private Columns() {}

    static Jdbi install(Jdbi jdbi) {
        // Without the values: they may be personal, and messages of exceptions end in logs.
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
        return jdbi.registerArgument(new AsText());
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? null : Instant.parse(text);
    }

    static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? null : LocalDate.parse(text);
    }

    /** Said as a text by whoever writes many: the type of the first value of a batch, null or not, would hold for all. */
    static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    /**
     * PostgreSQL refuses U+0000 in a text, and neither database keeps half a surrogate pair: both become U+FFFD, on both
     * databases alike, since a broken character in a feed is no reason to lose the feed.
     */
    static String storable(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isBroken(text, i)) {
                return replaced(text);
            }
        }
        return text;
    }

    private static String replaced(String text) {
        StringBuilder whole = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            if (isBroken(text, i)) {
                whole.setCharAt(i, REPLACEMENT);
            }
        }
        return whole.toString();
    }

    private static boolean isBroken(String text, int i) {
        char c = text.charAt(i);
        if (!Character.isSurrogate(c)) {
            return c == 0;
        }
        return Character.isHighSurrogate(c)
                ? i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))
                : i == 0 || !Character.isHighSurrogate(text.charAt(i - 1));
    }

    private static final class AsText implements ArgumentFactory.Preparable {
        @Override
        public Optional<Function<Object, Argument>> prepare(Type type, ConfigRegistry config) {
            return Optional.ofNullable(TEXTS.get(type)).map(text -> value -> argument(value, text));
        }

        private static Argument argument(@Nullable Object value, Function<Object, String> text) {
            return (position, statement, context) ->
                    statement.setString(position, value == null ? null : text.apply(value));
        }
    }
}
