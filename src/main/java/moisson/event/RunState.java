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
    INTERRUPTED,
    /** Read to its end, outside the bounds of its source: nothing was applied, a person decides. */
    HELD,
    /** Was held; a person accepted it, and another run has applied it. */
    ACCEPTED,
    /** Was held, and a person refused it; or the very bytes that a person refused came again. */
    REFUSED,
    /** Was held; a later delivery took its place before anybody decided. */
    OVERTAKEN;

    /** False for a run that ended without anybody being able to use what came. */
    public boolean failed() {
        return this == FAILED || this == INTERRUPTED;
    }
}
