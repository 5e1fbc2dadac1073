package moisson.deduplicate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import moisson.event.Event;
import moisson.event.EventId;
import moisson.event.Match;

/** A memory in memory, with the clusters that come of it kept as a store would keep them. */
final class MemoryForTest implements Memory {
    final Map<Long, Event> living = new HashMap<>();
    final Map<EventId, Long> numbers = new HashMap<>();
    final List<Ruling> rulings = new ArrayList<>();
    private final Map<Long, long[]> keysOf = new HashMap<>();
    private final Map<Long, Long> glanceOf = new HashMap<>();
    private final Map<Long, Set<Long>> blocks = new HashMap<>();
    private final Map<Long, Set<Pair>> pairsOf = new HashMap<>();
    private final Map<EventId, List<EventId>> groupOf = new HashMap<>();
    private final Map<EventId, Set<Match>> matchesOf = new HashMap<>();

    /** As a store would: only what was touched is written. */
    void write(Set<EventId> touched, Clustering clustering) {
        touched.forEach(groupOf::remove);
        clustering.groups().forEach(group -> group.forEach(member -> groupOf.put(member, group)));
        Set<Match> before = new HashSet<>();
        touched.forEach(id -> before.addAll(matchesOf.getOrDefault(id, Set.of())));
        before.forEach(match -> {
            matches(match.left()).remove(match);
            matches(match.right()).remove(match);
        });
        clustering.matches().forEach(match -> {
            matches(match.left()).add(match);
            matches(match.right()).add(match);
        });
    }

    Set<List<EventId>> groups() {
        return new HashSet<>(groupOf.values());
    }

    Set<Match> matches() {
        Set<Match> all = new HashSet<>();
        matchesOf.values().forEach(all::addAll);
        return all;
    }

    private Set<Match> matches(EventId id) {
        return matchesOf.computeIfAbsent(id, any -> new HashSet<>());
    }

    @Override
    public Map<Long, Event> events(Collection<Long> records) {
        Map<Long, Event> events = new HashMap<>();
        for (Long record : records) {
            Event event = living.get(record);
            if (event != null) {
                events.put(record, event);
            }
        }
        return events;
    }

    @Override
    public Map<Long, Integer> sizes(Collection<Long> keys) {
        Map<Long, Integer> sizes = new HashMap<>();
        keys.forEach(key -> sizes.put(key, blocks.getOrDefault(key, Set.of()).size()));
        return sizes;
    }

    @Override
    public Map<Long, Map<Long, Long>> under(Collection<Long> keys) {
        Map<Long, Map<Long, Long>> under = new HashMap<>();
        keys.forEach(key -> {
            Map<Long, Long> block = new HashMap<>();
            blocks.getOrDefault(key, Set.of()).forEach(record -> block.put(record, glanceOf.getOrDefault(record, 0L)));
            under.put(key, block);
        });
        return under;
    }

    @Override
    public Map<Long, long[]> keys(Collection<Long> records) {
        Map<Long, long[]> keys = new HashMap<>();
        records.forEach(record -> keys.put(record, keysOf.getOrDefault(record, new long[0])));
        return keys;
    }

    @Override
    public void keep(Kept records) {
        glanceOf.keySet().removeAll(records.keys().keySet());
        glanceOf.putAll(records.glances());
        records.keys().forEach((record, now) -> {
            for (long key : keysOf.getOrDefault(record, new long[0])) {
                blocks.getOrDefault(key, new HashSet<>()).remove(record);
            }
            for (long key : now) {
                blocks.computeIfAbsent(key, any -> new HashSet<>()).add(record);
            }
            keysOf.put(record, now);
        });
    }

    @Override
    public List<Pair> pairs(Collection<Long> records) {
        Set<Pair> pairs = new LinkedHashSet<>();
        records.forEach(record -> pairs.addAll(pairsOf.getOrDefault(record, Set.of())));
        return List.copyOf(pairs);
    }

    @Override
    public void replace(Collection<Pair> before, Collection<Pair> after) {
        before.forEach(pair -> {
            pairsOf(pair.left()).remove(pair);
            pairsOf(pair.right()).remove(pair);
        });
        after.forEach(pair -> {
            pairsOf(pair.left()).add(pair);
            pairsOf(pair.right()).add(pair);
        });
    }

    private Set<Pair> pairsOf(long record) {
        return pairsOf.computeIfAbsent(record, any -> new HashSet<>());
    }

    @Override
    public void restart(Kept records, Collection<Pair> pairs) {
        keysOf.clear();
        glanceOf.clear();
        blocks.clear();
        pairsOf.clear();
        keep(records);
        replace(List.of(), pairs);
    }

    @Override
    public List<Ruling> rulings(Collection<Long> records) {
        Set<Long> asked = new HashSet<>(records);
        return rulings.stream()
                .filter(ruling -> asked.contains(ruling.left()) || asked.contains(ruling.right()))
                .toList();
    }

    @Override
    public Collection<Long> companions(Collection<Long> records) {
        return List.of();
    }
}
