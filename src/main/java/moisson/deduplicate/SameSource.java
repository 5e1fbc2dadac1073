package moisson.deduplicate;

import java.util.Arrays;

/** Two records of one source are mostly two events; a double entry must prove it is one. */
final class SameSource {
    /** Characters: more than another hour, or another name, would make of it. */
    private static final int CUT_ELSEWHERE = 20;

    private SameSource() {}

    /** Whether both tell the same times, and neither leaves out a room that the other tells. */
    static boolean exact(Profile left, Profile right) {
        Traits a = left.traits();
        Traits b = right.traits();
        TimeRelation time = TimeRelation.of(a.schedule(), b.schedule());
        boolean exact = time == TimeRelation.SAME_MINUTE
                || time == TimeRelation.SAME_SESSIONS
                || time == TimeRelation.ON_DEMAND
                || (time == TimeRelation.SAME_DAY
                        && a.schedule().run()
                        && b.schedule().run());
        return exact && !Markers.roomUntold(a.markers(), b.markers());
    }

    static boolean twins(Profile left, Profile right, Comparison comparison) {
        TimeRelation time =
                TimeRelation.of(left.traits().schedule(), right.traits().schedule());
        if (comparison.score(left, right, time) < Weights.JOIN_SAME_SOURCE
                || comparison.part(Criterion.PLACE) < 0
                || (comparison.part(Criterion.PAGE) < 0 && !enteredTwice(left, right, comparison))
                || nowhere(left.traits(), right.traits(), comparison)) {
            return false;
        }
        if (time == TimeRelation.SLIP) {
            return twoRoads(left.traits(), right.traits(), comparison);
        }
        return exact(left, right) && sameTitle(left, right, comparison);
    }

    /** A site gives each entry a page, and what was entered twice has two: where all else agrees they say nothing. */
    static boolean enteredTwice(Profile left, Profile right, Comparison comparison) {
        return left.traits().source() == right.traits().source()
                && comparison.part(Criterion.PLACE) >= Weights.SAME_ADDRESS
                && comparison.part(Criterion.DESCRIPTION) >= Weights.SAME_DESCRIPTION;
    }

    /** The libraries of a town read aloud at the same hour: without a place, one source may mean two of them. */
    private static boolean nowhere(Traits left, Traits right, Comparison comparison) {
        return comparison.part(Criterion.PLACE) == 0
                && comparison.part(Criterion.PAGE) == 0
                && !left.schedule().onDemand()
                && !(left.online() && right.online());
    }

    /**
     * Who enters a second session copies the text of the first. A text that is cut elsewhere came by another road, which may
     * well have lost the zone of the hour.
     */
    private static boolean twoRoads(Traits left, Traits right, Comparison comparison) {
        return left.titleSign() == right.titleSign()
                && comparison.part(Criterion.PLACE) >= Weights.SAME_ADDRESS
                && left.description().length == Traits.MOST_DESCRIPTION_WORDS
                && Arrays.equals(left.description(), right.description())
                && Math.abs(left.textLength() - right.textLength()) >= CUT_ELSEWHERE;
    }

    /**
     * One source words two events of one place alike: "Visite à l'Institut", "Ateliers à l'Institut". A title that no other
     * event has, at one place and minute, is one event all the same when it is told in two ways.
     */
    private static boolean sameTitle(Profile left, Profile right, Comparison comparison) {
        Traits a = left.traits();
        Traits b = right.traits();
        double text = comparison.part(Criterion.DESCRIPTION);
        boolean equal = a.titleSign() == b.titleSign();
        if (text < 0) {
            boolean own = Math.min(left.titleWeight(), right.titleWeight()) >= Weights.OWN_TITLE;
            boolean names = a.placeTitle() || b.placeTitle();
            return (equal || Slips.spacing(a.title().text(), b.title().text()))
                    && own
                    && !names
                    && comparison.part(Criterion.PLACE) >= Weights.SAME_ADDRESS;
        }
        return equal
                || (comparison.part(Criterion.TITLE) >= Weights.NEAR_TITLE
                        && (text > 0 || comparison.part(Criterion.PAGE) > 0));
    }
}
