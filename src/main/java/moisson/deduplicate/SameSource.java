package moisson.deduplicate;

/** Two records of one source are mostly two events; a double entry must prove it is one. */
final class SameSource {
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
        return exact(left, right)
                && comparison.score(left, right, time) >= Weights.JOIN_SAME_SOURCE
                && sameTitle(left, right, comparison)
                && comparison.part(Criterion.PLACE) >= 0
                && comparison.part(Criterion.PAGE) >= 0
                && comparison.part(Criterion.DESCRIPTION) >= 0;
    }

    /** One source words two events of one place alike: "Visite à l'Institut", "Ateliers à l'Institut". */
    private static boolean sameTitle(Profile left, Profile right, Comparison comparison) {
        return left.traits().titleSign() == right.traits().titleSign()
                || (comparison.part(Criterion.TITLE) >= Weights.NEAR_TITLE
                        && (comparison.part(Criterion.DESCRIPTION) > 0 || comparison.part(Criterion.PAGE) > 0));
    }
}
