package moisson.serve.http;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import moisson.event.Sha256;

/** Sums and signatures, in lower-case hexadecimal. */
public final class Digests {
    private Digests() {}

    public static String sha256(byte[] bytes) {
        return Sha256.hex(Sha256.digest().digest(bytes));
    }

    /** HMAC-SHA-256 of a text under our secret. */
    public static String sign(String secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Sha256.hex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", e);
        }
    }

    /** Compares in a time that tells nothing of where texts differ, nor of their lengths. */
    public static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                sha256(one.getBytes(StandardCharsets.UTF_8)).getBytes(StandardCharsets.US_ASCII),
                sha256(other.getBytes(StandardCharsets.UTF_8)).getBytes(StandardCharsets.US_ASCII));
    }
}
