package moisson.harvest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import moisson.event.SourceRecord;
import moisson.store.RecordTable;

/**
 * Keys that the store can hold: for records whose source gives none, the words themselves, so that the same words are
 * the same record.
 */
final class Keys {
    private static final int LENGTH = 20;

    private Keys() {}

    static String fromWords(SourceRecord record) {
        return "sans-cle-" + sum(record.verbatim());
    }

    /** The source's own key; one that is longer than the store takes is replaced by its sum, which is as stable. */
    static String bounded(String key) {
        return key.length() > RecordTable.LONGEST_KEY ? "cle-longue-" + sum(key) : key;
    }

    private static String sum(String text) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return HexFormat.of().formatHex(sum).substring(0, LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
