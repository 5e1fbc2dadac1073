package moisson.event;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One item of a delivery, word for word.
 *
 * @param number its rank in the delivery, from 1
 * @param place where a partner finds it again: "ligne 12", "/events/3", "UID 42@exemple.fr"
 * @param key the source's own key, or null when it has none
 * @param values what it says, sorted under common names, values untouched
 * @param words gives the whole item as it came (a JSON object, a VEVENT, a CSV row as a JSON object)
 */
public record SourceRecord(
        int number, String place, @Nullable String key, Map<Field, List<String>> values, Supplier<String> words) {
    private static final int SUM_LENGTH = 20;
    private static final Field[] FIELDS = Field.values();

    /** With its words at hand. */
    public SourceRecord(
            int number, String place, @Nullable String key, Map<Field, List<String>> values, String verbatim) {
        this(number, place, key, values, () -> verbatim);
    }

    public SourceRecord {
        Map<Field, List<String>> copy = new EnumMap<>(Field.class);
        for (Field field : FIELDS) { // quicker than asking the map for its entries
            List<String> told = values.get(field);
            if (told != null) {
                copy.put(field, List.copyOf(told));
            }
        }
        values = Collections.unmodifiableMap(copy);
    }

    /**
     * The same record with a key: its own, or else one made of its words, so that the same words are the same record; once
     * changed, it will be taken for a new one.
     */
    public SourceRecord keyed() {
        if (key != null && !key.isBlank()) {
            return this;
        }
        return keyed("sans-cle-" + Sha256.of(verbatim()).substring(0, SUM_LENGTH));
    }

    /** The same record under this key. */
    public SourceRecord keyed(String other) {
        return new SourceRecord(number, place, other, values, words);
    }

    /** The whole item as it came. Made anew at each call: most records are unchanged, and nobody reads it then. */
    public String verbatim() {
        return words.get();
    }

    /** The first value that is not blank. */
    public Optional<String> first(Field field) {
        // Asked forty times of every record: no stream here.
        List<String> told = values.get(field);
        for (int i = 0; told != null && i < told.size(); i++) {
            String value = told.get(i);
            if (!value.isBlank()) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    /** Every value that is not blank, in the order of the source. */
    public List<String> all(Field field) {
        List<String> told = values.getOrDefault(field, List.of());
        boolean blank = false;
        for (int i = 0; i < told.size() && !blank; i++) {
            blank = told.get(i).isBlank();
        }
        if (!blank) {
            return told;
        }
        List<String> all = new ArrayList<>(told.size());
        for (String value : told) {
            if (!value.isBlank()) {
                all.add(value);
            }
        }
        return Collections.unmodifiableList(all);
    }
}
