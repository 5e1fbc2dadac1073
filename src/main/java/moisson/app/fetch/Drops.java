package moisson.app.fetch;

import moisson.event.Run;
import moisson.event.RunState;

/** Where to a file goes once it has been harvested: the bean {@code drops}. */
public final class Drops {
    static final String DONE = ".fait";
    static final String FAILED = ".echec";

    Drops() {}

    /** The folder beside it. A harvest that failed, by the fault of the file or by our own, is never taken for done. */
    public String folder(Run run) {
        return run.state() == RunState.DONE || run.state() == RunState.NOT_MODIFIED ? DONE : FAILED;
    }
}
