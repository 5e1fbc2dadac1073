package moisson.deduplicate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which pairs that joining left apart are worth a person's time: those where nothing tells the records apart, and where
 * few answers are possible. A group is asked about once at a time: after a no the next best is asked.
 */
final class Questions {
    /** A record that fits more others does not tell enough, and a person cannot know more. */
    private static final int MOST_OPEN = 2;

    private final Profile[] profiles;
    private final Joining joining;
    private final Rulings rulings;
    private final Comparison comparison = new Comparison();

    Questions(Profile[] profiles, Joining joining, Rulings rulings) {
        this.profiles = profiles;
        this.joining = joining;
        this.rulings = rulings;
    }

    /** The smaller row in the upper half of each. */
    List<Long> among(Edges edges) {
        List<Integer> open = open(edges);
        int[] answers = new int[profiles.length];
        for (int edge : open) {
            answers[root(edges.left(edge))]++;
            answers[root(edges.right(edge))]++;
        }
        boolean[] asked = new boolean[profiles.length];
        List<Long> pairs = new ArrayList<>();
        for (int edge : open) {
            int left = edges.left(edge);
            int right = edges.right(edge);
            int one = root(left);
            int other = root(right);
            if (!asked[one] && !asked[other] && Math.max(answers[one], answers[other]) <= most(left, right)) {
                asked[one] = true;
                asked[other] = true;
                pairs.add(((long) left << 32) | right);
            }
        }
        return pairs;
    }

    private int root(int row) {
        return joining.forest().root(row);
    }

    /** The best open pair between each two groups, best first. */
    private List<Integer> open(Edges edges) {
        Set<Long> seen = new HashSet<>();
        List<Integer> open = new ArrayList<>();
        for (int edge = 0; edge < edges.size() && edges.score(edge) >= Weights.REVIEW; edge++) {
            int left = edges.left(edge);
            int right = edges.right(edge);
            long one = Math.min(root(left), root(right));
            long other = Math.max(root(left), root(right));
            if (one != other
                    && !rulings.apart(left, right)
                    && open(profiles[left], profiles[right])
                    && seen.add((one << 32) | other)
                    && joining.compatible(left, right)
                    && !(slip(left, right) && joining.guessed(left, right))) {
                open.add(edge);
            }
        }
        return open;
    }

    /** Whether nothing tells two records apart. */
    private boolean open(Profile left, Profile right) {
        if (PairScoring.otherPage(left, right)) {
            return false;
        }
        TimeRelation time =
                TimeRelation.of(left.traits().schedule(), right.traits().schedule());
        boolean sameTitle = left.traits().titleSign() == right.traits().titleSign();
        comparison.score(left, right, time);
        boolean sameText = comparison.part(Criterion.DESCRIPTION) >= Weights.SAME_DESCRIPTION;
        if (left.traits().source() == right.traits().source()
                && !SameSource.exact(left, right)
                && !(time == TimeRelation.SLIP && sameTitle && sameText)) {
            return false;
        }
        double title = comparison.part(Criterion.TITLE);
        double place = comparison.part(Criterion.PLACE);
        boolean own = sameTitle && title >= Weights.OWN_TITLE && time == TimeRelation.SAME_MINUTE;
        boolean told = title >= Weights.OWN_TITLE || (title >= Weights.ALIKE_TITLE && place >= Weights.SAME_ADDRESS);
        return (place >= 0 || sameText || own) && (comparison.part(Criterion.DESCRIPTION) >= 0 || told);
    }

    /** An hour may be in the wrong zone only where it is told once, and fits one other. */
    private int most(int left, int right) {
        if (!slip(left, right)) {
            return MOST_OPEN;
        }
        Forest forest = joining.forest();
        return Math.min(forest.size(root(left)), forest.size(root(right))) == 1 ? 1 : 0;
    }

    private boolean slip(int left, int right) {
        return TimeRelation.of(
                        profiles[left].traits().schedule(),
                        profiles[right].traits().schedule())
                == TimeRelation.SLIP;
    }
}
