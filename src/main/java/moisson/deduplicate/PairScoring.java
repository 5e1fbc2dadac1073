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
        } else if (score >= Weights.REVIEW) {
            same.add(Edges.pack(sayable(one, other) ? score : Math.min(score, NOT_JOINED), left, right));
        }
    }

    /**
     * Whether the titles allow the machine to decide. Different titles at one place and minute, or one that only
     * names the place, need more than circumstances: a person, the same page or the same description.
     */
    private boolean sayable(Profile one, Profile other) {
        if (comparison.part(Criterion.TITLE) < Weights.LITTLE_ALIKE_TITLE) {
            return false;
        }
        boolean named = one.traits().placeTitle() && other.traits().placeTitle();
        return !named
                || comparison.part(Criterion.DESCRIPTION) > 0
                || (comparison.part(Criterion.DESCRIPTION) == 0 && comparison.part(Criterion.PAGE) > 0);
    }
}
