package moisson.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import moisson.publish.Bounds;
import moisson.publish.PublisherSettings;
import moisson.serve.http.Proxies;
import org.jspecify.annotations.Nullable;
import org.quartz.CronExpression;

/** Reads {@code moisson.properties}; environment variables of the same names in capitals win over it. */
final class SettingsFile {
    static final String NAME = "moisson.properties";
    private static final Map<String, String> DEFAULTS = Map.ofEntries(
            Map.entry("moisson.routes", ""),
            Map.entry("moisson.port", "8080"),
            Map.entry("moisson.address", "127.0.0.1"),
            Map.entry("moisson.base.url", ""),
            Map.entry("moisson.database.url", ""),
            Map.entry("moisson.database.user", ""),
            Map.entry("moisson.database.password", ""),
            Map.entry("moisson.operator.password", ""),
            Map.entry("moisson.sources", ""),
            Map.entry("moisson.editions", ""),
            Map.entry("moisson.delivery.megabytes", "500"),
            Map.entry("moisson.query.seconds", "10"),
            Map.entry("moisson.proxies", String.join(", ", Proxies.USUAL)),
            Map.entry("moisson.sparql.triples", ""),
            Map.entry("moisson.publisher", "Moisson"),
            Map.entry("moisson.publisher.iri", ""),
            Map.entry("moisson.publisher.type", PublisherSettings.PUBLISHER_TYPE),
            Map.entry("moisson.contact", "contact@moisson.example"),
            Map.entry("moisson.harvest.minutes", "60"),
            Map.entry("moisson.publication.cron", "0 0/10 * * * ?"),
            Map.entry("moisson.publication.floor", "1"),
            Map.entry("moisson.publication.loss", "20"));
    /** The list {@code http://purl.org/adms/publishertype/1.0}, for organisations. */
    private static final List<String> PUBLISHER_TYPES = List.of(
            "Academia-ScientificOrganisation",
            "Company",
            "IndustryConsortium",
            "LocalAuthority",
            "NationalAuthority",
            "NonGovernmentalOrganisation",
            "NonProfitOrganisation",
            "RegionalAuthority",
            "StandardisationBody",
            "SupraNationalAuthority");

    private static final int HIGHEST_PORT = 65_535;

    private final Map<String, String> values = new TreeMap<>();
    private final List<String> problems = new ArrayList<>();

    private SettingsFile() {}

    /**
     * @param over settings given on the command line, which win over everything
     * @throws SettingsException with every problem found
     */
    static Settings read(Path data, Map<String, String> environment, Map<String, String> over) {
        SettingsFile file = new SettingsFile();
        file.values.putAll(DEFAULTS);
        file.load(data.resolve(NAME));
        DEFAULTS.keySet().forEach(name -> {
            String set = environment.get(name.toUpperCase(Locale.ROOT).replace('.', '_'));
            if (set != null) {
                file.values.put(name, set);
            }
        });
        file.values.putAll(over);
        return file.checked(data, environment);
    }

