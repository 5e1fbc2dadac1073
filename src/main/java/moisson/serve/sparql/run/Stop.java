package moisson.serve.sparql.run;

import moisson.serve.http.Refusal;

/**
 * Ends a query from inside. An error, as ARQ takes every exception in a filter for "false", logs it, and goes on.
 */
final class Stop extends Error {
    private static final long serialVersionUID = 1L;

    private final Refusal reason;

    Stop(Refusal reason) {
        super(reason.sentence(), reason, false, false);
        this.reason = reason;
    }

    Refusal reason() {
        return reason;
    }
}
