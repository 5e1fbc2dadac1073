package moisson.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;
import moisson.store.Store;

/** A data folder, one source file, and the partner's server it names. */
final class InstallationForTest implements AutoCloseable {
    private final Path data;
    private final Path sources;
    private final HttpServer server;
    private final AtomicReference<String> feed = new AtomicReference<>("");

    InstallationForTest(Path folder) throws IOException {
        data = Files.createDirectories(folder.resolve("data"));
        sources = Files.createDirectories(folder.resolve("sources"));
        Files.writeString(
                data.resolve("moisson.properties"),
                "moisson.routes=routes\nmoisson.sources=" + sources + "\nmoisson.port=0\n");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = feed.get().getBytes(UTF_8);
            exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    Path data() {
        return data;
    }

    void sends(String text) {
        feed.set(text);
    }

    /** Writes the source file anew, with these parameters beside those it needs. */
    void describe(String... parameters) throws IOException {
        Files.writeString(sources.resolve("essai.camel.yaml"), """
                - route:
                    id: source-essai
                    description: A source of this test.
                    from:
                      uri: kamelet:http-feed-source/essai
                      parameters:
                        source: essai
                        name: Essai
                        format: csv
                        url: http://127.0.0.1:%d/
                        allowPrivate: true
                        jitter: 0
                %s      steps:
                        - to:
                            uri: direct:delivery
                """.formatted(
                server.getAddress().getPort(),
                Stream.of(parameters).map(line -> "        " + line + "\n").reduce("", String::concat)));
    }

    void forgetSource() throws IOException {
        Files.delete(sources.resolve("essai.camel.yaml"));
    }

    CommandForTest run(Object... words) {
        return CommandForTest.run(
                Stream.concat(Stream.of(words), Stream.of("--data", data)).toArray());
    }

    <T> T store(Function<Store, T> use) {
        try (Store store = Store.open("jdbc:sqlite:" + data.resolve(DataFolder.DATABASE), null, null)) {
            return use.apply(store);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
