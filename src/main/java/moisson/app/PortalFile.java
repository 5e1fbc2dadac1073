package moisson.app;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import moisson.publish.portal.PortalSettings;
import moisson.publish.portal.PortalSettings.Edits;
import moisson.publish.portal.PortalSettings.Files;
import moisson.publish.portal.PortalSettings.Kind;

/** The settings {@code moisson.portal.<id>.…}: each portal that we publish to. */
final class PortalFile {
    private static final Pattern NAME = Pattern.compile("moisson\\.portal\\.([a-z0-9-]{1,40})\\.([a-z]+)");
    private static final Map<String, String> DEFAULTS = Map.of(
            "type", "",
            "url", "",
            "token", "",
            "organization", "",
            "files", "upload",
            "edits", "keep",
            "prefix", "moisson-",
            "licence", "",
            "datasets", "*");
    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Map<String, String> values;
    private final List<String> problems;
    private final String start;
    private final String id;

    private PortalFile(String id, Map<String, String> values, List<String> problems) {
        this.id = id;
        this.start = "moisson.portal." + id + ".";
        this.values = values;
        this.problems = problems;
    }

    static boolean known(String name) {
        Matcher matcher = NAME.matcher(name);
        return matcher.matches() && DEFAULTS.containsKey(matcher.group(2));
    }

    /**
     * Reads every portal that is named.
     *
     * @param given settings of the file
     * @param base our own public address
     * @param problems where what is wrong is added
     */
    static List<PortalSettings> read(
            Map<String, String> given, Map<String, String> environment, URI base, List<String> problems) {
        Set<String> ids = new TreeSet<>();
        given.keySet().stream().map(NAME::matcher).filter(Matcher::matches).forEach(name -> ids.add(name.group(1)));
        List<PortalSettings> portals = new ArrayList<>();
        for (String id : ids) {
            Map<String, String> values = new LinkedHashMap<>();
            new TreeMap<>(DEFAULTS).forEach((name, otherwise) -> {
                String full = "moisson.portal." + id + "." + name;
                String variable = full.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
                values.put(
                        name,
                        environment
                                .getOrDefault(variable, given.getOrDefault(full, otherwise))
                                .strip());
            });
            portals.add(new PortalFile(id, values, problems).settings(base));
        }
        return portals;
    }

    private PortalSettings settings(URI base) {
        Kind kind = choice("type", Kind.class, Kind.UDATA);
        Files files = choice("files", Files.class, Files.UPLOAD);
        if (files == Files.LINK && LOCAL.contains(String.valueOf(base.getHost()))) {
            problems.add(start + "files=link ne convient que si moisson.base.url est une adresse publique\u202f; sinon"
                    + " réglez " + start + "files=upload.");
        }
        for (String name : List.of("token", "organization")) {
            if (value(name).isEmpty()) {
                problems.add(start + name + " manque"
                        + (name.equals("token")
                                ? " (ou la variable d’environnement "
                                        + (start + name)
                                                .toUpperCase(Locale.ROOT)
                                                .replaceAll("[.-]", "_") + ")."
                                : "."));
            }
        }
        require("token", "[\\x21-\\x7e]*", "un jeton tel que le portail l’a donné");
        require("organization", "[A-Za-z0-9_-]*", "l’identifiant de l’organisation sur le portail");
        require("prefix", "[a-z0-9_-]{0,40}", "un début de nom en minuscules, chiffres et traits d’union");
        require(
                "datasets",
                "[a-z0-9*-]+(\\s*,\\s*[a-z0-9*-]+)*",
                "une liste de jeux telle que «\u202fevenements,statistiques\u202f»");
        String licence = value("licence");
        return new PortalSettings(
                id,
                kind,
                address(),
                value("token"),
                value("organization"),
                files,
                choice("edits", Edits.class, Edits.KEEP),
                value("prefix"),
                licence.isEmpty() ? (kind == Kind.UDATA ? "lov2" : "etalab-2.0") : licence,
                List.of(value("datasets").split("\\s*,\\s*")));
    }

    /** A token goes to nobody over a line that others can read. */
    private URI address() {
        String text = value("url");
        try {
            URI uri = URI.create(text.endsWith("/") ? text : text + "/");
            boolean local = LOCAL.contains(String.valueOf(uri.getHost()));
            if (uri.getHost() != null
                    && ("https".equals(uri.getScheme()) || (local && "http".equals(uri.getScheme())))) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // Told below like any other address that will not do.
        }
        problems.add(start + "url\u202f: «\u202f" + text + "\u202f» n’est pas une adresse https, telle que"
                + " https://www.data.gouv.fr/.");
        return URI.create("https://portail.invalid/");
    }

    private <E extends Enum<E>> E choice(String name, Class<E> type, E otherwise) {
        for (E one : type.getEnumConstants()) {
            if (one.name().toLowerCase(Locale.ROOT).equals(value(name))) {
                return one;
            }
        }
        List<String> choices = new ArrayList<>();
        for (E one : type.getEnumConstants()) {
            choices.add(one.name().toLowerCase(Locale.ROOT));
        }
        problems.add(start + name + "\u202f: «\u202f" + value(name) + "\u202f» n’est pas "
                + String.join(" ou ", choices) + ".");
        return otherwise;
    }

    /** What is wrong is not repeated: it may be a secret in the wrong place. */
    private void require(String name, String pattern, String expected) {
        if (!value(name).matches(pattern)) {
            problems.add(start + name + " n’est pas " + expected + ".");
        }
    }

    private String value(String name) {
        return values.getOrDefault(name, "");
    }
}
