package moisson.deduplicate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What a change of keys does to blocks: one that grows beyond what is looked through, or shrinks below, or whose title
 * becomes more or less common, concerns all that stand in it.
 */
final class Shift {
    private final Map<Long, Integer> change = new HashMap<>();

    void add(long[] keys, int times) {
        for (long key : keys) {
            change.merge(key, times, Integer::sum);
        }
    }

    /** The keys under which more records stand than before, or fewer. */
    Set<Long> keys() {
        change.values().removeIf(times -> times == 0);
        return change.keySet();
    }

    /** How many records stand under each of these keys now. */
    Map<Long, Integer> after(Map<Long, Integer> before) {
        Map<Long, Integer> after = new HashMap<>();
        change.forEach((key, times) -> after.put(key, before.getOrDefault(key, 0) + times));
        return after;
    }

    /** The keys whose blocks are not what they were. */
    Set<Long> turned(Map<Long, Integer> before) {
        Set<Long> turned = new HashSet<>();
        change.forEach((key, times) -> {
            int old = before.getOrDefault(key, 0);
            boolean overfull = old > Blocks.CAP != old + times > Blocks.CAP;
            boolean rarer = BlockingKeys.isTitle(key) && Profile.level(old) != Profile.level(old + times);
            if (overfull || rarer) {
                turned.add(key);
            }
        });
        return turned;
    }
}
