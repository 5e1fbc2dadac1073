package moisson.deduplicate;

/**
 * Joins rows into groups, the best pairs first, and refuses what would bring contradictions together: two close
 * candidates that exclude each other, a chain whose ends disagree, two records of one source without strong evidence.
 */
final class Joining {
    /** No event is told by more records than this; a larger heap is a broken source. */
    private static final int MOST_MEMBERS = 40;
    /** A chain is checked through: this many pairs at most. */
    private static final int MOST_CROSS_PAIRS = 400;
    /** So many other candidates are asked whether they make a choice ambiguous. */
    private static final int MOST_RIVALS = 24;

    private final Profile[] profiles;
    private final Edges edges;
    private final Adjacency adjacency;
    private final Siblings siblings;
    private final Rulings rulings;
    private final double threshold;
    private final Forest forest;
    private final Comparison comparison = new Comparison();
    /** Pairs that made two groups one: these explain the result. */
    private final Longs joined = new Longs();

    Joining(Profile[] profiles, Edges edges, Rulings rulings) {
        this(profiles, edges, rulings, Weights.JOIN);
    }

    /** @param threshold from how many bits on the machine joins; any but the usual one is for trials */
    Joining(Profile[] profiles, Edges edges, Rulings rulings, double threshold) {
        this.threshold = threshold;
        this.profiles = profiles;
        this.edges = edges;
        this.adjacency = new Adjacency(edges, profiles.length);
        this.siblings = new Siblings(profiles, edges, adjacency);
        this.rulings = rulings;
        this.forest = new Forest(profiles.length);
    }

    Forest forest() {
        return forest;
    }

    Longs joined() {
        return joined;
    }

    void run() {
        for (long[] pair : rulings.same()) {
            int left = (int) pair[1];
            int right = (int) pair[2];
            if (!forest.together(left, right) && !rulings.apart(members(left), members(right))) {
                join(left, right);
            }
        }
        for (int edge = 0; edge < edges.size() && edges.score(edge) >= threshold; edge++) {
            int left = edges.left(edge);
            int right = edges.right(edge);
            if (!forest.together(left, right)
                    && allowed(left, right)
                    && !guessed(left, right)
                    && !bothConfirmed(left, right)
                    && !ambiguous(left, right, edge)
                    && !ambiguous(right, left, edge)) {
                join(left, right);
            }
        }
    }

    /**
     * A shifted hour is one record's slip. When several records of both groups give their hour, these are two sessions.
     */
    private boolean bothConfirmed(int left, int right) {
        return forest.size(forest.root(left)) > 1
                && forest.size(forest.root(right)) > 1
                && relation(left, right) == TimeRelation.SLIP;
    }

    private TimeRelation relation(int left, int right) {
        return TimeRelation.of(
                profiles[left].traits().schedule(), profiles[right].traits().schedule());
    }

    /** Whether the groups of two candidates hold nothing against each other. */
    private boolean allowed(int left, int right) {
        int[] mine = members(left);
        int[] others = members(right);
        if (mine.length + others.length > MOST_MEMBERS
                || mine.length * others.length > MOST_CROSS_PAIRS
                || rulings.apart(mine, others)) {
            return false;
        }
        for (int one : mine) {
            for (int other : others) {
                // What two records of different sources hold against each other was asked before they became
                // candidates.
                boolean asked = one == left && other == right && !ofOneSource(one, other);
                if (!asked && excluded(one, other)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Whether no two members of the groups of two rows contradict each other. */
    boolean compatible(int left, int right) {
        int[] mine = members(left);
        int[] others = members(right);
        for (int one : mine) {
            for (int other : others) {
                if (rulings.apart(one, other) || comparison.contradict(profiles[one], profiles[other])) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean excluded(int one, int other) {
        return ofOneSource(one, other)
                ? !SameSource.twins(profiles[one], profiles[other], comparison)
                : comparison.contradict(profiles[one], profiles[other]);
    }

    private boolean ofOneSource(int one, int other) {
        return profiles[one].traits().source() == profiles[other].traits().source();
    }

    /** Whether {@code row} could just as well go with another that excludes {@code chosen}. */
    private boolean ambiguous(int row, int chosen, int edge) {
        double score = edges.score(edge);
        boolean untold = untold(row, chosen);
        int rivals = Math.min(adjacency.count(row), MOST_RIVALS);
        for (int rank = 0; rank < rivals; rank++) {
            int candidate = adjacency.edge(row, rank);
            double behind = score - edges.score(candidate);
            if (behind > Weights.AMBIGUITY_UNTOLD || (behind > Weights.AMBIGUITY && !untold)) {
                return false;
            }
            int rival = edges.other(candidate, row);
            if (candidate != edge
                    && !forest.together(rival, chosen)
                    && !rulings.apart(row, rival)
                    && !Untold.less(profiles[row], profiles[chosen], profiles[rival])
                    && excluded(chosen, rival)
                    && (behind <= Weights.AMBIGUITY || sibling(chosen, rival))) {
                return true;
            }
        }
        return false;
    }

    /** Whether it would have to be guessed which of several siblings two rows tell of. */
    boolean guessed(int left, int right) {
        return siblings.openTo(left, right, members(left), members(right));
    }

    private boolean untold(int row, int chosen) {
        return Untold.any(profiles[row], profiles[chosen]);
    }

    /** The same thing at another hour or in another room. */
    private boolean sibling(int chosen, int rival) {
        Traits mine = profiles[chosen].traits();
        Traits others = profiles[rival].traits();
        return relation(chosen, rival) == TimeRelation.APART
                || Markers.contrast(mine.markers(), others.markers()) == Markers.Contrast.HARD;
    }

    private int[] members(int row) {
        return forest.members(forest.root(row));
    }

    private void join(int left, int right) {
        forest.join(left, right);
        joined.add(((long) left << 32) | right);
    }
}
