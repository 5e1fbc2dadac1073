package moisson.app;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import moisson.event.Source;
import moisson.publish.merge.Trust;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * How far each source is trusted, as its file says. Read without Camel, so that {@code publish} and {@code explain} know it
 * although they start no route; read anew each time, since files change while we run. {@link SourceFiles} has said what is
 * wrong with them; a file that was broken since is told in the log, and counts as saying nothing.
 */
final class SourceTrust {
    private static final Logger LOG = LoggerFactory.getLogger(SourceTrust.class);

    private SourceTrust() {}

    /** By the id of the source; the form among them. */
    static Map<String, Trust> of(Path sources) {
        Map<String, Trust> all = new TreeMap<>();
        all.put(Source.FORM, Trust.usual(Source.FORM));
        try (DirectoryStream<Path> files = Files.newDirectoryStream(sources, "*" + SourceFiles.SUFFIX)) {
            for (Path file : files) {
                read(file, all);
            }
        } catch (IOException e) {
            LOG.warn("Le dossier des sources {} ne peut pas être lu ({}).", sources, e.getMessage());
        }
        return all;
    }

    private static void read(Path file, Map<String, Trust> all) {
        LoadSettings settings = LoadSettings.builder().setLabel(file.toString()).build();
        try (Reader reader = Files.newBufferedReader(file)) {
            if (new Load(settings).loadFromReader(reader) instanceof List<?> routes) {
                for (Object route : routes) {
                    Object from = value(value(route, "route"), "from");
                    Object parameters = value(from, "parameters");
                    String source = text(parameters, "source");
                    if (!source.isBlank()) {
                        all.put(source, Trust.parse(text(parameters, "trust"), text(parameters, "format")));
                    }
                }
            }
        } catch (YamlEngineException | IOException | IllegalArgumentException e) {
            LOG.warn("{} : la confiance n’a pas pu y être lue ({}).", file, e.getMessage());
        }
    }

    private static @Nullable Object value(@Nullable Object node, String key) {
        return node instanceof Map<?, ?> map ? map.get(key) : null;
    }

    private static String text(@Nullable Object node, String key) {
        Object value = value(node, key);
        return value == null ? "" : String.valueOf(value);
    }
}
