package moisson.app;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The partners of the demonstration: serves the files of a folder on loopback as real servers would, with ETags, and
 * one of them out of order at first.
 */
final class SamplePartners implements AutoCloseable {
    private static final Map<String, String> TYPES =
            Map.of("csv", "text/csv", "json", "application/json", "ics", "text/calendar; charset=utf-8");

    /** Answers 503 so many times before it works, as partners' servers do at night. */
    private static final Map<String, Integer> OUT_OF_ORDER = Map.of("openagenda-innovation", 2);

    private final HttpServer server;
    private final Path folder;
    private final Map<String, AtomicInteger> refusals = new ConcurrentHashMap<>();

    private SamplePartners(HttpServer server, Path folder) {
        this.server = server;
        this.folder = folder;
    }

    static SamplePartners start(Path folder) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        SamplePartners partners = new SamplePartners(server, folder.toRealPath());
        server.createContext("/", partners::answer);
        server.setExecutor(Executors.newCachedThreadPool(
                Thread.ofPlatform().daemon().name("partenaire-", 0).factory()));
        server.start();
        return partners;
    }

    String url() {
        return "http://" + server.getAddress().getAddress().getHostAddress() + ":"
                + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Path file = folder.resolve(exchange.getRequestURI().getPath().substring(1))
                    .normalize();
            if (!file.startsWith(folder) || !Files.isRegularFile(file)) {
                exchange.sendResponseHeaders(404, -1);
            } else if (outOfOrder(folder.relativize(file).getName(0).toString())) {
                exchange.sendResponseHeaders(503, -1);
            } else {
                send(exchange, file);
            }
        }
    }

    private boolean outOfOrder(String partner) {
        int times = OUT_OF_ORDER.getOrDefault(partner, 0);
        return refusals.computeIfAbsent(partner, name -> new AtomicInteger()).incrementAndGet() <= times;
    }

    private static void send(HttpExchange exchange, Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        String etag = '"' + HexFormat.of().toHexDigits(java.util.Arrays.hashCode(bytes)) + '"';
        exchange.getResponseHeaders().set("ETag", etag);
        if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            exchange.sendResponseHeaders(304, -1);
            return;
        }
        String name = file.toString();
        exchange.getResponseHeaders()
                .set(
                        "Content-Type",
                        TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream"));
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
