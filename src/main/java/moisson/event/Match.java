package moisson.event;

import java.util.List;

/** Two events compared: the score is the sum of the weights of the reasons, in bits. */
public record Match(EventId left, EventId right, double score, Decision decision, List<Reason> reasons) {
    public Match {
        reasons = List.copyOf(reasons);
    }

    /** What was decided of a pair. */
    public enum Decision {
        /** The same happening told twice. */
        JOINED,
        /** Perhaps the same: a person should look. */
        REVIEW,
        /** One is a part of the other (a session of a run): linked, never merged. */
        PART_OF
    }
}
