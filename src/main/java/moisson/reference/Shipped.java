package moisson.reference;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** The files that come in the jar. */
final class Shipped {
    private static final int COLUMNS = 10;

    private Shipped() {}

    static Reader open(String name) throws IOException {
        return new InputStreamReader(stream(name), StandardCharsets.UTF_8);
    }

    /**
     * Every line of {@code communes.tsv.gz}: code, kind, name, département, commune of today, population, postal codes,
     * latitude and longitude of the middle, radius in kilometres.
     */
    static Communes communes() throws IOException {
        List<Commune> communes = new ArrayList<>(45_000);
        List<Middles.Told> middles = new ArrayList<>(40_000);
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(stream("communes.tsv.gz")), StandardCharsets.UTF_8))) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split("\t", -1);
                Commune commune = cells.length == COLUMNS ? commune(cells) : null;
                if (commune == null) {
                    throw new UnreadableTableException("communes.tsv.gz : ligne illisible « " + line + " ».");
                }
                communes.add(commune);
                if (!cells[7].isEmpty()) {
                    middles.add(new Middles.Told(commune, cells[7], cells[8], cells[9]));
                }
            }
        }
        return new Communes(communes, new Middles(middles));
    }

    /** Null when it is of no known kind. */
    private static @Nullable Commune commune(String[] cells) {
        Commune.Status status = Commune.status(cells[1]);
        if (status == null) {
            return null;
        }
        List<String> postcodes = cells[6].isEmpty() ? List.of() : List.of(cells[6].split(" ", -1));
        int population = cells[5].isEmpty() ? 0 : Integer.parseInt(cells[5]);
        String now = cells[4].isEmpty() ? cells[0] : cells[4];
        return new Commune(cells[0], cells[2], cells[3].intern(), status, now, population, postcodes);
    }

    private static InputStream stream(String name) throws IOException {
        InputStream stream = Shipped.class.getResourceAsStream(name);
        if (stream == null) {
            throw new IOException("moisson/reference/" + name + " is not in the jar");
        }
        return stream;
    }
}
