package moisson.deduplicate;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import moisson.event.Event;
import moisson.event.EventId;
import moisson.event.Match;
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

    /** The version of the weights and of the shipped tables: what was remembered under another one is of no use. */
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
        try (Workers workers = new Workers(threads)) {
            Event[] sorted = sorted(events, Event::id, workers).toArray(Event[]::new);
            Comparing all = Comparing.of(sorted, vocabulary, workers);
            return Outcome.of(Rows.of(sorted), all.profiles(), all.candidates(), verdicts, workers);
        }
    }

    /** What {@link #clusterReduced} needs of an event, which can be forgotten then. Safe for several threads. */
    public Reduced reduce(Event event) {
        return new Reduced(event, new Rarities(vocabulary).weigh(Traits.of(event, vocabulary)));
    }

    /** The same clusters and matches as those of the whole events, but the reasons give criteria and weights alone. */
    public Clustering clusterReduced(Collection<Reduced> events) {
        try (Workers workers = new Workers(threads)) {
            List<Reduced> sorted = sorted(events, Reduced::id, workers);
            Comparing all = Comparing.of(sorted.stream().map(Reduced::profile).toArray(Profile[]::new), workers);
            Rows rows = new Rows(sorted.stream().map(Reduced::id).toArray(EventId[]::new), null);
            return Outcome.of(rows, all.profiles(), all.candidates(), List.of(), workers);
        }
    }

    /**
     * The same, remembering what {@link #renew} needs later. What was remembered before is forgotten.
     *
     * @param living all events, by the numbers of their records
     */
    public Clustering cluster(Map<Long, Event> living, Collection<Verdict> verdicts, Memory memory) {
        Map<EventId, Long> numbers = new HashMap<>();
        living.forEach((number, event) -> numbers.put(event.id(), number));
        try (Workers workers = new Workers(threads)) {
            Event[] sorted = sorted(living.values(), Event::id, workers).toArray(Event[]::new);
            long[] byRow = Arrays.stream(sorted)
                    .mapToLong(event -> number(event, numbers))
                    .toArray();
            Comparing all = Comparing.of(sorted, vocabulary, workers);
            memory.restart(all.kept(byRow), all.candidates().pairs(byRow));
            return Outcome.of(Rows.of(sorted), all.profiles(), all.candidates(), verdicts, workers);
        }
    }

    /**
     * Finds out what a change does to the clusters, given what is remembered, and remembers it. Gives the same clusters
     * and the same matches as comparing everything anew.
     *
     * @param changed numbers of the records that are new, changed, revived or newly judged
     * @param removed numbers of those that live no longer
     */
    public Renewed renew(Set<Long> changed, Set<Long> removed, Memory memory) {
        return new Increment(memory, vocabulary).run(changed, removed);
    }

    /**
     * Compares two records, whether or not they were ever worth a thought. What contradicts is a match without reasons.
     *
     * @param records the numbers of two that live
     */
    public Match compare(Collection<Long> records, Memory memory) {
        Gathered.Rows rows = new Gathered(memory, vocabulary).rows(records);
        if (rows.events().length != 2) {
            throw new IllegalArgumentException("two living records are compared, not " + rows.events().length);
        }
        return new Explanation(Rows.of(rows.events()), rows.profiles()).match(0, 1, Match.Decision.REVIEW, false);
    }

    private static long number(Event event, Map<EventId, Long> numbers) {
        return Objects.requireNonNull(numbers.get(event.id()));
    }

    private static <T> List<T> sorted(Collection<T> events, Function<T, EventId> id, Workers workers) {
        if (events.size() > Blocks.MOST_ROWS) {
            throw new IllegalArgumentException("more events than can be compared at once: " + events.size());
        }
        return InOrder.of(events, id, workers);
    }
}
