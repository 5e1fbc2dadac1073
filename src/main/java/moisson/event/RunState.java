package moisson.event;

/** How a harvest stands, or how it ended. */
public enum RunState {
    /** Under way. */
    RUNNING,
    /** Read to its end and applied. */
    DONE,
    /** The source answered that nothing changed, or sent the very bytes of the last whole run. */
    NOT_MODIFIED,
    /** Fetching or reading failed; nothing was applied and what is published did not change. */
    FAILED,
    /** The process stopped during the run; nothing was applied, the next harvest takes it up again. */
    INTERRUPTED
}
