package moisson.publish.portal;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import moisson.publish.portal.PortalException.Kind;
import org.jspecify.annotations.Nullable;

/** What an answer of a portal means, and what the operator is to do about it. */
final class Answers {
    private static final int LONGEST = 300;
    private static final Set<Integer> PASSING = Set.of(408, 409, 425, 429, 500, 502, 503, 504);

    private final PortalSettings settings;

    Answers(PortalSettings settings) {
        this.settings = settings;
    }

    /** Whether this is a success to be read. */
    static boolean good(int status) {
        return status >= 200 && status < 300;
    }

    /** @param said by the portal as its reason; empty when it gave none */
    PortalException refusal(int status, HttpHeaders headers, String said) {
        String words = words(status, masked(said));
        if (status == 404 || status == 410) {
            return new PortalException(Kind.GONE, words);
        }
        if (status == 401 || status == 403 || (status >= 300 && status < 400)) {
            return new PortalException(Kind.STOP, words);
        }
        if (PASSING.contains(status)) {
            return new PortalException(Kind.PASSING, words, pause(headers).orElse(null), null);
        }
        return new PortalException(Kind.REFUSED, words);
    }

    private String words(int status, String said) {
        String told = said.isEmpty() ? "" : " Il dit\u202f: «\u202f" + said + "\u202f».";
        String start = "Le portail a répondu HTTP " + status + ".";
        return switch (status) {
            case 401, 403 -> start + told + token();
            case 404, 410 -> start + told;
            case 409 -> start + told + " Ce qu’il contient a changé entre-temps.";
            case 413 ->
                start + told + " Le fichier est trop grand pour lui\u202f: demandez une limite plus haute à ceux qui le"
                        + " tiennent, ou réglez moisson.portal." + settings.id() + ".files=link.";
            case 415 -> start + told + " Il n’accepte pas ce genre de fichier.";
            case 429 ->
                start
                        + " Il est sollicité trop souvent\u202f: la prochaine publication reprendra où celle-ci s’arrête.";
            default -> {
                if (status >= 300 && status < 400) {
                    yield start + " Il renvoie à une autre adresse\u202f: mettez l’adresse finale dans moisson.portal."
                            + settings.id() + ".url.";
                }
                yield status >= 500
                        ? start + " Son serveur est en panne\u202f: la prochaine publication reprendra où celle-ci"
                                + " s’arrête."
                        : start + told;
            }
        };
    }

    private String token() {
        return " Le jeton a expiré, a été révoqué, ou n’a pas le droit de modifier les jeux de cette organisation\u202f:"
                + " créez-en un autre sur le portail et mettez-le dans moisson.portal."
                + settings.id() + ".token (ou dans l’environnement).";
    }

    /** CKAN tells failures in its own words, whatever the status says. */
    PortalException ckan(int status, HttpHeaders headers, JsonNode error) {
        String type = error.path("__type").asText("");
        String said = error.path("message").asText("");
        String reason = said.isEmpty() ? without(error) : said;
        return switch (type) {
            case "Authorization Error" -> refusal(403, headers, reason);
            case "Not Found Error" -> refusal(404, headers, reason);
            case "Validation Error", "Integrity Error" ->
                new PortalException(
                        Kind.REFUSED, "Le portail refuse ce qui lui est envoyé\u202f: " + masked(reason) + ".");
            default -> refusal(good(status) ? 500 : status, headers, reason);
        };
    }

    private static String without(JsonNode error) {
        StringBuilder text = new StringBuilder();
        error.properties().stream()
                .filter(entry -> !entry.getKey().startsWith("__"))
                .forEach(entry -> text.append(text.isEmpty() ? "" : ", ")
                        .append(entry.getKey())
                        .append(" ")
                        .append(entry.getValue()));
        return text.toString();
    }

    /** Short, on one line, and without the token, which some servers repeat. */
    String masked(String said) {
        String line =
                said.replace(settings.token(), "…").replaceAll("\\s+", " ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }

    /** Seconds, or a date, which is compared with the clock of the portal itself (RFC 9110, 10.2.3). */
    static Optional<Duration> pause(HttpHeaders headers) {
        Optional<String> asked = headers.firstValue("Retry-After").map(String::strip);
        if (asked.isPresent() && asked.get().matches("\\d{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(asked.get())));
        }
        ZonedDateTime until = date(asked.orElse(null));
        ZonedDateTime now = date(headers.firstValue("Date").orElse(null));
        return until == null || now == null
                ? Optional.empty()
                : Optional.of(Duration.between(now, until)).map(wait -> wait.isNegative() ? Duration.ZERO : wait);
    }

    private static @Nullable ZonedDateTime date(@Nullable String text) {
        try {
            return text == null ? null : ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
