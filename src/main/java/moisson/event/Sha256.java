package moisson.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Sums by which deliveries, records, events and files are named and compared: lower-case hexadecimal. */
public final class Sha256 {
    private Sha256() {}

    /** The sum of a text in UTF-8. */
    public static String of(String text) {
        return hex(bytes(text));
    }

    public static byte[] bytes(String text) {
        return digest().digest(text.getBytes(UTF_8));
    }

    public static String hex(byte[] sum) {
        return HexFormat.of().formatHex(sum);
    }

    /** To be fed with what is too long to be held. */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
