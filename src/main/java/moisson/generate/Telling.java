package moisson.generate;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import moisson.event.Field;

/**
 * One record: a happening as one source tells it, mistakes included.
 *
 * @param number its rank in the whole, from 1
 * @param key the source's own, found nowhere else
 * @param values everything but the times
 */
record Telling(int number, Outlet outlet, String key, Map<Field, String> values, Times times, Happening of) {
    Telling {
        values = Collections.unmodifiableMap(new EnumMap<>(values));
    }

    String value(Field field) {
        return values.getOrDefault(field, "");
    }

    Telling with(Field field, String value) {
        Map<Field, String> changed = new EnumMap<>(values);
        changed.put(field, value);
        return new Telling(number, outlet, key, changed, times, of);
    }

    Telling at(Times other) {
        return new Telling(number, outlet, key, values, other, of);
    }
}
