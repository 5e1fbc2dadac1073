package moisson.publish.portal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** A portal on loopback that keeps state, and does one call amiss when asked to. What a call does is its subclass's matter. */
public abstract class PortalServerForTest implements AutoCloseable {
    static final String TOKEN = "jeton-secret-fictif";
    static final ObjectMapper JSON = new ObjectMapper();

    final ArrayNode datasets = JSON.createArrayNode();
    final AtomicInteger ids = new AtomicInteger();
    final AtomicInteger uploads = new AtomicInteger();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final AtomicInteger amissAt = new AtomicInteger(-1);
    private final AtomicReference<Amiss> amiss = new AtomicReference<>(Amiss.CUT_BEFORE);
    private final AtomicReference<String> tooLarge = new AtomicReference<>("");
    private final AtomicReference<String> token = new AtomicReference<>(TOKEN);

    /** What can go wrong with one call. */
    enum Amiss {
        CUT_BEFORE,
        CUT_AFTER,
        ERROR_BEFORE,
        ERROR_AFTER,
        CONFLICT,
        TOO_MANY,
        SILENT_BEFORE,
        SILENT_AFTER,
        GATEWAY_PAGE;

        boolean silent() {
            return this == SILENT_BEFORE || this == SILENT_AFTER;
        }

        boolean after() {
            return this == CUT_AFTER || this == ERROR_AFTER || this == SILENT_AFTER;
        }
    }

    /** An answer. */
    record Reply(int status, Object body) {}

    /** A request, read whole. */
    record Request(
            String method,
            String path,
            Map<String, String> query,
            JsonNode json,
            Map<String, String> fields,
            String fileName,
            ByteBuffer content) {
        byte[] file() {
            byte[] bytes = new byte[content.remaining()];
            content.duplicate().get(bytes);
            return bytes;
        }

        boolean is(String verb, String pattern) {
            return method.equals(verb) && path.matches(pattern);
        }

        String part(int index) {
            return List.of(path.split("/", -1)).get(index);
        }
    }

    protected PortalServerForTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
    }

    /** Begins to answer. */
    final void start() {
        server.createContext("/", this::handle);
        server.start();
    }

    abstract Reply answer(Request request);

    /** How it says no. */
    abstract Object trouble(int status);

    /** Name of the header with the token. */
    abstract String header();

    /** Under what its datasets are known here. */
    abstract String titled();

    /** Everything it keeps, to be compared. */
    public final JsonNode state() {
        return datasets;
    }

    /** How many files were sent, in all. */
    public final int uploads() {
        return uploads.get();
    }

    /** Puts everything back as it was, but for the counters. */
    final void restore(JsonNode state) {
        datasets.removeAll().addAll((ArrayNode) state.deepCopy());
        ids.set(100);
        uploads.set(100);
    }

    public final ObjectNode dataset(String title) {
        for (JsonNode one : datasets) {
            if (one.path(titled()).asText().equals(title)) {
                return (ObjectNode) one;
            }
        }
        throw new AssertionError("no dataset " + title + " in " + datasets);
    }

    static ArrayNode resources(ObjectNode dataset) {
        return (ArrayNode) dataset.get("resources");
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    public String token() {
        return TOKEN;
    }

    /** Method and path of each call since the last time it was asked to forget. */
    public List<String> calls() {
        return List.copyOf(calls);
    }

    public void forgetCalls() {
        calls.clear();
    }

    void failAt(int call, Amiss how) {
        forgetCalls();
        amiss.set(how);
        amissAt.set(call);
    }

    void failNever() {
        amissAt.set(-1);
        forgetCalls();
    }

    /** @param file name of the one that is too large; empty for none */
    void findTooLarge(String file) {
        tooLarge.set(file);
    }

    public void revokeToken() {
        token.set("un autre");
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        int call = calls.size();
        Request request = read(exchange, body);
        calls.add(request.method() + " " + request.path());
        boolean now = call == amissAt.get();
        Amiss how = amiss.get();
        if (!token.get().equals(exchange.getRequestHeaders().getFirst(header()))) {
            send(exchange, new Reply(401, trouble(401)));
            return;
        }
        if (!request.fileName().isEmpty() && request.fileName().equals(tooLarge.get())) {
            send(exchange, new Reply(413, "<html>Request Entity Too Large</html>"));
            return;
        }
        if (now && how.after()) {
            work(request);
        }
        if (now) {
            fail(exchange, how);
            return;
        }
        send(exchange, work(request));
    }

    private synchronized Reply work(Request request) {
        return answer(request);
    }

    private void fail(HttpExchange exchange, Amiss how) throws IOException {
        switch (how) {
            case CUT_BEFORE, CUT_AFTER -> exchange.close();
            case ERROR_BEFORE, ERROR_AFTER -> send(exchange, new Reply(500, trouble(500)));
            case CONFLICT -> send(exchange, new Reply(409, trouble(409)));
            case TOO_MANY -> {
                exchange.getResponseHeaders().set("Retry-After", "0");
                send(exchange, new Reply(429, trouble(429)));
            }
            case GATEWAY_PAGE -> send(exchange, new Reply(200, "<html>maintenance</html>"));
            case SILENT_BEFORE, SILENT_AFTER -> {
                try {
                    closing.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                exchange.close();
            }
        }
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        byte[] body =
                (reply.body() instanceof String text ? text : JSON.writeValueAsString(reply.body())).getBytes(UTF_8);
        exchange.sendResponseHeaders(reply.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static Request read(HttpExchange exchange, byte[] body) throws IOException {
        Map<String, String> query = new LinkedHashMap<>();
        String text = exchange.getRequestURI().getQuery();
        for (String pair : text == null ? new String[0] : text.split("&")) {
            query.put(pair.replaceFirst("=.*", ""), pair.replaceFirst("[^=]*=", ""));
        }
        String type = String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type"));
        String method = exchange.getRequestMethod();
        String path = exchange.getRequestURI().getPath();
        if (!type.startsWith("multipart/")) {
            JsonNode json = type.startsWith("application/json") ? JSON.readTree(body) : JSON.missingNode();
            return new Request(method, path, query, json, Map.of(), "", ByteBuffer.allocate(0));
        }
        Map<String, String> fields = new LinkedHashMap<>();
        String name = "";
        byte[] file = new byte[0];
        try {
            MimeMultipart parts = new MimeMultipart(new ByteArrayDataSource(body, type));
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart part = parts.getBodyPart(i);
                if (part.getFileName() != null) {
                    name = part.getFileName();
                    file = part.getInputStream().readAllBytes();
                } else {
                    String field = part.getHeader("Content-Disposition")[0].replaceFirst(".*name=\"([^\"]*)\".*", "$1");
                    fields.put(field, new String(part.getInputStream().readAllBytes(), UTF_8));
                }
            }
        } catch (MessagingException e) {
            throw new UncheckedIOException(new IOException(e));
        }
        return new Request(method, path, query, JSON.missingNode(), fields, name, ByteBuffer.wrap(file));
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
