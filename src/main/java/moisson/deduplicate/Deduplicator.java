package moisson.deduplicate;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import moisson.event.Event;
import moisson.event.Verdict;

/** Finds the events that tell of the same happening, and says why. See {@code docs/decisions/0003-*.md}. */
public final class Deduplicator {
    private final Vocabulary vocabulary = Vocabulary.shipped();
    private final int threads;

    /** Works on all processors. */
    public Deduplicator() {
        this(Runtime.getRuntime().availableProcessors());
    }

    /** The number of threads changes how long it takes, never the result. */
    public Deduplicator(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("at least one thread must work");
        }
        this.threads = threads;
    }

    /** The version of the table of weights, to be kept with what it decided. */
    public static String weightsVersion() {
        return Weights.VERSION;
    }

    /**
     * The same events and verdicts in any order give the same result. Verdicts outrank every score; those about events
     * that are not here are passed over, and a pair that both words were said of stays apart.
     *
     * @throws IllegalArgumentException when two events have one id
     */
    public Clustering cluster(Collection<Event> events, Collection<Verdict> verdicts) {
        Event[] sorted = sorted(events);
        try (Workers workers = new Workers(threads)) {
            Profile[] profiles = profiles(sorted, workers);
            Candidates candidates = Candidates.of(profiles, Blocks.of(profiles, workers), workers);
            Rulings rulings = Rulings.of(verdicts, sorted);
            Joining joining = new Joining(profiles, candidates.same(), rulings);
            joining.run();
            return new Outcome(sorted, profiles, joining, rulings).clustering(candidates);
        }
    }

    private static Event[] sorted(Collection<Event> events) {
        Event[] sorted = events.toArray(Event[]::new);
        if (sorted.length > Blocks.MOST_ROWS) {
            throw new IllegalArgumentException("more events than can be compared at once: " + sorted.length);
        }
        Arrays.parallelSort(sorted, Comparator.comparing(Event::id));
        for (int i = 1; i < sorted.length; i++) {
            if (sorted[i].id().equals(sorted[i - 1].id())) {
                throw new IllegalArgumentException("two events have the id " + sorted[i].id());
            }
        }
        return sorted;
    }

    private Profile[] profiles(Event[] events, Workers workers) {
        Traits[] traits = new Traits[events.length];
        workers.split(events.length, (from, to) -> {
            for (int i = from; i < to; i++) {
                traits[i] = Traits.of(events[i], vocabulary);
            }
            return to;
        });
        Rarities rarities = Rarities.of(traits, vocabulary);
        Profile[] profiles = new Profile[events.length];
        workers.split(events.length, (from, to) -> {
            for (int i = from; i < to; i++) {
                profiles[i] = rarities.weigh(traits[i]);
            }
            return to;
        });
        return profiles;
    }
}
