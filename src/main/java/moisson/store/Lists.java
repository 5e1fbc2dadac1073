package moisson.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Rows asked for by many values at once. */
final class Lists {
    /** All lists are filled up to this length, so that there is one statement to prepare and not one for each length. */
    private static final int LENGTH = 200;

    private Lists() {}

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
        for (int from = 0; from < all.size(); from += LENGTH) {
            List<T> list = new ArrayList<>(all.subList(from, Math.min(all.size(), from + LENGTH)));
            while (list.size() < LENGTH) {
                list.add(list.getLast());
            }
            more.apply(handle.createQuery(sql).bindList("values", list))
                    .map((row, context) -> {
                        use.read(row);
                        return true;
                    })
                    .list();
        }
    }
}
