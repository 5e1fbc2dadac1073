package moisson.normalize.time;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What was understood of a text that tells when.
 *
 * @param spans in the order of the text; empty when it could not be understood
 */
public record Reading(List<Span> spans, Set<Doubt> doubts) {
    /** What keeps a text from being understood, or wholly so. */
    public enum Doubt {
        /** Nothing in it is a date, or it could be read in ways that differ. */
        UNREADABLE,
        /** Before 2000 or after 2100. */
        IMPOSSIBLE_YEAR,
        NO_YEAR,
        /** Day and month, or a year of two digits, could be read otherwise. */
        AMBIGUOUS,
        /** The weekday written is not that of the day. */
        WEEKDAY,
        /** Only the first and last day were kept: hours or days in between are told in a way we do not read. */
        COARSE,
        /** A session that would end before it starts lost its end. */
        END_BEFORE_START
    }

    public Reading {
        spans = List.copyOf(spans);
        doubts = doubts.isEmpty() ? Set.of() : Set.copyOf(doubts);
    }

    static Reading not(Doubt why) {
        return new Reading(List.of(), EnumSet.of(why));
    }

    public boolean understood() {
        return !spans.isEmpty();
    }

    public boolean has(Doubt doubt) {
        return doubts.contains(doubt);
    }
}
