package moisson.serve.sparql;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import moisson.serve.http.Ask;
import moisson.serve.http.Refusal;
import moisson.serve.http.Reply;
import moisson.serve.http.Route;
import moisson.serve.resource.GraphForm;
import moisson.serve.sparql.run.Answer;
import moisson.serve.sparql.run.QueryDesk;
import moisson.serve.sparql.run.Question;
import moisson.serve.sparql.run.ResultForm;
import moisson.serve.view.Site;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /sparql}: the protocol for programs, a page for people (SPARQL 1.1 Protocol, query operation only). */
public final class SparqlPages implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SparqlPages.class);
    private static final String HTML = "text/html";
    /** How the answers shown in pages are liked. */
    private static final String PAGE = "page";

    private final String base;
    private final Shelf shelf;
    private final QueryDesk desk;
    private final Editor editor;
    private final Descriptions descriptions;
    private final KnownAnswers known = new KnownAnswers();
    private final ScheduledExecutorService warmer;
    private final AtomicReference<Shelf.@Nullable Held> warm = new AtomicReference<>();

    /** The published graph, the number of its version, and since when it was the current one. */
    public record Graph(int version, Instant since, DatasetGraph dataset) {}

    /**
     * Where versions are found.
     *
     * @param number opens an earlier one that was once shown; may take long
     * @param at the number of the version that was the current one at a moment
     */
    public record Versions(
            Supplier<Optional<Graph>> current,
            IntFunction<Optional<Graph>> number,
            Function<Instant, Optional<Integer>> at) {}

    @SuppressWarnings("FutureReturnValueIgnored") // what fails tells of it itself
    public SparqlPages(Site site, Versions versions, Duration limit) {
        this.base = site.base();
        this.shelf = new Shelf(versions, site.base(), limit);
        this.desk = new QueryDesk(limit);
        this.editor = new Editor(site, limit.toSeconds());
        this.descriptions = new Descriptions(site.base());
        this.warmer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("sparql-warm-up").factory());
        warmer.scheduleWithFixedDelay(this::warmUp, 0, 1, TimeUnit.SECONDS);
    }

    public List<Route> routes() {
        return List.of(
                Route.getOrPost("/sparql", this::answer).opened(),
                Route.get("/\\.well-known/void", this::dataset).opened(),
                Route.get("/\\.well-known/sparql-examples/?", this::examples).opened());
    }

    /** Reads the texts of a version that is about to be shown, so that nobody has to wait for them. */
    public void prepare(Graph graph) {
        shelf.prepare(graph);
    }

    private Reply answer(Ask ask) {
        boolean people = ask.param("format").isEmpty()
                && ask.prefers(liked()).filter(HTML::equals).isPresent();
        try {
            Asked asked = Asked.of(ask);
            if (asked.query().isEmpty()) {
                return people
                        ? editor.empty()
                        : GraphForm.liked(
                                ask, descriptions.service(shelf.current().data()));
            }
            Shelf.Held held = asked.at().map(shelf::at).orElseGet(shelf::current);
            return people
                    ? editor.shown(
                            asked.query().get(),
                            outcome(
                                    question(
                                            ask,
                                            asked,
                                            held,
                                            parsed -> ResultForm.fit(parsed).getFirst()),
                                    PAGE))
                    : run(ask, asked, held);
        } catch (Refusal e) {
            if (people && e.status() < 500) {
                return editor.refused(ask.param("query", ""), e);
            }
            Reply reply =
                    Reply.text(e.status(), "text/plain", e.sentence() + "\n").with("Cache-Control", "no-store");
            return e.status() == 503 ? reply.with("Retry-After", "5") : reply;
        }
    }

    /**
     * The first query of a version would take seconds: its texts are not read yet and, after a start, neither are the classes
     * of the engine. So the examples are asked before anybody else asks, once a version. Must go on whatever happens.
     */
    @SuppressWarnings("ReferenceEquality") // each version is opened once for all
    private void warmUp() {
        try {
            shelf.ready().filter(held -> warm.getAndSet(held) != held).ifPresent(this::warmUp);
        } catch (RuntimeException e) {
            LOG.error("a version could not be made ready for SPARQL", e);
        }
    }

    private void warmUp(Shelf.Held held) {
        for (Examples.Example example : new Examples(base).all()) {
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
            try {
                Answer answer = outcome(
                        new Question(
                                "",
                                example.query(),
                                held.data(),
                                List.of(),
                                List.of(),
                                parsed -> ResultForm.fit(parsed).getFirst()),
                        PAGE);
                if (answer.file() != null) {
                    answer.discard();
                }
            } catch (Refusal e) {
                LOG.debug("an example was refused while warming up: {}", e.sentence());
            }
        }
    }

    /** What programs may like comes before the page, so that asking for anything gives no page. */
    private static List<String> liked() {
        List<String> liked = new ArrayList<>();
        for (ResultForm form : ResultForm.values()) {
            liked.add(form.mediaType());
        }
        liked.add(HTML);
        return liked;
    }

    private Reply run(Ask ask, Asked asked, Shelf.Held held) {
        String liking = ask.param("format").orElse("accept " + ask.header("Accept"));
        Answer answer = outcome(question(ask, asked, held, parsed -> form(parsed, ask)), liking);
        Reply reply = answer.reply().with("Vary", "Accept");
        if (asked.at().isPresent()) {
            reply = reply.with(
                    "Memento-Datetime",
                    DateTimeFormatter.RFC_1123_DATE_TIME.format(
                            held.graph().since().atZone(ZoneOffset.UTC)));
        }
        return answer.lasting()
                ? reply.with("Cache-Control", "no-cache")
                        .with(
                                "ETag",
                                "\"" + held.data().version() + "-"
                                        + answer.sha256().substring(0, 24) + "\"")
                : reply.with("Cache-Control", "no-store");
    }

    private static Question question(Ask ask, Asked asked, Shelf.Held held, Function<Query, ResultForm> form) {
        return new Question(
                ask.remoteAddress(),
                asked.query().orElseThrow(),
                held.data(),
                asked.defaultGraphs(),
                asked.namedGraphs(),
                form);
    }

    private static ResultForm form(Query query, Ask ask) {
        Optional<String> named = ask.param("format");
        if (named.isPresent()) {
            return ResultForm.named(query, named.get())
                    .orElseThrow(() -> new Refusal(400, "Ce format ne convient pas à cette requête."));
        }
        List<ResultForm> fit = ResultForm.fit(query);
        List<String> media = fit.stream().map(ResultForm::mediaType).toList();
        return ask.prefers(media)
                .or(() -> ask.prefers(List.of("application/json", "application/xml"))
                        .map(plain -> plain.replace("application/", "application/sparql-results+"))
                        .filter(media::contains))
                .flatMap(liked -> fit.stream()
                        .filter(form -> form.mediaType().equals(liked))
                        .findFirst())
                .orElseThrow(() -> new Refusal(
                        406,
                        "Aucun des formats demandés n’est disponible. Disponibles\u202f: " + String.join(", ", media)
                                + "."));
    }

    private Answer outcome(Question question, String liking) {
        String key = KnownAnswers.key(question, liking);
        Optional<Answer> before = known.find(key);
        if (before.isPresent()) {
            return before.get();
        }
        return known.keep(key, desk.ask(question));
    }

    private Reply dataset(Ask ask) {
        return GraphForm.liked(ask, descriptions.dataset(shelf.current()));
    }

    private Reply examples(Ask ask) {
        return GraphForm.liked(ask, descriptions.examples());
    }

    @Override
    public void close() {
        warmer.shutdownNow();
        desk.close();
        shelf.close();
    }
}
