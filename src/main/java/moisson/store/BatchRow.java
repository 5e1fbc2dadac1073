package moisson.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.statement.ParsedSql;
import org.jspecify.annotations.Nullable;

/**
 * The row of a batch that is being filled, by the names that stand in the statement. A harvest fills some twenty rows for
 * each record: these go to the driver as they are, without an object for each value.
 */
final class BatchRow {
    private final PreparedStatement statement;
    /** The places at which each name stands. */
    private final Map<String, List<Integer>> places = new HashMap<>();

    BatchRow(PreparedStatement statement, ParsedSql parsed) {
        this.statement = statement;
        List<String> names = parsed.getParameters().getParameterNames();
        for (int place = 1; place <= names.size(); place++) {
            places.computeIfAbsent(names.get(place - 1), name -> new ArrayList<>(1))
                    .add(place);
        }
    }

    /** What is done at each place of a name. */
    @FunctionalInterface
    private interface Setting {
        void at(int place) throws SQLException;
    }

    BatchRow bind(String name, @Nullable String text) {
        String stored = text == null ? null : Columns.storable(text);
        return set(name, place -> statement.setString(place, stored));
    }

    BatchRow bind(String name, @Nullable Instant instant) {
        return bind(name, instant == null ? null : instant.toString());
    }

    BatchRow bind(String name, long number) {
        return set(name, place -> statement.setLong(place, number));
    }

    BatchRow bind(String name, @Nullable Long number) {
        return number == null ? set(name, place -> statement.setNull(place, Types.BIGINT)) : bind(name, (long) number);
    }

    BatchRow bind(String name, int number) {
        return set(name, place -> statement.setInt(place, number));
    }

    BatchRow bind(String name, @Nullable Integer number) {
        return number == null ? set(name, place -> statement.setNull(place, Types.INTEGER)) : bind(name, (int) number);
    }

    BatchRow bind(String name, double number) {
        return set(name, place -> statement.setDouble(place, number));
    }

    private BatchRow set(String name, Setting setting) {
        List<Integer> here = places.get(name);
        if (here == null) {
            throw new IllegalArgumentException("no such name in the statement: " + name);
        }
        try {
            for (int i = 0; i < here.size(); i++) {
                setting.at(here.get(i));
            }
        } catch (SQLException e) {
            throw new UnboundException(e);
        }
        return this;
    }

    /** On its way through a lambda. */
    static final class UnboundException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final SQLException why;

        UnboundException(SQLException why) {
            super(why);
            this.why = why;
        }

        SQLException why() {
            return why;
        }
    }
}
