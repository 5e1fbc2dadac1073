package moisson.harvest;

import java.util.Objects;
import moisson.event.Sha256;
import moisson.event.SourceRecord;
import moisson.store.RecordTable;

/**
 * Keys that the store can hold: for records whose source gives none, the words themselves, so that the same words are
 * the same record.
 */
public final class Keys {
    private static final int LENGTH = 20;

    private Keys() {}

    /** The key under which the store knows this record. */
    public static String of(SourceRecord record) {
        String key = record.key();
        return key == null || key.isBlank() ? fromWords(record) : bounded(key.strip());
    }

    private static String fromWords(SourceRecord record) {
        return Objects.requireNonNull(record.keyed().key());
    }

    /** The source's own key; one that is longer than the store takes is replaced by its sum, which is as stable. */
    static String bounded(String key) {
        return key.length() > RecordTable.LONGEST_KEY ? "cle-longue-" + sum(key) : key;
    }

    private static String sum(String text) {
        return Sha256.of(text).substring(0, LENGTH);
    }
}
