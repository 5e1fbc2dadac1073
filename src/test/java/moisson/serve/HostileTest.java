package moisson.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whatever strangers send, others are answered meanwhile. */
class HostileTest extends ServedForTest {
    /** More than there are workers. */
    private static final int AT_ONCE = 3;
    /** On a machine that does nothing else. */
    private static final Duration SOON = Duration.ofSeconds(1);

    private static final Duration SAMPLE = Duration.ofMillis(200);

    @BeforeAll
    static void start() {
        normal(-1);
    }

    @Test
    void aNormalQueryIsAnsweredWhileHostileOnesRun() {
        Map<String, List<CompletableFuture<Integer>>> running = new LinkedHashMap<>();
        Map<String, Long> waited = new LinkedHashMap<>();
        double busy = busy();
        int[] number = {0};
        HostileQueries.all().forEach((name, query) -> {
            List<CompletableFuture<Integer>> these = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                these.add(site.launch(query + " # " + i, "Content-Type", "application/sparql-query"));
            }
            running.put(name, these);
            waited.put(name, able(number));
        });
        running.forEach((name, these) -> assertThat(these)
                .allSatisfy(status -> assertThat(status.join()).as(name).isIn(200, 400, 413, 503)));
        assertThat(site.get("/sparql?query=ASK%7B%7D").statusCode()).isEqualTo(200);
        told(running, waited);
        double most = SOON.toMillis() * Math.max(busy, busy());
        assertThat(waited)
                .allSatisfy(
                        (name, millis) -> assertThat((double) millis).as(name).isLessThan(most));
    }

    /** A pause of the whole machine does not come twice: whoever waits for longer than it may asks again, once. */
    private static long able(int[] number) {
        long first = normal(number[0]++);
        return first < SOON.toMillis() ? first : Math.min(first, normal(number[0]++));
    }

    /** How many times longer than on a machine that does nothing else work takes here now: 1 when nobody else works. */
    private static double busy() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long processor = threads.getCurrentThreadCpuTime();
        long wall = System.nanoTime();
        while (threads.getCurrentThreadCpuTime() - processor < SAMPLE.toNanos()) {
            Thread.onSpinWait();
        }
        return Math.max(1, (double) (System.nanoTime() - wall) / SAMPLE.toNanos());
    }

    /** The table of docs/sparql.md, when it is wanted: {@code -Dmoisson.hostile=file}. */
    private static void told(Map<String, List<CompletableFuture<Integer>>> running, Map<String, Long> waited) {
        String file = System.getProperty("moisson.hostile");
        if (file == null) {
            return;
        }
        StringBuilder table = new StringBuilder("| request | answer | normal query, ms |\n|---|---|---|\n");
        waited.forEach((name, millis) -> table.append("| %s | %s | %d |\n"
                .formatted(
                        name,
                        running.getOrDefault(name, List.of()).stream()
                                .map(CompletableFuture::join)
                                .distinct()
                                .sorted()
                                .map(String::valueOf)
                                .collect(Collectors.joining(", ")),
                        millis)));
        try {
            Files.writeString(Path.of(file), table);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks what nobody asked before, so that no kept answer is given; tells how many milliseconds it took. */
    private static long normal(int number) {
        String query = URLEncoder.encode(
                "SELECT ?t%d WHERE { ?e <http://schema.org/name> ?t%<d } LIMIT 10".formatted(1 + number),
                StandardCharsets.UTF_8);
        long start = System.nanoTime();
        HttpResponse<String> answer = site.get("/sparql?format=csv&query=" + query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Duration.ofNanos(System.nanoTime() - start).toMillis();
    }

    @Test
    void readersThatStallHoldUpNobody() throws IOException {
        List<Socket> stalled = new ArrayList<>();
        try {
            for (int i = 0; i < 60; i++) {
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), site.server.port());
                socket.setReceiveBufferSize(1024);
                OutputStream out = socket.getOutputStream();
                out.write(("GET /sparql?format=csv&query="
                                + URLEncoder.encode(
                                        "SELECT * WHERE { ?a ?b ?c } LIMIT " + (2_000 + i), StandardCharsets.UTF_8)
                                + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
                out.flush();
                stalled.add(socket);
            }
            assertThat((double) normal(1000)).isLessThan(SOON.toMillis() * busy());
        } finally {
            for (Socket socket : stalled) {
                socket.close();
            }
        }
    }

    @Test
    void requestsThatNeverEndHoldUpNobody() throws IOException {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 200; i++) {
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), site.server.port());
                socket.getOutputStream()
                        .write(
                                "POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\nContent-Length: 1000\r\n\r\nSEL"
                                        .getBytes(StandardCharsets.US_ASCII));
                slow.add(socket);
            }
            assertThat((double) normal(2000)).isLessThan(SOON.toMillis() * busy());
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void requestsThatAreNoneAreRefused() {
        assertThat(site.raw("GET /sparql?query=" + "a".repeat(40_000) + " HTTP/1.1"))
                .containsPattern(" (414|431) ");
        assertThat(site.raw("GET /sparql?query=%zz HTTP/1.1")).contains(" 400 ");
        assertThat(site.raw("GET /sparql?query=%C3%28 HTTP/1.1")).contains(" 400 ");
        assertThat(site.raw("GET /../../etc/passwd HTTP/1.1")).contains(" 400 ");
        assertThat(site.raw("GET /sparql/%2e%2e/%2e%2e/etc HTTP/1.1")).containsPattern(" (400|404) ");
        assertThat(site.raw("GET /sparql%00 HTTP/1.1")).containsPattern(" (400|404) ");
        assertThat(site.raw("POST /sparql HTTP/1.1\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0"))
                .contains(" 400 ");
        assertThat(site.raw("POST /sparql HTTP/1.1\r\nContent-Type: application/sparql-query\r\nContent-Length: 1000"))
                .as("a client that leaves before its request is whole")
                .contains(" 400 ");
        assertThat(site.raw("GET /sparql HTTP/1.1\r\n" + "X: y\r\n".repeat(20_000)))
                .containsPattern(" (400|431) ");
        for (String admin :
                List.of("/$/datasets", "/$/ping", "/$/server", "/ds", "/ds/query", "/ds/data", "/metrics")) {
            assertThat(site.get(admin).statusCode()).as(admin).isEqualTo(404);
        }
        assertThat(site.post("/sparql", "x".repeat(300_000), "Content-Type", "application/sparql-query")
                        .statusCode())
                .isEqualTo(413);
    }
}
