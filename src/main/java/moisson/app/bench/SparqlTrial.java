package moisson.app.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import moisson.publish.PublisherSettings;
import moisson.publish.graph.GraphShelf;

/** What researchers ask, by HTTP: the first time, cold, and repeated. */
public final class SparqlTrial {
    private static final int ROUNDS = 5;
    /** A known answer takes so little that the first few mostly measure how new the client is. */
    private static final int AGAIN = 25;

    private static final String CSV = "text/csv";

    private final HttpClient client = HttpClient.newHttpClient();
    private final String endpoint;

    /** An answer, and how long it took until it was there whole. */
    private record Asked(double milliseconds, String body) {}

    /** @param port of this machine */
    public SparqlTrial(int port) {
        this.endpoint = "http://127.0.0.1:" + port + "/sparql?query=";
    }

    /** Builds the graph of version 1, where a house would hold it, and throws it away: one row. */
    public static List<Map<String, Object>> load(PublisherSettings settings) throws IOException {
        Path version = settings.folder().resolve("1");
        try (GraphShelf shelf = GraphShelf.temporary(settings)) {
            Usage before = Usage.now();
            GraphShelf.Size size = shelf.size(version, "mesure");
            Map<String, Object> row =
                    row("the graph built from N-Triples, " + (size.onDisk() ? "on disk" : "in memory"), before);
            row.put("rows", size.triples());
            row.put(
                    "triples/s",
                    Math.round(size.triples() / Usage.now().since(before).wall()));
            return List.of(row);
        }
    }

    /** What was used since. */
    public static Map<String, Object> row(String name, Usage before) {
        Map<String, Object> row = Figures.row("question", name);
        Figures.put(row, Usage.now().since(before));
        return row;
    }

    /** One row for each query, and one for all. */
    public List<Map<String, Object>> ask() throws IOException {
        List<Map<String, Object>> rows = new ArrayList<>();
        List<Double> cold = new ArrayList<>();
        List<Double> busy = new ArrayList<>();
        List<Double> repeated = new ArrayList<>();
        for (ResearchQuery query : ResearchQuery.all(this::known)) {
            Asked first = ask(query.text());
            List<Double> rounds = new ArrayList<>();
            List<Double> again = new ArrayList<>();
            double processor = Usage.now().processor();
            for (int round = 0; round < ROUNDS; round++) {
                rounds.add(ask(query.text() + "\n# " + round).milliseconds());
            }
            processor = Usage.now().processor() - processor;
            for (int round = 0; round < AGAIN; round++) {
                again.add(ask(query.text()).milliseconds());
            }
            Map<String, Object> row = Figures.row("question", query.name());
            row.put("rows", Math.max(0, first.body().lines().count() - 1));
            row.put("first ms", first.milliseconds());
            row.put("cold ms", median(rounds));
            row.put("cold, processor ms", 1e3 * processor / ROUNDS);
            row.put("repeated ms", median(again));
            rows.add(row);
            if (query.counts()) {
                cold.add(median(rounds));
                busy.add(Math.max(1, 1e3 * processor / ROUNDS));
                repeated.add(median(again));
            }
        }
        Map<String, Object> all = Figures.row("question", "geometric mean of the twelve");
        all.put("cold ms", mean(cold));
        all.put("cold, processor ms", mean(busy));
        all.put("repeated ms", mean(repeated));
        rows.add(all);
        return rows;
    }

    /** The first cell of an answer. */
    private String known(String query) {
        try {
            return ask(query).body().lines().skip(1).findFirst().orElseThrow();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Asked ask(String query) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(endpoint + URLEncoder.encode(query, UTF_8)))
                .header("Accept", query.contains("DESCRIBE") ? "text/turtle" : CSV)
                .build();
        try {
            long start = System.nanoTime();
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            double milliseconds = (System.nanoTime() - start) / 1e6;
            if (response.statusCode() != 200) {
                throw new IOException(response.statusCode() + " " + response.body() + query);
            }
            return new Asked(milliseconds, response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static double median(List<Double> rounds) {
        return rounds.stream().sorted().toList().get(rounds.size() / 2);
    }

    private static double mean(List<Double> figures) {
        return Math.exp(figures.stream().mapToDouble(Math::log).average().orElse(0));
    }
}
