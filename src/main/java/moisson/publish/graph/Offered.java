package moisson.publish.graph;

import moisson.publish.Manifest;

/**
 * Which files are distributions of the catalogue: those in formats that the European list of file types knows, since
 * others would lower its score without helping a harvester. XLSX, Parquet, JSON Lines, compressed copies and the
 * descriptions of tables are offered beside them, on the pages and in the manifest.
 */
final class Offered {
    private Offered() {}

    static boolean inCatalogue(Manifest.Entry file) {
        return Authority.fileType(file.mediaType()) != null && !file.path().endsWith(".schema.json");
    }
}
