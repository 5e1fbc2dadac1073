package moisson.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.ParsedSql;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jdbi.v3.core.statement.Update;

/** Many rows at a time, in portions that both databases take easily. */
final class Batch {
    private static final int PORTION = 1000;

    private Batch() {}

    /** One statement for every value, prepared once and sent together. */
    static <T> void forEach(Handle handle, String sql, Collection<T> values, BiConsumer<BatchRow, T> bind) {
        if (values.isEmpty()) {
            return;
        }
        SqlStatements statements = handle.getConfig(SqlStatements.class);
        // Never executed itself: it stands for the statement where that is parsed and where a failure is told of.
        try (Update named = handle.createUpdate(sql)) {
            StatementContext context = named.getContext();
            try {
                run(handle, statements.getSqlParser().parse(sql, context), values, bind);
            } catch (BatchRow.UnboundException e) {
                throw failed(e.why(), statements, context);
            } catch (SQLException e) {
                throw failed(e, statements, context);
            }
        }
    }

    private static <T> void run(Handle handle, ParsedSql parsed, Collection<T> values, BiConsumer<BatchRow, T> bind)
            throws SQLException {
        try (PreparedStatement statement = handle.getConnection().prepareStatement(parsed.getSql())) {
            BatchRow row = new BatchRow(statement, parsed);
            int waiting = 0;
            for (T value : values) {
                bind.accept(row, value);
                statement.addBatch();
                if (++waiting == PORTION) {
                    statement.executeBatch();
                    waiting = 0;
                }
            }
            if (waiting > 0) {
                statement.executeBatch();
            }
        }
    }

    /** Whoever looks after the transaction hears of it, even if the caller catches what is thrown. */
    private static UnableToExecuteStatementException failed(
            SQLException why, SqlStatements statements, StatementContext context) {
        statements.getSqlLogger().logException(context, why);
        return new UnableToExecuteStatementException(why, context);
    }

    static <T> List<List<T>> portions(Collection<T> values) {
        List<T> all = List.copyOf(values);
        List<List<T>> portions = new ArrayList<>();
        for (int from = 0; from < all.size(); from += PORTION) {
            portions.add(all.subList(from, Math.min(from + PORTION, all.size())));
        }
        return portions;
    }
}
