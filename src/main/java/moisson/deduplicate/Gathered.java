package moisson.deduplicate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import moisson.event.Event;

/** Events fetched from a memory, each at most once, with what each is worth. */
final class Gathered {
    private final Memory memory;
    private final Vocabulary vocabulary;
    private final Rarities rarities;
    private final Map<Long, Event> events = new HashMap<>();
    /** Not yet weighed against the others of their day. */
    private final Map<Long, Profile> profiles = new HashMap<>();
    /** How many records stand in each block that was asked about. */
    private final Map<Long, Integer> sizes = new HashMap<>();

    Gathered(Memory memory, Vocabulary vocabulary) {
        this.memory = memory;
        this.vocabulary = vocabulary;
        this.rarities = new Rarities(vocabulary);
    }

    /** Some events side by side, in the order of their ids, as joining and scoring want them. */
    @SuppressWarnings("ArrayRecordComponent") // rows, never compared as a whole
    record Rows(long[] numbers, Event[] events, Profile[] profiles, Map<Long, Integer> places) {}

    /** Fetches those that are not here yet; answers which of them live. */
    Set<Long> fetch(Collection<Long> records) {
        List<Long> missing =
                records.stream().filter(record -> !events.containsKey(record)).toList();
        memory.events(missing).forEach((record, event) -> {
            events.put(record, event);
            profiles.put(record, rarities.weigh(Traits.of(event, vocabulary)));
        });
        Set<Long> living = new LinkedHashSet<>(records);
        living.retainAll(events.keySet());
        return living;
    }

    Map<Long, long[]> keys(Collection<Long> records) {
        Map<Long, long[]> keys = new HashMap<>();
        for (Long record : records) {
            keys.put(record, BlockingKeys.of(profile(record)));
        }
        return keys;
    }

    Map<Long, Long> glances(Collection<Long> records) {
        Map<Long, Long> glances = new HashMap<>();
        records.forEach(record -> glances.put(record, Glance.of(profile(record))));
        return glances;
    }

    /** Once the memory holds the keys of today: how common titles are is counted there. */
    Rows rows(Collection<Long> records) {
        List<Long> sorted = new ArrayList<>(fetch(records));
        sorted.sort(Comparator.comparing(record -> event(record).id()));
        Map<Long, Long> titles = new HashMap<>();
        sorted.forEach(record -> titles.put(record, BlockingKeys.title(profile(record))));
        Map<Long, Integer> sizes = sizes(titles.values());
        long[] numbers = sorted.stream().mapToLong(Long::longValue).toArray();
        Map<Long, Integer> places = new HashMap<>();
        Event[] rows = new Event[numbers.length];
        Profile[] weighed = new Profile[numbers.length];
        for (int row = 0; row < numbers.length; row++) {
            Long record = sorted.get(row);
            places.put(record, row);
            rows[row] = event(record);
            weighed[row] = profile(record).amid(Math.max(1, sizes.getOrDefault(titles.get(record), 0)));
        }
        return new Rows(numbers, rows, weighed, places);
    }

    /** So many stand in these blocks, as the memory holds them: it need not be asked. */
    void counted(Map<Long, Integer> blocks) {
        sizes.putAll(blocks);
    }

    /** How many stand in each of these blocks, and in others; once the memory holds the keys of today. */
    Map<Long, Integer> sizes(Collection<Long> blocks) {
        Set<Long> missing = new LinkedHashSet<>(blocks);
        missing.removeAll(sizes.keySet());
        Map<Long, Integer> counted = memory.sizes(missing);
        missing.forEach(block -> sizes.put(block, counted.getOrDefault(block, 0)));
        return sizes;
    }

    private Event event(Long record) {
        return Objects.requireNonNull(events.get(record));
    }

    private Profile profile(Long record) {
        return Objects.requireNonNull(profiles.get(record));
    }
}
