package moisson.serve.sparql;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import moisson.serve.http.Ask;
import moisson.serve.http.Digests;
import moisson.serve.http.Refusal;
import moisson.serve.http.Reply;
import moisson.serve.http.Route;
import moisson.serve.view.Frame;
import moisson.serve.view.Site;
import org.apache.jena.query.Query;
import org.apache.jena.query.QuerySolution;
import org.apache.jena.query.ResultSet;
import org.apache.jena.query.ResultSetFactory;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.sparql.core.DatasetGraph;
import org.jspecify.annotations.Nullable;

/** {@code /sparql}: the protocol for programs, a page for people (SPARQL 1.1 Protocol, query operation only). */
public final class SparqlPages implements AutoCloseable {
    private static final int LONGEST = 256 * 1024;
    private static final int ROWS = 1_000;
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String QUERY = "application/sparql-query";
    private static final String HTML = "text/html";

    private final Site site;
    private final Supplier<Optional<Graph>> current;
    private final SparqlEndpoint endpoint;

    /** The published graph and the number of its version. */
    public record Graph(int version, DatasetGraph dataset) {}

    /** An example to start from. */
    public record Example(String title, String query, String href) {}

    /** A result in the page: a table, or a text for graphs and ASK. */
    public record Result(
            List<String> columns,
            List<List<String>> rows,
            int total,
            @Nullable String text,
            List<Link> links) {}

    /** The same result in another form. */
    public record Link(String label, String href) {}

    /** The page of the editor. */
    public record Editor(
            String query, @Nullable String error, @Nullable Result result, List<Example> examples, long seconds) {}

    private final long seconds;

    public SparqlPages(Site site, Supplier<Optional<Graph>> current, Duration limit) {
        this.site = site;
        this.current = current;
        this.endpoint = new SparqlEndpoint(limit);
        this.seconds = limit.toSeconds();
    }

    public List<Route> routes() {
        return List.of(Route.getOrPost("/sparql", this::answer));
    }

    private Reply answer(Ask ask) {
        if (ask.header("Content-Encoding") != null) {
            throw new Refusal(415, "Les requêtes compressées ne sont pas acceptées.");
        }
        boolean people = ask.param("format").isEmpty()
                && ask.prefers(List.of("application/sparql-results+json", "text/turtle", HTML))
                        .filter(HTML::equals)
                        .isPresent();
        try {
            Optional<String> query = query(ask);
            Graph graph = current.get().orElseThrow(() -> new Refusal(503, "Rien n’est encore publié."));
            if (people || query.isEmpty()) {
                return page(query.orElse(""), graph, query.isPresent());
            }
            return run(query.get(), graph, ask);
        } catch (Refusal e) {
            if (people && e.status() < 500) {
                return shown(e.status(), new Editor(ask.param("query", ""), e.sentence(), null, examples(), seconds));
            }
            Reply reply = Reply.text(e.status(), "text/plain", e.sentence() + "\n")
                    .with("Access-Control-Allow-Origin", "*")
                    .with("Cache-Control", "no-store");
            return e.status() == 503 ? reply.with("Retry-After", "5") : reply;
        }
    }

    private static Optional<String> query(Ask ask) {
        if (ask.method().equals("POST")) {
            switch (ask.bodyType()) {
                case QUERY -> {
                    return Optional.of(direct(ask));
                }
                case FORM -> {}
                default ->
                    throw new Refusal(415, "Envoyez la requête en " + FORM + " (champ query) ou en " + QUERY + ".");
            }
        }
        if (!ask.params("update").isEmpty()) {
            throw new Refusal(400, "Ce point d’accès est en lecture seule\u202f: les mises à jour sont refusées.");
        }
        if (!ask.params("default-graph-uri").isEmpty()
                || !ask.params("named-graph-uri").isEmpty()) {
            throw new Refusal(
                    400, "Choisissez les graphes par GRAPH dans la requête\u202f: ce point d’accès n’en charge pas.");
        }
        List<String> queries = ask.params("query");
        if (queries.size() > 1) {
            throw new Refusal(400, "Une seule requête à la fois.");
        }
        if (queries.isEmpty() && ask.method().equals("POST")) {
            throw new Refusal(400, "Le champ query manque.");
        }
        return queries.stream()
                .filter(text -> !text.isBlank())
                .map(SparqlPages::bounded)
                .findFirst();
    }

