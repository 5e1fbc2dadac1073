package moisson.app;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import moisson.app.fetch.Paging;
import moisson.event.Source;
import moisson.intake.FeedReaders;
import moisson.intake.Mapping;
import moisson.publish.merge.Trust;
import org.jspecify.annotations.Nullable;
import org.quartz.CronExpression;

/** Judges the parameters of a source file, each by its name and type. Never repeats an address: it may hold a secret. */
final class SourceParameters {
    private static final Pattern NAMED = Pattern.compile("\\{\\{\\s*([A-Za-z0-9_.-]+)\\s*}}");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,79}");

    private static final List<String> IN_PAGES = List.of("openagenda", "json", "ical");

    /** The rest of the value that a secret is named in: such as Bearer before a token. */
    private static final Pattern SCHEME = Pattern.compile("(?:[A-Za-z-]{1,20} )?");

    private static final Pattern SECRET_IN_ADDRESS = Pattern.compile(
            "^https?://[^/?#@{]*@"
                    + "|[?&](?:key|api[_-]?key|token|access[_-]?token|password|passwd|secret)=(?!\\{\\{)[^&#]",
            Pattern.CASE_INSENSITIVE);
    private static final int HIGHEST_PORT = 65_535;

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

    /**
     * The end of a sentence that begins with the name of the parameter; empty when the value is right or not given.
     *
     * @param type as the Kamelet tells it, or {@code password} for what must not stand in a file
     */
    Optional<String> problem(String name, String value, String type) {
        if (SECRET_IN_ADDRESS.matcher(value).find()
                || (type.equals("password") && !value.isBlank() && !isNamed(value))) {
            return Optional.of("contient un secret en clair. Mettez-le dans une variable d’environnement, telle que"
                    + " CLE_PARTENAIRE, et écrivez ici {{CLE_PARTENAIRE}}.");
        }
        Matcher braces = NAMED.matcher(value);
        if (braces.find()) {
            do {
                if (!defined.test(braces.group(1))) {
                    return Optional.of(
                            "emploie la variable d’environnement " + braces.group(1) + ", qui n’est pas définie.");
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
                        value.equals(Source.FORM)
                                ? "vaut « " + value
                                        + " », qui est le nom du formulaire de Moisson : donnez-en un autre."
                                : ID.matcher(value).matches()
                                        ? null
                                        : said(
                                                value,
                                                "un nom court, fait de lettres sans accent, de chiffres et de tirets");
                    case "format" ->
                        FeedReaders.formats().contains(value)
                                ? null
                                : said(value, "un format connu : " + String.join(", ", FeedReaders.formats()));
                    case "cron" ->
                        CronExpression.isValidExpression(value)
                                ? null
                                : said(value, "une expression cron de Quartz, telle que « 0 0 4 * * ? »");
                    case "zone" -> zone(value) ? null : said(value, "un fuseau horaire, tel que Europe/Paris");
                    case "mapping" -> mapping(value);
                    case "trust" -> trust(value);
                    case "url", "endpoint" -> http(value) ? null : "n’est pas une adresse http ou https entière.";
                    case "paging" ->
                        Paging.find(value).isPresent()
                                ? null
                                : said(
                                        value,
                                        "une façon connue de tourner les pages : " + String.join(", ", Paging.words()));
                    case "protocol" -> List.of("imap", "imaps").contains(value) ? null : said(value, "imaps ou imap");
                    case "port" ->
                        value.matches("[1-9]\\d{0,4}") && Integer.parseInt(value) <= HIGHEST_PORT
                                ? null
                                : said(value, "un port, de 1 à 65535");
                    case "deadline", "megabytes", "pages" ->
                        value.matches("[1-9]\\d{0,8}") ? null : said(value, "un nombre entier plus grand que zéro");
                    case "mostAbsent", "mostRejected" ->
                        value.matches("auto|100|\\d{1,2}") ? null : said(value, "auto ou un pourcentage, de 0 à 100");
                    case "keyHeader" ->
                        value.matches("[A-Za-z0-9-]{1,50}") ? null : said(value, "le nom d’un en-tête HTTP");
                    case "knownHostsFile", "privateKeyFile" ->
                        Files.isReadable(Path.of(value)) ? null : said(value, "un fichier qui peut être lu");
                    default -> typed(value, type);
                });
    }

    /** What is wrong with values that are right one by one: whole sentences. */
    static List<String> together(Map<String, String> values) {
        List<String> problems = new ArrayList<>();
        String format = values.getOrDefault("format", "");
        boolean follows = Paging.FOLLOW.word().equals(values.get("paging"));
        if (follows && FeedReaders.formats().contains(format) && !format.equals("schema-org")) {
            problems.add("le paramètre « paging: follow » lit les pages où mènent les éléments d’un flux RSS ou Atom :"
                    + " écrivez format: schema-org.");
        }
        if (!follows
                && values.containsKey("paging")
                && FeedReaders.formats().contains(format)
                && !IN_PAGES.contains(format)) {
            problems.add(
                    "les pages d’un flux « " + format + " » ne peuvent pas être mises bout à bout. Formats possibles : "
                            + String.join(", ", IN_PAGES) + ".");
        }
        if (values.containsKey("knownHostsFile")
                && values.getOrDefault("password", "").isBlank()
                && values.getOrDefault("privateKeyFile", "").isBlank()) {
            problems.add("donnez le paramètre « password » ou le paramètre « privateKeyFile ».");
        }
        return problems;
    }

    private static boolean isNamed(String value) {
        Matcher braces = NAMED.matcher(value);
        return braces.find() && SCHEME.matcher(braces.replaceAll("")).matches();
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

    /** By what a source may say whatever its kind; the usual levels of its kind are right anyway. */
    private static @Nullable String trust(String value) {
        try {
            Trust.parse(value, "");
            return null;
        } catch (IllegalArgumentException e) {
            return "est mal écrit\u202f: " + e.getMessage();
        }
    }

    private static String said(String value, String expected) {
        return "vaut « " + value + " », ce qui n’est pas " + expected + ".";
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
