package moisson.harvest;

import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import moisson.store.RecordTable.Known;
import moisson.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * Who is known of a source, and who was met in its delivery. Nearly all are known and met unchanged: one look and one bit
 * each.
 */
final class RollCall {
    private final Map<String, Place> known;
    /** The places of those met as they were. */
    private final BitSet again = new BitSet();
    /** The places of those known that were met otherwise. */
    private final BitSet met = new BitSet();
    /** All others that were met, with the sum of their words that tells a repetition from a clash. */
    private final Map<String, Long> others = new HashMap<>();

    RollCall(String source, Store store) {
        AtomicInteger next = new AtomicInteger();
        known = store.read(tables ->
                tables.records().known(source, before -> new Place(next.getAndIncrement(), before)));
    }

    private record Place(int number, Known before) {}

    /** What was known of it before; null when nothing was. */
    @Nullable
    Known before(String key) {
        Place place = known.get(key);
        return place == null ? null : place.before();
    }

    int alive() {
        return (int)
                known.values().stream().filter(place -> place.before().lives()).count();
    }

    /**
     * What was known, when it lives, is met for the first time and is told in the same words. Then it is met.
     *
     * @param words their sum, asked for only when something is known
     */
    @Nullable
    Known again(String key, LongSupplier words) {
        Place place = known.get(key);
        if (place == null
                || !place.before().lives()
                || place.before().words() != words.getAsLong()
                || again.get(place.number())
                || met.get(place.number())) {
            return null;
        }
        again.set(place.number());
        return place.before();
    }

    /** The sum of the words under which it was met before; null when this is the first time. */
    @Nullable
    Long meet(String key, long words) {
        Place place = known.get(key);
        if (place != null && again.get(place.number())) {
            return place.before().words();
        }
        if (place != null) {
            met.set(place.number());
        }
        return others.putIfAbsent(key, words);
    }

    /** Those known that live and were not met. */
    void forEachUnmet(BiConsumer<String, Known> use) {
        known.forEach((key, place) -> {
            if (place.before().lives() && !again.get(place.number()) && !met.get(place.number())) {
                use.accept(key, place.before());
            }
        });
    }

    /**
     * The keys of those, under any key.
     *
     * @param renamed keys under which some were known that were met under another
     */
    Set<String> unmet(Collection<String> renamed) {
        Set<String> unmet = new HashSet<>();
        forEachUnmet((key, before) -> unmet.add(key));
        // By then it bears the key under which it was met.
        unmet.removeAll(Set.copyOf(renamed));
        return unmet;
    }
}