    private static String direct(Ask ask) {
        try {
            return bounded(ask.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String bounded(String query) {
        if (query.length() > LONGEST) {
            throw new Refusal(413, "La requête dépasse 256 ko.");
        }
        if (query.indexOf('\uFFFD') >= 0) {
            throw new Refusal(400, "La requête n’est pas en UTF-8.");
        }
        return query;
    }

    private Reply run(String query, Graph graph, Ask ask) {
        SparqlEndpoint.Outcome outcome = endpoint.run(query, graph.dataset(), parsed -> form(parsed, ask));
        return Reply.of(200, outcome.form().mediaType() + "; charset=utf-8", outcome.bytes())
                .with("Access-Control-Allow-Origin", "*")
                .with("Access-Control-Expose-Headers", "ETag, Link")
                .with("Vary", "Accept")
                .with("Cache-Control", "no-cache")
                .with(
                        "ETag",
                        "\"" + graph.version() + "-"
                                + Digests.sha256((outcome.form() + "\n" + query).getBytes(StandardCharsets.UTF_8))
                                        .substring(0, 24)
                                + "\"");
    }

    private static ResultForm form(Query query, Ask ask) {
        Optional<String> named = ask.param("format");
        if (named.isPresent()) {
            return ResultForm.named(query, named.get())
                    .orElseThrow(() -> new Refusal(400, "Ce format ne convient pas à cette requête."));
        }
        List<ResultForm> fit = ResultForm.fit(query);
        String media = ask.prefers(fit.stream().map(ResultForm::mediaType).toList())
                .or(() -> ask.prefers(List.of("application/json"))
                        .filter(json -> fit.contains(ResultForm.JSON))
                        .map(json -> ResultForm.JSON.mediaType()))
                .orElseThrow(() -> new Refusal(
                        406,
                        "Aucun des formats demandés n’est disponible. Disponibles\u202f: "
                                + String.join(
                                        ", ",
                                        fit.stream().map(ResultForm::mediaType).toList()) + "."));
        return fit.stream()
                .filter(form -> form.mediaType().equals(media))
                .findFirst()
                .orElseThrow();
    }

    private Reply page(String query, Graph graph, boolean asked) {
        if (!asked) {
            return shown(200, new Editor(examples().getFirst().query(), null, null, examples(), seconds));
        }
        SparqlEndpoint.Outcome outcome = endpoint.run(
                query, graph.dataset(), parsed -> ResultForm.fit(parsed).getFirst());
        return shown(200, new Editor(query, null, result(query, outcome), examples(), seconds));
    }

    private static Result result(String query, SparqlEndpoint.Outcome outcome) {
        boolean table = outcome.form() == ResultForm.JSON;
        List<Link> links = table
                ? List.of(link("CSV", query, "csv"), link("TSV", query, "tsv"), link("JSON", query, "json"))
                : List.of(
                        link("Turtle", query, "ttl"), link("N-Triples", query, "nt"), link("JSON-LD", query, "jsonld"));
        String text = new String(outcome.bytes(), StandardCharsets.UTF_8);
        if (!table || (text.contains("\"boolean\"") && !text.contains("\"results\""))) {
            return new Result(List.of(), List.of(), 0, text, links);
        }
        ResultSet set = ResultSetFactory.fromJSON(new ByteArrayInputStream(outcome.bytes()));
        List<List<String>> rows = new ArrayList<>();
        int total = 0;
        while (set.hasNext()) {
            QuerySolution solution = set.next();
            total++;
            if (rows.size() < ROWS) {
                rows.add(set.getResultVars().stream()
                        .map(name -> cell(solution.get(name)))
                        .toList());
            }
        }
        return new Result(set.getResultVars(), rows, total, null, links);
    }

    private static String cell(@Nullable RDFNode node) {
        return node == null ? "" : node.isLiteral() ? node.asLiteral().getLexicalForm() : node.toString();
    }

    private static Link link(String label, String query, String format) {
        return new Link(label, address(query) + "&format=" + format);
    }

    private static String address(String query) {
        return "/sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
    }

    private static List<Example> examples() {
        return Examples.ALL.stream()
                .map(example -> new Example(example.title(), example.query(), address(example.query())))
                .toList();
    }

    private Reply shown(int status, Editor editor) {
        Frame frame = site.french("/sparql", "Interroger les données (SPARQL)");
        String html = site.pages().render("sparql", frame, editor);
        return status == 200 ? Reply.page(html).with("Vary", "Accept") : Reply.passing(status, html);
    }

    @Override
    public void close() {
        endpoint.close();
    }
}
