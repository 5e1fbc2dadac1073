package moisson.generate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import moisson.generate.Truth.Told;
import org.jspecify.annotations.Nullable;

/** Counts right and wrong answers, cluster by cluster. */
final class Tally {
    private final Map<Count, Long> counts = new EnumMap<>(Count.class);

    private enum Count {
        RIGHT_PAIRS,
        WRONG_PAIRS,
        CLUSTERS,
        JOINED,
        EXACT,
        WRONG,
        ACROSS,
        ASKED,
        ASKED_RIGHTLY
    }

    /** @param events in one cluster, with how many of its records tell of each */
    void add(Map<Told, Integer> events, Map<String, Integer> sizes) {
        if (events.isEmpty()) {
            return;
        }
        add(Count.CLUSTERS, 1);
        int records = events.values().stream().mapToInt(Integer::intValue).sum();
        add(Count.JOINED, records > 1 ? 1 : 0);
        events.values().forEach(size -> add(Count.RIGHT_PAIRS, size * (size - 1L) / 2));
        Told first = events.keySet().iterator().next();
        boolean whole = events.size() == 1 && sizes.getOrDefault(first.event(), 0) == records;
        add(Count.EXACT, whole && records > 1 ? 1 : 0);
        wrongs(new ArrayList<>(events.entrySet()));
    }

    /** Pairs of different events; those of which one is a part of the other count neither way. */
    private void wrongs(List<Map.Entry<Told, Integer>> events) {
        boolean wrong = false;
        boolean across = false;
        for (int i = 0; i < events.size(); i++) {
            for (int j = i + 1; j < events.size(); j++) {
                Told one = events.get(i).getKey();
                Told other = events.get(j).getKey();
                if (!one.isPartOf(other) && !other.isPartOf(one)) {
                    add(
                            Count.WRONG_PAIRS,
                            (long) events.get(i).getValue() * events.get(j).getValue());
                    wrong = true;
                    across |=
                            !one.commune().equals(other.commune()) || !one.day().equals(other.day());
                }
            }
        }
        add(Count.WRONG, wrong ? 1 : 0);
        add(Count.ACROSS, across ? 1 : 0);
    }

    /** @param same null when nobody knows */
    void ask(@Nullable Boolean same) {
        if (same != null) {
            add(Count.ASKED, 1);
            add(Count.ASKED_RIGHTLY, same ? 1 : 0);
        }
    }

    Accuracy accuracy(long records, long knownPairs, long knownClusters) {
        return new Accuracy(
                records,
                new Accuracy.Measure(
                        get(Count.RIGHT_PAIRS), get(Count.RIGHT_PAIRS) + get(Count.WRONG_PAIRS), knownPairs),
                new Accuracy.Measure(get(Count.EXACT), get(Count.JOINED), knownClusters),
                get(Count.CLUSTERS),
                get(Count.WRONG),
                get(Count.ACROSS),
                get(Count.ASKED),
                get(Count.ASKED_RIGHTLY));
    }

    private void add(Count count, long more) {
        counts.merge(count, more, Long::sum);
    }

    private long get(Count count) {
        return counts.getOrDefault(count, 0L);
    }
}
