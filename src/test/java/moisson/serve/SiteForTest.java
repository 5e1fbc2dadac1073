package moisson.serve;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import moisson.event.Cluster;
import moisson.event.Edition;
import moisson.event.Event;
import moisson.event.EventId;
import moisson.event.Match;
import moisson.event.Reason;
import moisson.event.Source;
import moisson.publish.Library;
import moisson.publish.Outcome;
import moisson.publish.Publisher;
import moisson.publish.PublisherSettings;
import moisson.serve.form.FormAnswer;
import moisson.serve.form.ProposalDesk;
import moisson.serve.form.ProposalForm;
import moisson.serve.operator.JudgeDesk;
import moisson.serve.operator.OperatorDesk;
import moisson.serve.operator.ScheduledSource;
import moisson.statistics.Statistics;
import moisson.store.Kept;
import moisson.store.Store;
import moisson.store.VerdictRefusedException;

/** The whole site on a free port, over fictional events that were really stored and published. */
final class SiteForTest implements AutoCloseable {
    static final Instant NOW = Instant.parse("2020-10-15T08:00:00Z");
    static final String PASSWORD = "mot de passe d'essai";
    static final String SECRET = "secret d'essai";

    final Store store;
    final Library library;
    final WebServer server;
    final List<String> launched = new ArrayList<>();
    final List<FormAnswer> answers = new ArrayList<>();
    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private final PublisherSettings publishing;

    SiteForTest(Path home) {
        this(home, NOW, 0, true);
    }

    SiteForTest(Path home, Instant now, int port, boolean published) {
        this(home, now, port, published, Long.MAX_VALUE);
    }

    /** @param inMemory a version with more triples is asked from a database on the disk */
    SiteForTest(Path home, Instant now, int port, boolean published, long inMemory) {
        this(home, now, port, published, inMemory, URI.create("https://moisson.example"));
    }

    /** @param address of the site, when it is not the one its version was published under */
    SiteForTest(Path home, Instant now, int port, boolean published, long inMemory, URI address) {
        store = Store.open("jdbc:sqlite:" + home.resolve("moisson.db"), null, null);
        publishing = new PublisherSettings(
                        home.resolve("publications"),
                        URI.create("https://moisson.example/"),
                        "Moisson",
                        "contact@moisson.example")
                .withTriplesInMemory(inMemory);
        library = new Library(publishing);
        if (store.read(tables -> tables.runs().latest(1)).isEmpty()) {
            new RunsForTest(store).keep();
        }
        if (published) {
            publish(EventsForTest.all(), now.minus(Duration.ofHours(2)));
        }
        Supplier<List<Edition>> editions = () -> EventsForTest.EDITIONS;
        ProposalDesk desk =
                new ProposalDesk(editions, SECRET, "le service qui exploite ce site, contact@moisson.example");
        server = WebServer.start(
                new WebSettings(port, true, address, PASSWORD, SECRET, Duration.ofSeconds(5)),
                library,
                store,
                new OperatorDesk(
                        () -> sources(now),
                        launched::add,
                        held -> launched.add("accepter " + held),
                        held -> launched.add("refuser " + held),
                        () -> launched.add("publier"),
                        () -> Optional.of("Version 1 publiée."),
                        judge(),
                        Map::of),
                desk,
                camel(new ProposalForm(desk), now),
                Clock.fixed(now, ZoneOffset.UTC));
    }

    /** Writes down what it is asked; refuses whatever is said of a record called « refus ». */
    private JudgeDesk judge() {
        return new JudgeDesk(
                (left, right, why, seen) -> said("même", left, right, why + " " + seen),
                (left, right, why, seen) -> said("distincts", left, right, why + " " + seen),
                (record, why) -> said("détacher", record, record, why),
                (number, why) -> {
                    launched.add("annuler " + number + " " + why);
                    return number;
                },
                (left, right) -> new Match(
                        left,
                        right,
                        7.5,
                        Match.Decision.REVIEW,
                        List.of(new Reason("titre", "a", "b", 6.5), new Reason("horaire", "a", "b", 1))),
                score -> score / 10,
                10);
    }

    private long said(String word, EventId left, EventId right, String why) {
        if (left.key().equals("refus")) {
            throw new VerdictRefusedException("Refusé pour l’essai.");
        }
        launched.add(word + " " + left + " " + right + " " + why);
        return 7;
    }

    void publish(List<Event> events, Instant at) {
        publish(events, EventsForTest.clusters(events), Map.of("ancien1", "e1"), at);
    }