    private void load(Path file) {
        if (!Files.exists(file)) {
            return;
        }
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(file, UTF_8)) {
            properties.load(in);
        } catch (IOException | IllegalArgumentException e) {
            problems.add(file + " ne peut pas être lu : " + e.getMessage());
        }
        Set<String> unknown = properties.stringPropertyNames();
        unknown.stream()
                .filter(name -> !known(name))
                .sorted()
                .forEach(name -> problems.add(file + " : le réglage « " + name + " » n’existe pas. Réglages connus : "
                        + String.join(", ", new TreeMap<>(DEFAULTS).keySet()) + ", moisson.portal.<nom>.…"));
        unknown.stream().filter(SettingsFile::known).forEach(name -> values.put(name, properties.getProperty(name)));
    }

    private Settings checked(Path data, Map<String, String> environment) {
        int port = number("moisson.port", 0, HIGHEST_PORT);
        String address = parsed(
                "moisson.address",
                "127.0.0.1 (cette machine seulement) ou 0.0.0.0 (tout le réseau)",
                "127.0.0.1",
                given -> {
                    if (!Set.of("127.0.0.1", "0.0.0.0").contains(given)) {
                        throw new IllegalArgumentException("neither");
                    }
                    return given;
                });
        Path routes = path("moisson.routes", Moisson.home().resolve("routes"));
        String url = text("moisson.database.url");
        Settings settings = new Settings(
                data,
                routes,
                path("moisson.sources", routes.resolve("sources")),
                port,
                address,
                base(port),
                url.isEmpty() ? "jdbc:sqlite:" + data.resolve(DataFolder.DATABASE) : database(url),
                orNull("moisson.database.user"),
                orNull("moisson.database.password"),
                orNull("moisson.operator.password"),
                text("moisson.editions").isEmpty() ? null : path("moisson.editions", data),
                number("moisson.delivery.megabytes", 1, 100_000) * 1_000_000L,
                Duration.ofMinutes(number("moisson.harvest.minutes", 1, 1440)),
                Duration.ofSeconds(number("moisson.query.seconds", 1, 600)),
                parsed(
                        "moisson.proxies",
                        "des adresses IP, telles que 127.0.0.1, 10.1.0.0/16",
                        List.of(),
                        Proxies::addresses),
                text("moisson.sparql.triples").isEmpty()
                        ? null
                        : (long) number("moisson.sparql.triples", 0, Integer.MAX_VALUE),
                text("moisson.publisher"),
                email("moisson.contact"),
                text("moisson.publisher.iri").isEmpty() ? null : iri("moisson.publisher.iri"),
                publisherType("moisson.publisher.type"),
                cron("moisson.publication.cron"),
                new Bounds(
                        number("moisson.publication.floor", 1, 100_000_000),
                        number("moisson.publication.loss", 0, 100)),
                PortalFile.read(values, environment, base(port), problems));
        if (!Files.isDirectory(routes)) {
            problems.add("moisson.routes : le dossier « " + routes + " » n’existe pas. Lancez Moisson depuis le dossier"
                    + " du projet, ou donnez le chemin du dossier des routes.");
        }
        if (!Files.isDirectory(settings.sources()) && Files.isDirectory(routes)) {
            problems.add("moisson.sources : le dossier « " + settings.sources() + " » n’existe pas.");
        }
        if (settings.editions() != null && !Files.isReadable(settings.editions())) {
            problems.add("moisson.editions : le fichier « " + settings.editions() + " » ne peut pas être lu.");
        }
        if (!problems.isEmpty()) {
            throw new SettingsException(problems);
        }
        return settings;
    }

    private static boolean known(String name) {
        return DEFAULTS.containsKey(name) || PortalFile.known(name);
    }

    private String text(String name) {
        return values.getOrDefault(name, "").strip();
    }

    private @Nullable String orNull(String name) {
        return text(name).isEmpty() ? null : text(name);
    }

    private int number(String name, int least, int most) {
        return parsed(name, "un nombre entier de " + least + " à " + most, least, text -> {
            int number = Integer.parseInt(text);
            if (number < least || number > most) {
                throw new IllegalArgumentException("out of range");
            }
            return number;
        });
    }

    private Path path(String name, Path otherwise) {
        return text(name).isEmpty() ? otherwise : parsed(name, "un chemin", otherwise, Path::of);
    }

    private URI base(int port) {
        String text = text("moisson.base.url");
        URI local = URI.create("http://localhost:" + port + "/");
        return text.isEmpty()
                ? local
                : parsed(
                        "moisson.base.url",
                        "une adresse http ou https, telle que https://moisson.example.org/",
                        local,
                        given -> {
                            URI uri = URI.create(given.endsWith("/") ? given : given + "/");
                            if (uri.getHost() == null
                                    || !Set.of("http", "https").contains(String.valueOf(uri.getScheme()))) {
                                throw new IllegalArgumentException("not absolute");
                            }
                            return uri;
                        });
    }

    /** Published in the catalogue as {@code mailto:}. */
    private String email(String name) {
        return parsed(name, "l’adresse électronique d’un service, telle que contact@exemple.fr", "", given -> {
            if (!given.matches("[^@\\s<>\"]+@[^@\\s<>\"]+")) {
                throw new IllegalArgumentException("not an address");
            }
            return given;
        });
    }

    private URI iri(String name) {
        return parsed(name, "une adresse http ou https", URI.create("https://invalid.example/"), given -> {
            URI uri = URI.create(given);
            if (uri.getHost() == null || !Set.of("http", "https").contains(String.valueOf(uri.getScheme()))) {
                throw new IllegalArgumentException("not absolute");
            }
            return uri;
        });
    }

    private String publisherType(String name) {
        return parsed(name, "l’un de " + String.join(", ", PUBLISHER_TYPES), "", given -> {
            if (!PUBLISHER_TYPES.contains(given)) {
                throw new IllegalArgumentException("unknown");
            }
            return given;
        });
    }

    private String database(String url) {
        if (!url.startsWith("jdbc:sqlite:") && !url.startsWith("jdbc:postgresql:")) {
            problems.add("moisson.database.url doit commencer par jdbc:sqlite: ou jdbc:postgresql:");
        }
        return url;
    }

    private String cron(String name) {
        return parsed(name, "une expression cron de Quartz, telle que « 0 0/10 * * * ? »", "", text -> {
            if (!CronExpression.isValidExpression(text)) {
                throw new IllegalArgumentException("not a cron");
            }
            return text;
        });
    }

    private <T> T parsed(String name, String expected, T otherwise, Function<String, T> parser) {
        try {
            return parser.apply(text(name));
        } catch (IllegalArgumentException e) {
            problems.add(name + " : « " + text(name) + " » n’est pas " + expected + ".");
            return otherwise;
        }
    }
}
