package moisson.serve.sparql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import moisson.serve.http.Refusal;
import moisson.serve.http.Reply;
import moisson.serve.sparql.run.Answer;
import moisson.serve.sparql.run.ResultForm;
import moisson.serve.view.Frame;
import moisson.serve.view.Site;
import org.apache.jena.query.QuerySolution;
import org.apache.jena.query.ResultSet;
import org.apache.jena.query.ResultSetFactory;
import org.apache.jena.rdf.model.RDFNode;
import org.jspecify.annotations.Nullable;

/** The page where people write queries and see results. */
public final class Editor {
    private static final int ROWS = 1_000;
    private static final int MOST_TEXT = 200_000;

    private final Site site;
    private final long seconds;

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

    /** What the page shows. */
    public record Model(
            String query, @Nullable String error, @Nullable Result result, List<Example> examples, long seconds) {}

    Editor(Site site, long seconds) {
        this.site = site;
        this.seconds = seconds;
    }

    Reply empty() {
        return page(200, new Model(examples().getFirst().query(), null, null, examples(), seconds));
    }

    Reply refused(String query, Refusal refusal) {
        return page(refusal.status(), new Model(query, refusal.sentence(), null, examples(), seconds));
    }

    Reply shown(String query, Answer answer) {
        try {
            return page(200, new Model(query, null, result(query, answer), examples(), seconds));
        } finally {
            answer.discard();
        }
    }

    private static Result result(String query, Answer answer) {
        boolean table = answer.form() == ResultForm.JSON;
        List<Link> links = table
                ? List.of(link("CSV", query, "csv"), link("TSV", query, "tsv"), link("JSON", query, "json"))
                : List.of(
                        link("Turtle", query, "ttl"), link("N-Triples", query, "nt"), link("JSON-LD", query, "jsonld"));
        String text = new String(answer.first(MOST_TEXT), StandardCharsets.UTF_8);
        if (!table || (text.contains("\"boolean\"") && !text.contains("\"results\""))) {
            return new Result(List.of(), List.of(), 0, text, links);
        }
        try (InputStream in = answer.open()) {
            return table(ResultSetFactory.fromJSON(in), links);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Result table(ResultSet set, List<Link> links) {
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

    private List<Example> examples() {
        return new Examples(site.base())
                .all().stream()
                        .map(example -> new Example(example.title(), example.query(), address(example.query())))
                        .toList();
    }

    private Reply page(int status, Model model) {
        Frame frame = site.french("/sparql", "Interroger les données (SPARQL)");
        String html = site.pages().render("sparql", frame, model);
        return status == 200 ? Reply.page(html).with("Vary", "Accept") : Reply.passing(status, html);
    }
}
