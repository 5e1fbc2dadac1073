package moisson.serve.form;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import moisson.serve.http.Digests;

/** When a form was opened, signed so that nobody can pretend another time. Robots send at once, or long after. */
final class Stamp {
    static final Duration TOO_FAST = Duration.ofSeconds(3);
    static final Duration TOO_OLD = Duration.ofHours(24);
    private static final Pattern FORM = Pattern.compile("(\\d{1,15})\\.([0-9a-f]{64})");

    private final String secret;

    Stamp(String secret) {
        this.secret = secret;
    }

    String issue(Instant now) {
        String time = Long.toString(now.toEpochMilli());
        return time + "." + Digests.sign(secret, "formulaire " + time);
    }

    /** When the form was opened; empty when the stamp is not ours. */
    Optional<Instant> read(String stamp) {
        Matcher matcher = FORM.matcher(stamp);
        if (!matcher.matches()
                || !Digests.same(matcher.group(2), Digests.sign(secret, "formulaire " + matcher.group(1)))) {
            return Optional.empty();
        }
        return Optional.of(Instant.ofEpochMilli(Long.parseLong(matcher.group(1))));
    }
}
