package moisson.serve.portal;

import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One file of a published version.
 *
 * @param path inside the version, with slashes; also the end of its address
 * @param edition null for the files of all editions together
 * @param rows null when the format has none to count
 */
public record Download(
        String path,
        Path file,
        String mediaType,
        long bytes,
        String sha256,
        String dataset,
        @Nullable Integer edition,
        @Nullable Integer rows) {
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** "CSV". */
    public String format() {
        String extension = name().substring(name().lastIndexOf('.') + 1);
        return switch (extension) {
            case "ttl" -> "Turtle";
            case "nt" -> "N-Triples";
            case "jsonld" -> "JSON-LD";
            case "rdf" -> "RDF/XML";
            default -> extension.toUpperCase(Locale.ROOT);
        };
    }
}
