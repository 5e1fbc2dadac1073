package moisson.serve.operator;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.function.Function;
import moisson.serve.http.Ask;
import moisson.serve.http.Digests;
import moisson.serve.http.Limiter;
import moisson.serve.http.Refusal;
import moisson.serve.http.Reply;
import org.jspecify.annotations.Nullable;

/** Lets only the operator in (HTTP Basic, RFC 7617), and only from our own pages when something is changed. */
final class Lock {
    static final String USER = "operateur";
    private static final Duration TOKEN_HOLDS = Duration.ofHours(12);

    private final @Nullable String password;
    private final String secret;
    private final Clock clock;
    private final Limiter failures = new Limiter(10, Duration.ofMinutes(10));

    /** @param password null when there is none: nobody gets in */
    Lock(@Nullable String password, String secret, Clock clock) {
        this.password = password;
        this.secret = secret;
        this.clock = clock;
    }

    Function<Ask, Reply> behind(Function<Ask, Reply> handler) {
        return ask -> {
            Reply reply = refusal(ask);
            return (reply == null ? handler.apply(ask) : reply)
                    .with("Cache-Control", "no-store")
                    .with("Referrer-Policy", "no-referrer")
                    .with("X-Robots-Tag", "noindex");
        };
    }

    private @Nullable Reply refusal(Ask ask) {
        if (password == null) {
            throw new Refusal(
                    503,
                    "Les pages de l’exploitant sont fermées\u202f: aucun mot de passe n’est réglé sur ce serveur.");
        }
        Instant now = clock.instant();
        if (failures.exhausted(ask.remoteAddress(), now)) {
            return Reply.text(429, "text/plain", "Trop d’essais. Réessayez dans dix minutes.\n")
                    .with("Retry-After", Long.toString(failures.window().toSeconds()));
        }
        String header = ask.header("Authorization");
        if (header != null && right(header, password)) {
            failures.forget(ask.remoteAddress());
            return null;
        }
        if (header != null) {
            failures.count(ask.remoteAddress(), now);
        }
        return Reply.text(401, "text/plain", "Cette page demande le mot de passe de l’exploitant.\n")
                .with("WWW-Authenticate", "Basic realm=\"Moisson\", charset=\"UTF-8\"");
    }

    private static boolean right(String header, String password) {
        if (!header.regionMatches(true, 0, "Basic ", 0, 6)) {
            return false;
        }
        try {
            String given =
                    new String(Base64.getDecoder().decode(header.substring(6).strip()), StandardCharsets.UTF_8);
            return Digests.same(given, USER + ":" + password);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Goes into every form of ours, and must come back with it. */
    String token() {
        String until = Long.toString(clock.instant().plus(TOKEN_HOLDS).getEpochSecond());
        return until + "." + Digests.sign(secret, "operateur " + until);
    }

    /** @throws Refusal when the request does not come from a page of ours */
    void check(Ask ask) {
        String[] token = ask.param("jeton", "").split("\\.", 2);
        boolean ours = token.length == 2
                && token[0].matches("\\d{1,12}")
                && Digests.same(token[1], Digests.sign(secret, "operateur " + token[0]))
                && Long.parseLong(token[0]) > clock.instant().getEpochSecond();
        if (!ours) {
            throw new Refusal(403, "Cette page a expiré. Revenez au tableau de bord et recommencez.");
        }
    }
}
