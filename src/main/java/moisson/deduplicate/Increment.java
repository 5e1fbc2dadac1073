package moisson.deduplicate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongConsumer;
import moisson.event.EventId;
import moisson.event.Verdict;

/**
 * Does again what a change may have touched, and only that. Whether two records are worth a thought hangs on both of them
 * and on a few counts; joining hangs on nothing outside a connected heap of such pairs. So the answer is the one that
 * comparing everything anew would give. See {@code docs/decisions/0006-*.md}.
 */
final class Increment {
    private static final long[] NONE = {};

    private final Memory memory;
    private final Gathered gathered;

    Increment(Memory memory, Vocabulary vocabulary) {
        this.memory = memory;
        this.gathered = new Gathered(memory, vocabulary);
    }

    Renewed run(Set<Long> changed, Set<Long> removed) {
        Set<Long> living = gathered.fetch(changed);
        living.removeAll(removed);
        Set<Long> gone = new HashSet<>(changed);
        gone.addAll(removed);
        Set<Long> touched = new HashSet<>(memory.companions(gone));
        gone.removeAll(living);

        Set<Long> fresh = new HashSet<>(living);
        fresh.addAll(turned(living, gone));
        Set<Long> again = new HashSet<>(fresh);
        again.addAll(gone);
        List<Memory.Pair> before = memory.pairs(again);
        List<Memory.Pair> after = pairs(gathered.fetch(fresh));
        memory.replace(before, after);

        touched.addAll(fresh);
        ends(before, touched::add);
        ends(after, touched::add);
        memory.rulings(again).forEach(ruling -> {
            touched.add(ruling.left());
            touched.add(ruling.right());
        });
        return clustering(touched);
    }

    /** Keeps the new keys, and answers who is concerned by what that does to blocks. */
    private Set<Long> turned(Set<Long> living, Set<Long> gone) {
        Map<Long, long[]> keys = gathered.keys(living);
        gone.forEach(record -> keys.put(record, NONE));
        Shift shift = new Shift();
        memory.keys(keys.keySet()).values().forEach(old -> shift.add(old, -1));
        keys.values().forEach(now -> shift.add(now, 1));
        Map<Long, Integer> sizes = memory.sizes(shift.keys());
        Set<Long> turned = shift.turned(sizes);
        memory.keep(new Memory.Kept(keys, gathered.glances(living)));
        gathered.counted(shift.after(sizes));
        Set<Long> concerned = new HashSet<>();
        memory.under(turned).values().forEach(block -> concerned.addAll(block.keySet()));
        return concerned;
    }

    /** Whatever these records are worth a thought with. */
    private List<Memory.Pair> pairs(Set<Long> fresh) {
        Map<Long, long[]> keys = gathered.keys(fresh);
        Set<Long> all = new HashSet<>();
        keys.values().forEach(each -> {
            for (long key : each) {
                all.add(key);
            }
        });
        // Most keys are those of one record alone.
        Map<Long, Integer> sizes = gathered.sizes(all);
        all.removeIf(key -> {
            int size = sizes.getOrDefault(key, 0);
            return size < 2 || size > Blocks.CAP;
        });
        Map<Long, Set<Long>> partners = partners(keys, memory.under(all));
        Set<Long> worthFetching = new HashSet<>(fresh);
        partners.values().forEach(worthFetching::addAll);
        Gathered.Rows rows = gathered.rows(worthFetching);
        PairScoring scoring = new PairScoring(rows.profiles());
        partners.forEach((record, others) -> meet(record, others, fresh, rows, scoring));
        return new Candidates(Edges.of(List.of(scoring.same())), Edges.of(List.of(scoring.parts())))
                .pairs(rows.numbers());
    }

