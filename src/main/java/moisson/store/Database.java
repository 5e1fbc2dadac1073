package moisson.store;

import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * What differs between SQLite and PostgreSQL: how to reach it, and how a transaction begins and ends.
 *
 * @param address how an operator knows it, without any secret
 * @param first what each connection is told before anything else, beside the settings of its source
 * @param upkeep to be said some time after something was written, while nobody waits; null where that is not needed
 * @param writing no other writer can be in, or it fails when it waited too long; on the disk when it has ended
 * @param noting the same, but its end does not wait for the disk: a killed process loses nothing, a power cut may lose the
 *     transaction as a whole, and nothing that ended before
 * @param reading sees a single state of everything, waits for nobody and cannot write
 * @param numbers selects the numbers of the JSON array {@code :numbers}; null where a list of parameters is better, since
 *     the planner sees how long it is
 * @param clustered stands behind the columns of a table whose rows are to lie in the order of its primary key
 */
record Database(
        String address,
        DataSource source,
        @Nullable String first,
        @Nullable String upkeep,
        Transaction writing,
        Transaction noting,
        Transaction reading,
        @Nullable String numbers,
        String clustered) {

    /**
     * The statements around some work.
     *
     * @param giveUp instead of those of the end, when the work or its end failed
     */
    record Transaction(List<String> begin, List<String> end, List<String> giveUp) {}
}
