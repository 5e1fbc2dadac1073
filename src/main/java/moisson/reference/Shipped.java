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
        List<Middles.Middle> middles = new ArrayList<>(40_000);
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(stream("communes.tsv.gz")), StandardCharsets.UTF_8))) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split("\t", -1);
                Commune commune = commune(line, cells);
                communes.add(commune);
                if (!cells[7].isEmpty()) {
                    middles.add(middle(commune, cells));
                }
            }
        }
        return new Communes(communes, new Middles(middles));
    }

    private static Middles.Middle middle(Commune commune, String[] cells) {
        return new Middles.Middle(
                commune.code(),
                commune.now(),
                commune.department(),
                Double.parseDouble(cells[7]),
                Double.parseDouble(cells[8]),
                Double.parseDouble(cells[9]));
    }

    private static Commune commune(String line, String[] cells) throws IOException {
        Commune.Status status = cells.length == COLUMNS ? Commune.status(cells[1]) : null;
        if (status == null) {
            throw new UnreadableTableException("communes.tsv.gz : ligne illisible « " + line + " ».");
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
