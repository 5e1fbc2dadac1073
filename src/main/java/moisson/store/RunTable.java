package moisson.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import moisson.event.Notice;
import moisson.event.Run;

/** Harvests, kept for ever, and examples of their notices. */
public final class RunTable {
    RunTable() {}

    /** Writes down that a harvest has begun; answers its number. */
    public long begin(String source, Instant at) {
        throw new UnsupportedOperationException(source + at);
    }

    /** Writes down how it ended: state, counts, message, exact counts of notices. */
    public void end(Run run) {
        throw new UnsupportedOperationException(run.toString());
    }

    /** Keeps examples of notices, in order; the caller bounds their number. */
    public void keep(long run, List<Notice> notices) {
        throw new UnsupportedOperationException(run + notices.toString());
    }

    public List<Notice> notices(long run) {
        throw new UnsupportedOperationException("" + run);
    }

    public Optional<Run> find(long id) {
        throw new UnsupportedOperationException("" + id);
    }

    /** The latest first. */
    public List<Run> latest(int limit) {
        throw new UnsupportedOperationException("" + limit);
    }

    /** The latest first. */
    public List<Run> ofSource(String source, int limit) {
        throw new UnsupportedOperationException(source + limit);
    }

    /** Closes as INTERRUPTED, with counts of zero, every run that a killed process left open; answers how many. */
    public int interruptOpen(Instant at, String message) {
        throw new UnsupportedOperationException(message + at);
    }
}
