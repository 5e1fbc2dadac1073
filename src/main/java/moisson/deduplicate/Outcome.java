package moisson.deduplicate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import moisson.event.Event;
import moisson.event.EventId;
import moisson.event.Match;
import moisson.event.Verdict;

/** Turns joined rows into the answer: groups, and a match with its reasons for whatever is worth telling. */
final class Outcome {
    /** A group is shown with so many others to review, the likeliest first: nobody reads more. */
    private static final int MOST_REVIEWS = 5;
    /** A run is linked to so many of its parts. */
    private static final int MOST_PARTS = 400;

    private final Event[] events;
    private final Profile[] profiles;
    private final Joining joining;
    private final Rulings rulings;

    private Outcome(Event[] events, Profile[] profiles, Joining joining, Rulings rulings) {
        this.events = events;
        this.profiles = profiles;
        this.joining = joining;
        this.rulings = rulings;
    }

    /** @param events in rising order of their ids */
    static Clustering of(Event[] events, Profile[] profiles, Candidates candidates, Collection<Verdict> verdicts) {
        Rulings rulings = Rulings.of(verdicts, events);
        Joining joining = new Joining(profiles, candidates.same(), rulings);
        joining.run();
        return new Outcome(events, profiles, joining, rulings).clustering(candidates);
    }

    private Clustering clustering(Candidates candidates) {
        List<Match> matches = new ArrayList<>();
        Explanation explanation = new Explanation(events, profiles);
        Set<Long> ruled = new HashSet<>();
        rulings.same().forEach(pair -> ruled.add((pair[1] << 32) | pair[2]));
        for (long pair : Longs.concat(List.of(joining.joined()))) {
            matches.add(
                    explanation.match((int) (pair >>> 32), (int) pair, Match.Decision.JOINED, ruled.contains(pair)));
        }
        for (long pair : apart(candidates.same(), MOST_REVIEWS, true)) {
            matches.add(explanation.match((int) (pair >>> 32), (int) pair, Match.Decision.REVIEW, false));
        }
        for (long pair : apart(candidates.parts(), MOST_PARTS, false)) {
            matches.add(explanation.match((int) (pair >>> 32), (int) pair, Match.Decision.PART_OF, false));
        }
        matches.sort(Comparator.comparing(Match::left).thenComparing(Match::right));
        return new Clustering(groups(), matches);
    }

    /** The best pair between each two groups. */
    private List<Long> apart(Edges edges, int most, boolean review) {
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
                    && shown[one] < most
                    && shown[other] < most
                    && !rulings.apart(left, right)
                    && (!review || worthAsking(left, right, edges.score(edge)))
                    && seen.add(((long) one << 32) | other)) {
                shown[one]++;
                shown[other]++;
                pairs.add(((long) left << 32) | right);
            }
        }
        return pairs;
    }

    /** Groups with members that exclude each other are siblings, and need nobody's eye. */
    private boolean worthAsking(int left, int right, double score) {
        boolean sameSource =
                profiles[left].traits().source() == profiles[right].traits().source();
        return (!sameSource || score >= Weights.JOIN) && joining.compatible(left, right);
    }

    private List<List<EventId>> groups() {
        Forest forest = joining.forest();
        List<List<EventId>> groups = new ArrayList<>();
        for (int row = 0; row < forest.rows(); row++) {
            if (forest.root(row) == row) {
                int[] members = forest.members(row).clone();
                Arrays.sort(members);
                groups.add(Arrays.stream(members)
                        .mapToObj(member -> events[member].id())
                        .toList());
            }
        }
        return groups;
    }
}
