package moisson.deduplicate;

import java.util.Arrays;

/** Compares two events: vetoes first, then a sum of weights in bits. Holds working space: one per thread. */
final class Comparison {
    /** The score of events that can never be the same. */
    static final double NEVER = Double.NEGATIVE_INFINITY;

    private static final int CRITERIA = Criterion.values().length;

    private final TitleScale titles = new TitleScale();
    private final PlaceScale places = new PlaceScale();
    private final double[] parts = new double[CRITERIA];

    /** What a criterion added to the last score. */
    double part(Criterion criterion) {
        return parts[criterion.index()];
    }

    double score(Profile left, Profile right, TimeRelation time) {
        Traits a = left.traits();
        Traits b = right.traits();
        Markers.Contrast contrast = Markers.contrast(a.markers(), b.markers());
        if (time == TimeRelation.APART || contrast == Markers.Contrast.HARD) {
            return NEVER;
        }
        double commune = places.commune(left, right);
        if (commune == NEVER) {
            return NEVER;
        }
        Arrays.fill(parts, 0);
        set(Criterion.TITLE, titles.weigh(left, right, contrast));
        set(Criterion.TIME, time.weight() + ends(a.schedule(), b.schedule(), time));
        set(Criterion.PLACE, places.place(a, b));
        set(Criterion.COMMUNE, commune);
        set(Criterion.ORGANISER, TextScale.organisers(a, b));
        set(Criterion.PAGE, TextScale.page(left, right));
        set(Criterion.DESCRIPTION, TextScale.description(left, right));
        set(Criterion.ROOM, Markers.sameRoom(a.markers(), b.markers()) ? Weights.SAME_ROOM : 0);
        return sum();
    }

    /** True when two events may not stand in one cluster, whatever speaks for it. */
    boolean contradict(Profile left, Profile right) {
        TimeRelation time =
                TimeRelation.of(left.traits().schedule(), right.traits().schedule());
        return time == TimeRelation.APART
                || time == TimeRelation.PART
                || score(left, right, time) < Weights.CONTRADICTION;
    }

    /**
     * Whether two that are never the same are told alike: the same thing at another hour of the day, or in another room at
     * the same minute. Where such are known, an hour or a room that is left open may be that of any of them.
     */
    boolean siblings(Profile left, Profile right, TimeRelation time) {
        Traits a = left.traits();
        Traits b = right.traits();
        boolean alike = time == TimeRelation.APART
                ? left.rarestWord() == right.rarestWord()
                        && a.schedule().hourOfDay()
                        && b.schedule().hourOfDay()
                : Markers.otherRoom(a.markers(), b.markers());
        return alike
                && a.schedule().firstDay() == b.schedule().firstDay()
                && places.commune(left, right) != NEVER
                && places.place(a, b) >= 0
                && titles.weigh(left, right, Markers.Contrast.NONE) >= Weights.MISSPELT_TITLE;
    }

    private static double ends(Schedule a, Schedule b, TimeRelation time) {
        if (time == TimeRelation.PART || time == TimeRelation.SAME_SESSIONS || !a.ends() || !b.ends()) {
            return 0;
        }
        int days = Math.abs(a.lastDay() - b.lastDay());
        if (days <= 1) {
            return a.end() != Schedule.UNKNOWN && a.end() == b.end() ? Weights.SAME_END : 0;
        }
        return days <= 3 && a.run() && b.run() ? Weights.END_A_FEW_DAYS_OFF : Weights.OTHER_END_DAY;
    }

    /** Weights are shown to people: two decimals, and the sum is that of what is shown. */
    private void set(Criterion criterion, double weight) {
        parts[criterion.index()] = Math.rint(weight * 100) / 100;
    }

    private double sum() {
        double sum = 0;
        for (double part : parts) {
            sum += part;
        }
        return sum;
    }
}
