package moisson.harvest;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import moisson.event.Plan;
import moisson.store.RecordTable.Reworded;

/**
 * Everything one delivery would change, not yet applied.
 *
 * @param unmet keys that are known and not in the delivery
 * @param spool created and updated records
 * @param renamed former key by new key
 * @param seen records that were missing and are here again, unchanged
 * @param reworded unchanged records told in other words
 * @param missing living records that are absent, within their grace
 * @param gone living records whose grace is over
 * @param withdrawn records that the source itself takes back
 */
record Draft(
        Plan plan,
        Tally tally,
        Notices notices,
        Set<String> unmet,
        Spool spool,
        Map<String, String> renamed,
        Set<String> seen,
        List<Reworded> reworded,
        Set<String> missing,
        Set<String> gone,
        Set<String> withdrawn)
        implements Closeable {
    @Override
    public void close() throws IOException {
        spool.close();
    }
}
