package moisson.deduplicate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import moisson.event.Event;
import moisson.event.EventId;

/** Every pair that the machine looks at, those below all thresholds too, and what other thresholds would join. */
public final class Survey {
    private static final int CRITERIA = Criterion.VERDICT.index();

    private final Event[] events;
    private final Comparing all;

    private Survey(Event[] events, Comparing all) {
        this.events = events;
        this.all = all;
    }

    /** Told of each pair once. */
    @FunctionalInterface
    public interface Meeting {
        /**
         * Hears of one pair.
         *
         * @param score in bits; negative infinity when they exclude each other
         * @param parts what each of {@link #criteria} added
         */
        void meet(EventId left, EventId right, double score, double[] parts);
    }

    public static Survey of(Collection<Event> events, int threads) {
        Event[] sorted = events.toArray(Event[]::new);
        Arrays.sort(sorted, Comparator.comparing(Event::id));
        try (Workers workers = new Workers(threads)) {
            return new Survey(sorted, Comparing.of(sorted, Vocabulary.shipped(), workers));
        }
    }

    /** In the order of the parts. */
    public static List<String> criteria() {
        return Arrays.stream(Criterion.values())
                .filter(criterion -> criterion.index() < CRITERIA)
                .sorted(Comparator.comparingInt(Criterion::index))
                .map(Criterion::french)
                .toList();
    }

    /** Sessions that are a part of the other's are left out: they are linked and never joined, whatever the score. */
    public void pairs(Meeting meeting) {
        Profile[] profiles = all.profiles();
        Comparison comparison = new Comparison();
        Map<Long, List<Integer>> blocks = new HashMap<>();
        for (int row = 0; row < profiles.length; row++) {
            for (long key : BlockingKeys.of(profiles[row])) {
                blocks.computeIfAbsent(key, any -> new ArrayList<>()).add(row);
            }
        }
        for (int row = 0; row < profiles.length; row++) {
            Set<Integer> met = new HashSet<>();
            for (long key : BlockingKeys.of(profiles[row])) {
                List<Integer> block = blocks.getOrDefault(key, List.of());
                for (int other : block.size() > Blocks.CAP ? List.<Integer>of() : block) {
                    if (other > row && met.add(other)) {
                        meet(row, other, comparison, meeting);
                    }
                }
            }
        }
    }

    private void meet(int left, int right, Comparison comparison, Meeting meeting) {
        Profile one = all.profiles()[left];
        Profile other = all.profiles()[right];
        TimeRelation time =
                TimeRelation.of(one.traits().schedule(), other.traits().schedule());
        if (time == TimeRelation.PART) {
            return;
        }
        double score = time == TimeRelation.APART ? Comparison.NEVER : comparison.score(one, other, time);
        double[] parts = new double[CRITERIA];
        if (score != Comparison.NEVER) {
            for (Criterion criterion : Criterion.values()) {
                if (criterion.index() < CRITERIA) {
                    parts[criterion.index()] = comparison.part(criterion);
                }
            }
        }
        meeting.meet(events[left].id(), events[right].id(), score, parts);
    }

    /**
     * The groups that another threshold would give, with all other rules of joining.
     *
     * @param threshold in bits, at least that of a thought: below it nothing is remembered
     */
    public List<List<EventId>> joinedFrom(double threshold) {
        Joining joining = new Joining(
                all.profiles(),
                all.candidates().same(),
                Rulings.of(List.of(), Rows.of(events).ids()),
                Math.max(Weights.THOUGHT, threshold));
        joining.run();
        Forest forest = joining.forest();
        List<List<EventId>> groups = new ArrayList<>();
        for (int row = 0; row < forest.rows(); row++) {
            if (forest.root(row) == row) {
                groups.add(Arrays.stream(forest.members(row))
                        .mapToObj(member -> events[member].id())
                        .toList());
            }
        }
        return groups;
    }
}
