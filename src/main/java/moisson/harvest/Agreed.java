package moisson.harvest;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import moisson.event.EventId;
import moisson.store.VerdictLedger;
import moisson.store.VerdictLedger.Pair;
import moisson.store.VerdictLedger.Standing;

/** Whether people have already said, step by step, that records are the same which are now to be kept apart. */
final class Agreed {
    private final VerdictLedger ledger;
    private final List<Pair> pairs;

    Agreed(VerdictLedger ledger, List<Pair> pairs) {
        this.ledger = ledger;
        this.pairs = pairs;
    }

    /** The verdicts that lead from one record of a pair to the other past these pairs; empty when there is no way. */
    List<Long> chain() {
        for (Pair pair : pairs) {
            List<Long> way = way(pair);
            if (!way.isEmpty()) {
                return way;
            }
        }
        return List.of();
    }

    private List<Long> way(Pair pair) {
        Map<EventId, Standing> cameBy = new HashMap<>();
        Set<EventId> seen = new HashSet<>(Set.of(pair.left()));
        Deque<EventId> front = new ArrayDeque<>(List.of(pair.left()));
        while (!front.isEmpty()) {
            EventId at = front.remove();
            for (Standing step : ledger.standing(List.of(at))) {
                EventId next = other(step, at);
                if (step.verdict().same() && !replaced(step) && seen.add(next)) {
                    cameBy.put(next, step);
                    front.add(next);
                }
            }
        }
        TreeSet<Long> numbers = new TreeSet<>();
        EventId at = pair.right();
        Standing step = cameBy.get(at);
        while (step != null) {
            numbers.add(step.number());
            at = other(step, at);
            step = cameBy.get(at);
        }
        return List.copyOf(numbers);
    }

    private boolean replaced(Standing step) {
        EventId left = step.verdict().left();
        EventId right = step.verdict().right();
        return pairs.contains(new Pair(left, right)) || pairs.contains(new Pair(right, left));
    }

    private static EventId other(Standing step, EventId one) {
        return step.verdict().left().equals(one)
                ? step.verdict().right()
                : step.verdict().left();
    }
}
