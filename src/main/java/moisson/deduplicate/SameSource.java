package moisson.deduplicate;

/** Two records of one source are mostly two events; a double entry must prove it is one. */
final class SameSource {
    private SameSource() {}

    static boolean twins(Profile left, Profile right, Comparison comparison) {
        Traits a = left.traits();
        Traits b = right.traits();
        TimeRelation time = TimeRelation.of(a.schedule(), b.schedule());
        boolean exact = time == TimeRelation.SAME_MINUTE
                || time == TimeRelation.SAME_SESSIONS
                || time == TimeRelation.ON_DEMAND
                || (time == TimeRelation.SAME_DAY
                        && a.schedule().run()
                        && b.schedule().run());
        return exact
                && !Markers.roomUntold(a.markers(), b.markers())
                && comparison.score(left, right, time) >= Weights.JOIN_SAME_SOURCE
                && comparison.part(Criterion.TITLE) >= Weights.ALIKE_TITLE
                && comparison.part(Criterion.PLACE) >= 0
                && comparison.part(Criterion.PAGE) >= 0
                && comparison.part(Criterion.DESCRIPTION) >= 0;
    }
}