    Outcome publish(List<Event> events, List<Cluster> clusters, Map<String, String> redirects, Instant at) {
        store.inTransaction(tables -> {
            long run = tables.runs().latest(1).getFirst().id();
            tables.records()
                    .keep(
                            events.stream()
                                    .map(event -> Kept.of(event, "ligne 1", "{}"))
                                    .toList(),
                            run);
            tables.clusters().replace(clusters, List.of(), redirects, List.of());
            return run;
        });
        Statistics statistics = new Statistics(EventsForTest.departments(), EventsForTest.regions(), publishing.base());
        return new Publisher(store, statistics, () -> EventsForTest.EDITIONS, publishing, library).publish(at, true);
    }

    static List<ScheduledSource> sources(Instant now) {
        return List.of(
                new ScheduledSource(
                        source("agenda-fictif", "Agenda fictif", "0 0 4 * * ?"), now.plusSeconds(64_800), false),
                new ScheduledSource(
                        source("ville-fictive", "Ville fictive", "0 0 5 * * ?"), now.plusSeconds(68_400), false),
                new ScheduledSource(
                        source("lagon-fictif", "Agenda du lagon fictif", "0 0 6 * * ?"), now.plusSeconds(3_600), true),
                new ScheduledSource(source("formulaire", "Formulaire de proposition", null), null, false));
    }

    private static Source source(String id, String name, @org.jspecify.annotations.Nullable String schedule) {
        return new Source(
                id,
                name,
                schedule == null ? "formulaire" : "csv",
                schedule == null ? "/proposer" : "https://exemple.fr/" + id + ".csv",
                schedule,
                id.startsWith("lagon") ? "Pacific/Noumea" : "Europe/Paris",
                "Licence Ouverte 2.0",
                true,
                3);
    }

    /** Does what the Camel route does: hands the fields in and the answer out. */
    private Servlet camel(ProposalForm form, Instant now) {
        return new HttpServlet() {
            private static final long serialVersionUID = 1L;

            @Override
            protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
                Map<String, String> fields = new HashMap<>();
                request.getParameterMap().forEach((name, values) -> fields.put(name, values[0]));
                FormAnswer answer = form.answer(fields, request.getRemoteAddr(), now);
                answers.add(answer);
                response.setStatus(answer.status());
                if (answer.location() != null) {
                    response.setHeader("Location", answer.location());
                }
                response.setContentType("text/html; charset=utf-8");
                response.getOutputStream().write(answer.html().getBytes(StandardCharsets.UTF_8));
            }
        };
    }

    HttpResponse<String> get(String path, String... headers) {
        return send(HttpRequest.newBuilder().GET(), path, headers);
    }

    /** Asks a query of the endpoint. */
    HttpResponse<String> ask(String query, String... headers) {
        return get("/sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8), headers);
    }

    /**
     * The body of the answer to a query, as CSV.
     *
     * @param more parameters of the address, each with its {@code &}
     */
    String csv(String query, String more) {
        return get("/sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8) + more, "Accept", "text/csv")
                .body();
    }

    HttpResponse<String> post(String path, String body, String... headers) {
        return send(HttpRequest.newBuilder().POST(HttpRequest.BodyPublishers.ofString(body)), path, headers);
    }

    HttpResponse<String> method(String method, String path, String... headers) {
        return send(HttpRequest.newBuilder().method(method, HttpRequest.BodyPublishers.noBody()), path, headers);
    }

    HttpResponse<byte[]> bytes(String path, String... headers) {
        return exchange(HttpRequest.newBuilder().GET(), path, HttpResponse.BodyHandlers.ofByteArray(), headers);
    }

    /** Asks without waiting for the answer; gives its status. */
    CompletableFuture<Integer> launch(String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + server.port() + "/sparql"))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .timeout(Duration.ofSeconds(60));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return client.sendAsync(request.build(), HttpResponse.BodyHandlers.discarding())
                .thenApply(HttpResponse::statusCode);
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String path, String... headers) {
        return exchange(request, path, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8), headers);
    }

    private <T> HttpResponse<T> exchange(
            HttpRequest.Builder request, String path, HttpResponse.BodyHandler<T> body, String... headers) {
        request.uri(URI.create("http://127.0.0.1:" + server.port() + path)).timeout(Duration.ofSeconds(20));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            return client.send(request.build(), body);
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(path, e);
        }
    }

    /** The first line of the answer to a request that no proper client would send. */
    String raw(String request) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream()
                    .write((request + "\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new AssertionError(request, e);
        }
    }

    static String basic(String password) {
        return "Basic "
                + Base64.getEncoder().encodeToString(("operateur:" + password).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        server.close();
        store.close();
        client.close();
    }
}
