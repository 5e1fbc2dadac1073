package moisson.harvest;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import moisson.deduplicate.Deduplicator;
import moisson.deduplicate.Memory;
import moisson.event.Event;
import moisson.store.MatchingTable;
import moisson.store.Tables;

/** The memory of the duplicate finder, kept in the store, inside one transaction. */
final class Remembered implements Memory {
    private final Tables tables;
    private final MatchingTable matching;

    Remembered(Tables tables) {
        this.tables = tables;
        this.matching = tables.matching();
    }

    @Override
    public Map<Long, Event> events(Collection<Long> records) {
        return matching.events(records);
    }

    @Override
    public Map<Long, Integer> sizes(Collection<Long> keys) {
        return matching.sizes(keys);
    }

    @Override
    public Map<Long, Map<Long, Long>> under(Collection<Long> keys) {
        return matching.under(keys);
    }

    @Override
    public Map<Long, long[]> keys(Collection<Long> records) {
        return matching.keys(records);
    }

    @Override
    public void keep(Kept records) {
        matching.keep(records.keys(), records.glances());
    }

    @Override
    public List<Pair> pairs(Collection<Long> records) {
        return matching.pairs(records).stream()
                .map(pair -> new Pair(pair.left(), pair.right(), pair.score(), pair.part()))
                .toList();
    }

    @Override
    public void replace(Collection<Pair> before, Collection<Pair> after) {
        matching.replace(stored(before), stored(after));
    }

    @Override
    public void restart(Kept records, Collection<Pair> pairs) {
        matching.restart(Deduplicator.weightsVersion(), records.keys(), records.glances(), stored(pairs));
    }

    @Override
    public List<Ruling> rulings(Collection<Long> records) {
        return matching.rulings(records).stream()
                .map(ruling -> new Ruling(ruling.left(), ruling.right(), ruling.same()))
                .toList();
    }

    @Override
    public Collection<Long> companions(Collection<Long> records) {
        return tables.clusters().companions(records);
    }

    private static List<MatchingTable.Pair> stored(Collection<Pair> pairs) {
        return pairs.stream()
                .map(pair -> new MatchingTable.Pair(pair.left(), pair.right(), pair.score(), pair.part()))
                .toList();
    }
}