    /** Those that share a key with each record, but for those that a glance is enough to tell apart. */
    private Map<Long, Set<Long>> partners(Map<Long, long[]> keys, Map<Long, Map<Long, Long>> blocks) {
        Map<Long, Long> glances = gathered.glances(keys.keySet());
        Map<Long, Set<Long>> partners = new HashMap<>();
        keys.forEach((record, each) -> {
            long mine = Objects.requireNonNull(glances.get(record));
            Set<Long> others = new HashSet<>();
            for (long key : each) {
                blocks.getOrDefault(key, Map.of()).forEach((other, glance) -> {
                    if (!other.equals(record) && !Glance.never(mine, glance)) {
                        others.add(other);
                    }
                });
            }
            partners.put(record, others);
        });
        return partners;
    }

    private static void meet(Long record, Set<Long> others, Set<Long> fresh, Gathered.Rows rows, PairScoring scoring) {
        int mine = place(rows, record);
        for (Long other : others) {
            int place = place(rows, other);
            // Two fresh records find each other twice: the smaller row does the work.
            if (mine < place || !fresh.contains(other)) {
                scoring.meet(Math.min(mine, place), Math.max(mine, place));
            }
        }
    }

    private static void ends(Collection<Memory.Pair> pairs, LongConsumer use) {
        for (Memory.Pair pair : pairs) {
            use.accept(pair.left());
            use.accept(pair.right());
        }
    }

    /** Joins anew the heaps that hold one of these records. */
    private Renewed clustering(Set<Long> touched) {
        Set<Memory.Pair> pairs = new HashSet<>();
        Set<Memory.Ruling> rulings = new HashSet<>();
        Set<Long> heap = new HashSet<>(touched);
        Set<Long> front = touched;
        while (!front.isEmpty()) {
            Set<Long> next = new HashSet<>();
            List<Memory.Pair> more = memory.pairs(front);
            pairs.addAll(more);
            ends(more, next::add);
            for (Memory.Ruling ruling : memory.rulings(front)) {
                rulings.add(ruling);
                next.add(ruling.left());
                next.add(ruling.right());
            }
            next.removeAll(heap);
            heap.addAll(next);
            front = next;
        }
        Gathered.Rows rows = gathered.rows(heap);
        Candidates candidates = new Candidates(edges(pairs, rows, false), edges(pairs, rows, true));
        Clustering clustering = outcome(rows, candidates, verdicts(rulings, rows));
        Map<EventId, Long> numbers = new HashMap<>();
        for (int row = 0; row < rows.numbers().length; row++) {
            numbers.put(rows.events()[row].id(), rows.numbers()[row]);
        }
        return new Renewed(numbers, clustering);
    }

    /** A few rows: not worth another thread. */
    private static Clustering outcome(Gathered.Rows rows, Candidates candidates, List<Verdict> verdicts) {
        try (Workers alone = new Workers(1)) {
            return Outcome.of(Rows.of(rows.events()), rows.profiles(), candidates, verdicts, alone);
        }
    }

    private static Edges edges(Collection<Memory.Pair> pairs, Gathered.Rows rows, boolean part) {
        Longs edges = new Longs();
        for (Memory.Pair pair : pairs) {
            if (pair.part() == part) {
                edges.add(Edges.pack(pair.score() / 1000.0, place(rows, pair.left()), place(rows, pair.right())));
            }
        }
        return Edges.of(List.of(edges));
    }

    /** Those about records that live. */
    private static List<Verdict> verdicts(Collection<Memory.Ruling> rulings, Gathered.Rows rows) {
        List<Verdict> verdicts = new ArrayList<>();
        for (Memory.Ruling ruling : rulings) {
            Integer left = rows.places().get(ruling.left());
            Integer right = rows.places().get(ruling.right());
            if (left != null && right != null) {
                verdicts.add(new Verdict(rows.events()[left].id(), rows.events()[right].id(), ruling.same()));
            }
        }
        return verdicts;
    }

    private static int place(Gathered.Rows rows, Long record) {
        return Objects.requireNonNull(rows.places().get(record));
    }
}
