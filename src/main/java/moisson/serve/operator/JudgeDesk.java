package moisson.serve.operator;

import java.util.function.DoubleUnaryOperator;
import moisson.event.EventId;
import moisson.event.Match;
import org.jspecify.annotations.Nullable;

/**
 * What the operator's pages may ask of the matcher. Each verdict is applied at once and answers its number; one that
 * cannot be given throws {@link IllegalArgumentException} with a sentence for the operator, and changes nothing.
 *
 * @param same both tell of one event
 * @param apart they tell of two
 * @param detach a record leaves its event
 * @param undo takes a verdict back
 * @param compare two living records, as the machine does
 * @param probability that two records are one event, given the score
 * @param join from how many bits on the machine joins
 */
public record JudgeDesk(
        OnPair same,
        OnPair apart,
        OnRecord detach,
        OnVerdict undo,
        Comparing compare,
        DoubleUnaryOperator probability,
        double join) {
    /** A word on two records; {@code seen} is the last verdict on them that the person had before the eyes. */
    @FunctionalInterface
    public interface OnPair {
        long give(EventId left, EventId right, String why, @Nullable Long seen);
    }

    /** A word on one record. */
    @FunctionalInterface
    public interface OnRecord {
        long give(EventId record, String why);
    }

    /** A word on an earlier one. */
    @FunctionalInterface
    public interface OnVerdict {
        long give(long number, String why);
    }

    /** Compares two living records. */
    @FunctionalInterface
    public interface Comparing {
        Match compare(EventId left, EventId right);
    }
}
