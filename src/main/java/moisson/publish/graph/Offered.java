package moisson.publish.graph;

import java.util.Set;
import moisson.publish.Manifest;

/**
 * Which files are distributions of the catalogue: those in formats that the European list of file types knows as open
 * and machine-readable, since others would lower its score without helping a harvester. XLSX, Parquet and JSON Lines are
 * named beside them, as other formats of the same dataset; compressed copies and the descriptions of tables stand on the
 * pages and in the manifest.
 */
public final class Offered {
    private static final Set<String> BESIDE = Set.of(
            "application/jsonl",
            "application/vnd.apache.parquet",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private Offered() {}

    public static boolean inCatalogue(Manifest.Entry file) {
        return Authority.fileType(file.mediaType()) != null && !schema(file);
    }

    static boolean beside(Manifest.Entry file) {
        return BESIDE.contains(file.mediaType());
    }

    /** A Table Schema: what the columns of a CSV file mean. */
    static boolean schema(Manifest.Entry file) {
        return file.path().endsWith(".schema.json");
    }
}
