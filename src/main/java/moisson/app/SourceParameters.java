package moisson.app;

import java.net.URI;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import moisson.event.Source;
import moisson.intake.FeedReaders;
import moisson.intake.Mapping;
import org.jspecify.annotations.Nullable;
import org.quartz.CronExpression;

/** Judges the parameters of a source file, each by its name and type. Never repeats an address: it may hold a secret. */
final class SourceParameters {
    private static final Pattern NAMED = Pattern.compile("\\{\\{\\s*([A-Za-z0-9_.-]+)\\s*}}");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,79}");

    private final Predicate<String> defined;

    /** @param defined whether a name in double braces stands for something */
    SourceParameters(Predicate<String> defined) {
        this.defined = defined;
    }

    /** True for what Camel finds among variables of the environment: the name itself, or in capitals. */
    static boolean inEnvironment(String name) {
        return System.getenv(name) != null
                || System.getenv(name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_")) != null
                || System.getProperty(name) != null;
    }

    /** The end of a sentence that begins with the name of the parameter; empty when the value is right or not given. */
    Optional<String> problem(String name, String value, String type) {
        Matcher braces = NAMED.matcher(value);
        if (braces.find()) {
            do {
                if (!defined.test(braces.group(1))) {
                    return Optional.of(
                            "emploie la variable d'environnement " + braces.group(1) + ", qui n'est pas définie.");
                }
            } while (braces.find());
            return Optional.empty();
        }
        if (value.isBlank() || value.contains("{{")) {
            return Optional.empty();
        }
        return Optional.ofNullable(
                switch (name) {
                    case "source" ->
                        ID.matcher(value).matches() && !value.equals(Source.FORM)
                                ? null
                                : said(value, "un nom court, fait de lettres sans accent, de chiffres et de tirets");
                    case "format" ->
                        FeedReaders.formats().contains(value)
                                ? null
                                : said(value, "un format connu : " + String.join(", ", FeedReaders.formats()));
                    case "cron" ->
                        CronExpression.isValidExpression(value)
                                ? null
                                : said(value, "une expression cron de Quartz, telle que « 0 0 4 * * ? »");
                    case "zone" -> zone(value) ? null : said(value, "un fuseau horaire, tel que Europe/Paris");
                    case "url" -> http(value) ? null : "n'est pas une adresse http ou https entière.";
                    case "mapping" -> mapping(value);
                    default -> typed(value, type);
                });
    }

    private static @Nullable String typed(String value, String type) {
        return switch (type) {
            case "integer" -> value.matches("\\d{1,9}") ? null : said(value, "un nombre entier");
            case "boolean" -> List.of("true", "false").contains(value) ? null : said(value, "true ou false");
            default -> null;
        };
    }

    private static @Nullable String mapping(String value) {
        try {
            return Mapping.parse(value).isEmpty() ? said(value, "une correspondance de colonnes") : null;
        } catch (IllegalArgumentException e) {
            return "est mal écrit : " + e.getMessage();
        }
    }

    private static String said(String value, String expected) {
        return "vaut « " + value + " », ce qui n'est pas " + expected + ".";
    }

    private static boolean zone(String value) {
        try {
            return !ZoneId.of(value).getId().isEmpty();
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean http(String value) {
        try {
            URI uri = URI.create(value.strip());
            return uri.getHost() != null && List.of("http", "https").contains(uri.getScheme());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
