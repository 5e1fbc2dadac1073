package moisson.deduplicate;

import java.util.HashMap;
import java.util.Map;
import moisson.event.Event;

/** All events compared with all that share a key with them. */
@SuppressWarnings("ArrayRecordComponent") // rows, never compared as a whole
record Comparing(Profile[] profiles, Blocks blocks, Candidates candidates) {
    static Comparing of(Event[] events, Vocabulary vocabulary, Workers workers) {
        return of(weighed(events, vocabulary, workers), workers);
    }

    /** @param profiles not yet weighed against the others of their day; they are here afterwards */
    static Comparing of(Profile[] profiles, Workers workers) {
        Blocks blocks = Blocks.of(profiles, workers);
        for (int row = 0; row < profiles.length; row++) {
            profiles[row] = profiles[row].amid(blocks.titles(row));
        }
        return new Comparing(profiles, blocks, Candidates.of(profiles, blocks, workers));
    }

    private static Profile[] weighed(Event[] events, Vocabulary vocabulary, Workers workers) {
        Rarities rarities = new Rarities(vocabulary);
        Profile[] profiles = new Profile[events.length];
        workers.split(events.length, (from, to) -> {
            for (int row = from; row < to; row++) {
                profiles[row] = rarities.weigh(Traits.of(events[row], vocabulary));
            }
            return to;
        });
        return profiles;
    }

    /** @param numbers of the records, row by row */
    Memory.Kept kept(long[] numbers) {
        Map<Long, long[]> keys = HashMap.newHashMap(numbers.length);
        Map<Long, Long> glances = HashMap.newHashMap(numbers.length);
        for (int row = 0; row < numbers.length; row++) {
            keys.put(numbers[row], BlockingKeys.of(profiles[row]));
            glances.put(numbers[row], Glance.of(profiles[row]));
        }
        return new Memory.Kept(keys, glances);
    }
}
