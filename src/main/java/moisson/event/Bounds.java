package moisson.event;

import org.jspecify.annotations.Nullable;

/**
 * How much a harvest of a source may change before a person is asked.
 *
 * @param mostAbsent percentage of the source's living records that one delivery may leave out; null: learned from the
 *     past
 * @param mostRejected percentage of a delivery's records that may be rejected; null: learned from the past
 * @param pastStays true when the absence of an event that is over means nothing, as most agendas drop the past
 */
public record Bounds(@Nullable Integer mostAbsent, @Nullable Integer mostRejected, boolean pastStays) {
    /** Learned from what the source did before. */
    public static final Bounds LEARNED = new Bounds(null, null, true);

    /** Nothing is ever held. */
    public static final Bounds NONE = new Bounds(100, 100, true);

    public Bounds {
        check(mostAbsent);
        check(mostRejected);
    }

    private static void check(@Nullable Integer percent) {
        if (percent != null && (percent < 0 || percent > 100)) {
            throw new IllegalArgumentException("a bound is a percentage from 0 to 100");
        }
    }
}
