package moisson.deduplicate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import moisson.event.EventId;
import moisson.event.Match;
import moisson.event.Verdict;

/** Turns joined rows into the answer: groups, and a match with its reasons for whatever is worth telling. */
final class Outcome {
    /** A run is linked to so many of its parts. */
    private static final int MOST_PARTS = 400;

    private static final int ROW_BITS = Blocks.ROW_BITS;
    private static final int KIND_BITS = 2;
    private static final int KINDS = 3;
    private static final int JOINED = 0;
    /** Joined by a person. */
    private static final int RULED = 1;

    private static final int REVIEW = 2;
    private static final int PART_OF = 3;

    private final Rows rows;
    private final Profile[] profiles;
    private final Joining joining;
    private final Rulings rulings;

    private Outcome(Rows rows, Profile[] profiles, Joining joining, Rulings rulings) {
        this.rows = rows;
        this.profiles = profiles;
        this.joining = joining;
        this.rulings = rulings;
    }

    /** The reasons quote what was compared when the rows have it. */
    static Clustering of(
            Rows rows, Profile[] profiles, Candidates candidates, Collection<Verdict> verdicts, Workers workers) {
        Rulings rulings = Rulings.of(verdicts, rows.ids());
        Joining joining = new Joining(profiles, candidates.same(), rulings);
        joining.run();
        return new Outcome(rows, profiles, joining, rulings).clustering(candidates, workers);
    }

    private Clustering clustering(Candidates candidates, Workers workers) {
        Longs pairs = new Longs();
        Set<Long> ruled = new HashSet<>();
        rulings.same().forEach(pair -> ruled.add((pair[1] << 32) | pair[2]));
        for (long pair : Longs.concat(List.of(joining.joined()))) {
            pairs.add(told(pair, ruled.contains(pair) ? RULED : JOINED));
        }
        new Questions(profiles, joining, rulings)
                .among(candidates.same())
                .forEach(pair -> pairs.add(told(pair, REVIEW)));
        parts(candidates.parts()).forEach(pair -> pairs.add(told(pair, PART_OF)));
        return new Clustering(groups(), matches(pairs, workers));
    }

    /** In the order of the ids, which is that of the rows. */
    private List<Match> matches(Longs pairs, Workers workers) {
        long[] sorted = Longs.concat(List.of(pairs));
        Arrays.sort(sorted);
        Match[] matches = new Match[sorted.length];
        workers.split(sorted.length, (from, to) -> {
            Explanation explanation = new Explanation(rows, profiles);
            for (int i = from; i < to; i++) {
                matches[i] = match(sorted[i], explanation);
            }
            return to;
        });
        return Arrays.asList(matches);
    }

    private static Match match(long pair, Explanation explanation) {
        int kind = (int) pair & KINDS;
        int left = (int) (pair >>> (ROW_BITS + KIND_BITS));
        int right = (int) (pair >>> KIND_BITS) & (Blocks.MOST_ROWS - 1);
        Match.Decision decision = kind == PART_OF
                ? Match.Decision.PART_OF
                : kind == REVIEW ? Match.Decision.REVIEW : Match.Decision.JOINED;
        return explanation.match(left, right, decision, kind == RULED);
    }

    /** A pair of rows, the smaller one first, and what is said of it below. */
    private static long told(long pair, int kind) {
        long one = pair >>> 32;
        long other = pair & 0xffffffffL;
        return (((Math.min(one, other) << ROW_BITS) | Math.max(one, other)) << KIND_BITS) | kind;
    }

    /** The best pair between each run and each of its parts. */
    private List<Long> parts(Edges edges) {
        Forest forest = joining.forest();
        int[] shown = new int[forest.rows()];
        Set<Long> seen = new HashSet<>();
        List<Long> pairs = new ArrayList<>();
        for (int edge = 0; edge < edges.size(); edge++) {
            int left = edges.left(edge);
            int right = edges.right(edge);
            int one = Math.min(forest.root(left), forest.root(right));
            int other = Math.max(forest.root(left), forest.root(right));
            if (one != other
                    && shown[one] < MOST_PARTS
                    && shown[other] < MOST_PARTS
                    && !rulings.apart(left, right)
                    && seen.add(((long) one << 32) | other)) {
                shown[one]++;
                shown[other]++;
                pairs.add(((long) left << 32) | right);
            }
        }
        return pairs;
    }

    private List<List<EventId>> groups() {
        Forest forest = joining.forest();
        List<List<EventId>> groups = new ArrayList<>();
        for (int row = 0; row < forest.rows(); row++) {
            if (forest.root(row) == row) {
                int[] members = forest.members(row).clone();
                Arrays.sort(members);
                EventId[] ids = new EventId[members.length];
                Arrays.setAll(ids, member -> rows.id(members[member]));
                groups.add(List.of(ids));
            }
        }
        return groups;
    }
}
