package moisson.app;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads the source files before Camel does, and tells everything that is wrong with them: file by file, in the words of
 * whoever wrote them. Camel would stop at the first, often without saying in which file. What is no route from a
 * Kamelet is left to Camel.
 */
final class SourceFiles {
    static final String SUFFIX = ".camel.yaml";
    private static final String KAMELET = "kamelet:";

    private final Path kamelets;
    private final SourceParameters parameters;
    private final Map<String, Path> seen = new HashMap<>();
    private final List<String> problems = new ArrayList<>();

    private SourceFiles(Path kamelets, SourceParameters parameters) {
        this.kamelets = kamelets;
        this.parameters = parameters;
    }

    /**
     * One sentence for each problem; none when all is well.
     *
     * @param kamelets folder of the Kamelets
     * @param parameters judges what is given to a Kamelet
     */
    static List<String> problems(Path sources, Path kamelets, SourceParameters parameters) {
        SourceFiles files = new SourceFiles(kamelets, parameters);
        for (Path file : list(sources, SUFFIX)) {
            for (Object item : items(files.load(file))) {
                Object route = value(item, "route");
                Object from = value(route == null ? value(item, "from") == null ? null : item : route, "from");
                if (from != null && text(value(from, "uri")).startsWith(KAMELET)) {
                    files.check(file, text(value(from, "uri")), value(from, "parameters"));
                }
            }
        }
        return files.problems;
    }

    private void check(Path file, String uri, @Nullable Object given) {
        String[] address = uri.substring(KAMELET.length()).split("[/?]", -1);
        Path kamelet = kamelets.resolve(address[0] + ".kamelet.yaml");
        if (!address[0].matches("[\\w-]+") || !Files.isRegularFile(kamelet)) {
            problems.add(file + " : le Kamelet « " + address[0] + " » n’existe pas. Kamelets connus : "
                    + list(kamelets, ".kamelet.yaml").stream()
                            .map(known -> known.getFileName().toString().replace(".kamelet.yaml", ""))
                            .collect(Collectors.joining(", "))
                    + ".");
            return;
        }
        if (uri.contains("?")) {
            return;
        }
        Object definition = value(value(load(kamelet), "spec"), "definition");
        Map<String, String> values = new HashMap<>();
        entries(given).forEach((name, value) -> values.put(String.valueOf(name), text(value)));
        Map<?, ?> properties = entries(value(definition, "properties"));
        TreeSet<String> known = new TreeSet<>();
        properties.keySet().forEach(name -> known.add(String.valueOf(name)));
        values.keySet().stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .forEach(name -> problems.add(file + " : le paramètre « " + name
                        + " » n’existe pas. Paramètres connus : " + String.join(", ", known) + "."));
        for (Object name : items(value(definition, "required"))) {
            if (values.getOrDefault(String.valueOf(name), "").isBlank()) {
                problems.add(file + " : le paramètre « " + name + " » manque.");
            }
        }
        known.forEach(name -> parameters
                .problem(name, values.getOrDefault(name, ""), kind(properties.get(name)))
                .ifPresent(problem -> problems.add(file + " : le paramètre « " + name + " » " + problem)));
        SourceParameters.together(values).forEach(problem -> problems.add(file + " : " + problem));
        named(file, values.getOrDefault("source", ""), address.length > 1 ? address[1] : "");
    }

    /** Type of a property; for those that hold a secret its format, password. */
    private static String kind(@Nullable Object property) {
        String format = text(value(property, "format"));
        return format.isEmpty() ? text(value(property, "type")) : format;
    }

    private void named(Path file, String source, String route) {
        if (source.isBlank()) {
            return;
        }
        if (!source.equals(route)) {
            problems.add(file + " : la source s’appelle « " + route + " » dans uri et « " + source
                    + " » dans ses paramètres. Écrivez deux fois le même nom.");
        }
        Path other = seen.putIfAbsent(source, file);
        if (other != null) {
            problems.add(file + " : la source « " + source + " » est déjà dans " + other + ".");
        }
    }

    private @Nullable Object load(Path file) {
        LoadSettings settings = LoadSettings.builder().setLabel(file.toString()).build();
        try (Reader reader = Files.newBufferedReader(file)) {
            return new Load(settings).loadFromReader(reader);
        } catch (MarkedYamlEngineException e) {
            problems.add(file
                    + e.getProblemMark()
                            .map(mark -> ", ligne " + (mark.getLine() + 1) + ", colonne " + (mark.getColumn() + 1))
                            .orElse("")
                    + " : ce n’est pas du YAML (" + e.getProblem() + ").");
        } catch (YamlEngineException | IOException e) {
            problems.add(file + " : ce fichier ne peut pas être lu (" + e.getMessage() + ").");
        }
        return null;
    }

    private static List<Path> list(Path folder, String suffix) {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*" + suffix)) {
            found.forEach(files::add);
        } catch (IOException e) {
            throw new SettingsException(List.of("Le dossier « " + folder + " » ne peut pas être lu."));
        }
        files.sort(null);
        return files;
    }

    private static List<?> items(@Nullable Object node) {
        return node instanceof List<?> list ? list : List.of();
    }

    private static Map<?, ?> entries(@Nullable Object node) {
        return node instanceof Map<?, ?> map ? map : Map.of();
    }

    private static @Nullable Object value(@Nullable Object node, String key) {
        return entries(node).get(key);
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : String.valueOf(value);
    }
}
