package moisson.deduplicate;

/** Scores the pairs that one worker meets, and keeps those worth a thought. */
final class PairScoring {
    private static final double NOT_JOINED = Weights.JOIN - 0.001;

    private final Profile[] profiles;
    private final Comparison comparison = new Comparison();
    private final Longs same = new Longs();
    private final Longs parts = new Longs();

    PairScoring(Profile[] profiles) {
        this.profiles = profiles;
    }

    Longs same() {
        return same;
    }

    Longs parts() {
        return parts;
    }

    void meet(int left, int right) {
        Profile one = profiles[left];
        Profile other = profiles[right];
        TimeRelation time =
                TimeRelation.of(one.traits().schedule(), other.traits().schedule());
        double score = time == TimeRelation.APART ? Comparison.NEVER : comparison.score(one, other, time);
        if (time == TimeRelation.PART) {
            if (score >= Weights.PART_OF && comparison.part(Criterion.TITLE) >= Weights.ALIKE_TITLE) {
                parts.add(Edges.pack(score, left, right));
            }
        } else if (score >= Weights.THOUGHT) {
            same.add(Edges.pack(
                    sayable(one, other, time) && !otherPage(one, other) ? score : Math.min(score, NOT_JOINED),
                    left,
                    right));
        }
    }

    /**
     * Whether the titles allow the machine to decide. Different titles at one place and minute, or one that only
     * names the place, need more than circumstances: a person, the same page or the same description.
     */
    private boolean sayable(Profile one, Profile other, TimeRelation time) {
        if (comparison.part(Criterion.TITLE) < Weights.LITTLE_ALIKE_TITLE) {
            return false;
        }
        if (time == TimeRelation.SLIP && !allElseEqual(one, other)) {
            return false;
        }
        boolean named = one.traits().placeTitle() && other.traits().placeTitle();
        return !named
                || comparison.part(Criterion.DESCRIPTION) > 0
                || (comparison.part(Criterion.DESCRIPTION) == 0 && comparison.part(Criterion.PAGE) > 0);
    }

    /** Whether two agree only because an hour or a room is not told, while their site gives each a page of its own. */
    static boolean otherPage(Profile one, Profile other) {
        return Untold.any(one, other) && TextScale.page(one, other) == Weights.OTHER_PAGE_SAME_SITE;
    }

    /** A session an hour later is told alike: only what agrees in all else may be one hour in the wrong zone. */
    private boolean allElseEqual(Profile one, Profile other) {
        return comparison.part(Criterion.PAGE) > 0
                || (comparison.part(Criterion.TITLE) >= Weights.NEAR_TITLE
                        && comparison.part(Criterion.PLACE) >= Weights.SAME_ADDRESS
                        && sameText(one.traits().description(), other.traits().description())
                        && sameLength(one.traits().schedule(), other.traits().schedule()));
    }

    private boolean sameText(int[] one, int[] other) {
        return comparison.part(Criterion.DESCRIPTION) >= Weights.SAME_DESCRIPTION || one.length + other.length == 0;
    }

    private static boolean sameLength(Schedule one, Schedule other) {
        return one.end() == Schedule.UNKNOWN
                || other.end() == Schedule.UNKNOWN
                || one.end() - one.start() == other.end() - other.start();
    }
}
