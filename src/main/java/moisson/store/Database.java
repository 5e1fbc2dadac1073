package moisson.store;

import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * What differs between SQLite and PostgreSQL: how to reach it, and how a transaction begins and ends.
 *
 * @param address how an operator knows it, without any secret
 * @param beginWriting begins a transaction that no other writer can be in, or fails when it waited too long
 * @param beginReading begins one that sees a single state of everything, waits for nobody and cannot write
 * @param endReading to be done after a transaction that only read, whatever happened in it
 * @param numbers selects the numbers of the JSON array {@code :numbers}; null where a list of parameters is better, since
 *     the planner sees how long it is
 */
record Database(
        String address,
        DataSource source,
        List<String> beginWriting,
        List<String> beginReading,
        List<String> endReading,
        @Nullable String numbers) {}
