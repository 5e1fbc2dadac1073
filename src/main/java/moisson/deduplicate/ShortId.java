package moisson.deduplicate;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.function.Predicate;
import moisson.event.EventId;
import moisson.event.Sha256;

/**
 * Short ids that can be read out and typed: Douglas Crockford's base 32 in lower case, which has no i, l, o and u. The
 * first character is a letter, so that no spreadsheet takes an id like 12e45678 for a number.
 */
final class ShortId {
    private static final String LETTERS = "abcdefghjkmnpqrstvwxyz";
    private static final String ALPHABET = "0123456789" + LETTERS;
    private static final int SHORTEST = 8;

    private ShortId() {}

    /** Made of the record's source and key; longer when that id was ever used. */
    static String of(EventId first, Predicate<String> used) {
        return of(first, used, Sha256.digest());
    }

    /** @param digest of SHA-256, for whoever names a million: making one takes longer than using it */
    static String of(EventId first, Predicate<String> used, MessageDigest digest) {
        byte[] sum = digest.digest((first.source() + "\n" + first.key()).getBytes(StandardCharsets.UTF_8));
        StringBuilder id = new StringBuilder();
        id.append(LETTERS.charAt((sum[0] & 0xff) % LETTERS.length()));
        for (int i = 1; i < sum.length; i++) {
            id.append(ALPHABET.charAt(sum[i] & 31));
            if (id.length() >= SHORTEST && !used.test(id.toString())) {
                return id.toString();
            }
        }
        throw new IllegalStateException("no id left for " + first);
    }
}
