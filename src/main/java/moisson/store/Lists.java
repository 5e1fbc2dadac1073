package moisson.store;

import static java.util.stream.Collectors.joining;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;

/** Rows asked for by many values at once. */
final class Lists {
    /** Lists are filled up to one of these lengths, so that there are few statements and not one for each length. */
    private static final int LENGTH = 200;

    private static final int SHORT = 10;

    /** The attribute of statements that holds {@link Database#numbers()}. */
    private static final String NUMBERS = "numbers";

    private Lists() {}

    /** Lets lists of numbers go as one value where the database takes that well. */
    static Jdbi install(Jdbi jdbi, Database database) {
        String numbers = database.numbers();
        return numbers == null ? jdbi : jdbi.define(NUMBERS, numbers);
    }

    /** What is done with a row. */
    @FunctionalInterface
    interface Row {
        void read(ResultSet row) throws SQLException;
    }

    /** @param sql with {@code in (<values>)}; each value is asked for once */
    static <T> void forEach(Handle handle, String sql, Collection<T> values, Row use) {
        forEach(handle, sql, values, query -> query, use);
    }

    /** @param more what else the statement asks for */
    static <T> void forEach(Handle handle, String sql, Collection<T> values, UnaryOperator<Query> more, Row use) {
        List<T> all = new ArrayList<>(new LinkedHashSet<>(values));
        Object numbers = handle.getConfig(SqlStatements.class).getAttribute(NUMBERS);
        if (numbers != null && !all.isEmpty() && all.getFirst() instanceof Long) {
            read(
                    more.apply(handle.createQuery(sql)
                            .define("values", numbers)
                            .bind("numbers", all.stream().map(String::valueOf).collect(joining(",", "[", "]")))),
                    use);
            return;
        }
        for (int from = 0; from < all.size(); from += LENGTH) {
            List<T> list = new ArrayList<>(all.subList(from, Math.min(all.size(), from + LENGTH)));
            int length = list.size() == 1 ? 1 : list.size() <= SHORT ? SHORT : LENGTH;
            list.addAll(Collections.nCopies(length - list.size(), list.getLast()));
            read(more.apply(handle.createQuery(sql).bindList("values", list)), use);
        }
    }

    private static void read(Query query, Row use) {
        query.scanResultSet((rows, context) -> {
            try (context;
                    ResultSet row = rows.get()) {
                while (row.next()) {
                    use.read(row);
                }
            }
            return query;
        });
    }
}
