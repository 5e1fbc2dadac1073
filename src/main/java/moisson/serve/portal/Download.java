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

    /** Whether it is the compressed copy of another file. */
    public boolean compressed() {
        return path.endsWith(".gz");
    }

    /** "CSV". */
    public String format() {
        return switch (kind()) {
            case "table-schema" -> "Table Schema";
            case "csvw" -> "CSVW";
            case "ttl" -> "Turtle";
            case "nt" -> "N-Triples";
            case "jsonld" -> "JSON-LD";
            case "jsonl" -> "JSON Lines";
            case "geojson" -> "GeoJSON";
            case "ics" -> "iCalendar";
            case "parquet" -> "Parquet";
            case "rdf" -> "RDF/XML";
            default -> kind().toUpperCase(Locale.ROOT);
        };
    }

    /** What it is, for the words that describe it: its extension, {@code table-schema} or {@code csvw}. */
    public String kind() {
        if (name().endsWith(".schema.json")) {
            return "table-schema";
        }
        if (name().endsWith(".csv-metadata.json")) {
            return "csvw";
        }
        String plain = compressed() ? name().substring(0, name().length() - 3) : name();
        return plain.substring(plain.lastIndexOf('.') + 1);
    }

    /** The dataset without the year of its edition. */
    public String subject() {
        return dataset.replaceFirst("-\\d{4}$", "");
    }
}
