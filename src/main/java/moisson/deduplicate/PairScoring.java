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
        } else if (score == Comparison.NEVER) {
            boolean tellable = time == TimeRelation.APART || time == TimeRelation.SAME_MINUTE;
            if (tellable && comparison.siblings(one, other, time)) {
                same.add(Edges.pack(Weights.SIBLINGS, left, right));
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
        if (elsewhere(one, other, time)) {
            return false;
        }
        // A room is told where there are several: who leaves it out may mean any of them.
        if (Untold.room(one, other) && comparison.part(Criterion.ROOM) == 0) {
            return false;
        }
        if (one.traits().placeTitle() != other.traits().placeTitle() && comparison.part(Criterion.TITLE) < 0) {
            return comparison.part(Criterion.DESCRIPTION) >= Weights.SAME_DESCRIPTION;
        }
        boolean named = one.traits().placeTitle() && other.traits().placeTitle();
        return !named
                || comparison.part(Criterion.DESCRIPTION) > 0
                || (comparison.part(Criterion.DESCRIPTION) == 0 && comparison.part(Criterion.PAGE) > 0);
    }

    /**
     * Whether the place or the text speaks of another event, or nothing but title, town and time of one: on a national day a
     * town has several of one title.
     */
    private boolean elsewhere(Profile one, Profile other, TimeRelation time) {
        double place = comparison.part(Criterion.PLACE);
        double text = comparison.part(Criterion.DESCRIPTION);
        boolean otherVenue = place <= Weights.OTHER_ADDRESS;
        if (comparison.part(Criterion.PAGE) > 0) {
            // A tour has one page, and so has a national day: it does not vouch for a town that is not told, nor for
            // another text where the place says nothing either.
            return (otherVenue && comparison.part(Criterion.COMMUNE) <= 0) || (place <= 0 && text < 0);
        }
        if (otherVenue) {
            return true;
        }
        if (comparison.part(Criterion.PAGE) == Weights.OTHER_PAGE_SAME_SITE) {
            return !SameSource.enteredTwice(one, other, comparison);
        }
        if (text >= Weights.SAME_DESCRIPTION) {
            return false;
        }
        if (comparison.part(Criterion.TITLE) >= Weights.TITLE_WITHIN
                && Math.min(one.titleWeight(), other.titleWeight()) >= Weights.OWN_TITLE) {
            return false;
        }
        double organiser = comparison.part(Criterion.ORGANISER);
        boolean run = time == TimeRelation.SAME_SESSIONS;
        return text < 0
                || organiser < 0
                || (place < Weights.SAME_STREET && organiser < Weights.ALIKE_ORGANISER && !run);
    }

    /** Whether two agree only because an hour or a room is not told, while their site gives each a page of its own. */
    static boolean otherPage(Profile one, Profile other) {
        return Untold.any(one, other) && TextScale.page(one, other) == Weights.OTHER_PAGE_SAME_SITE;
    }

    /** A session an hour later is told alike: only what agrees in all else may be one hour in the wrong zone. */
    private boolean allElseEqual(Profile one, Profile other) {
        if (comparison.part(Criterion.PLACE) < 0
                || !sameLength(one.traits().schedule(), other.traits().schedule())) {
            return false;
        }
        return comparison.part(Criterion.PAGE) > 0
                || (sameTitle(one, other)
                        && comparison.part(Criterion.PLACE) >= Weights.SAME_ADDRESS
                        && sameText(one.traits().description(), other.traits().description()));
    }

    /** An equal title, however common, or nearly so. */
    private boolean sameTitle(Profile one, Profile other) {
        return one.traits().titleSign() == other.traits().titleSign()
                || comparison.part(Criterion.TITLE) >= Weights.NEAR_TITLE;
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
