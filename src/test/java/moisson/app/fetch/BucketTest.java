package moisson.app.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * More objects than a storage tells of at once: its list comes in pages of a thousand keys at most (ListObjectsV2), each
 * of which names the token of the next.
 */
class BucketTest {
    private static final int PAGE = 1_000;
    private static final int OBJECTS = 2_345;

    @TempDir
    private Path folder;

    private final AtomicInteger pages = new AtomicInteger();
    private final AtomicInteger lastPage = new AtomicInteger(Integer.MAX_VALUE);
    private HttpServer server;
    private S3Client client;

    @BeforeEach
    void aStorageThatTellsItsKeysInPages() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/seau", this::answer);
        server.start();
        client = S3Client.builder()
                .endpointOverride(
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
                .region(Region.of("fr-par"))
                .forcePathStyle(true)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("moisson", "secret")))
                .build();
    }

    @AfterEach
    void stop() {
        client.close();
        server.stop(0);
    }

    @Test
    void theObjectsOfAllPagesAreTakenTheOldestFirst() throws Exception {
        List<String> keys = bucket().waiting(mark -> false).stream()
                .map(GetObjectRequest::key)
                .toList();

        assertThat(pages).hasValue(3);
        assertThat(keys).hasSize(OBJECTS).doesNotHaveDuplicates();
        assertThat(keys.getFirst()).isEqualTo(key(OBJECTS - 1));
        assertThat(keys.getLast()).isEqualTo(key(0));
    }

    @Test
    void onlyWhatWasTakenIsLeftOutWhereverItStands() throws Exception {
        assertThat(bucket().waiting(mark -> !mark.contains("2344") && !mark.contains("0007")))
                .extracting(GetObjectRequest::key)
                .containsExactly(key(2_344), key(7));
    }

    @Test
    void aPageThatFailsIsNoShorterList() {
        lastPage.set(2);

        assertThatExceptionOfType(S3Exception.class)
                .isThrownBy(() -> bucket().waiting(mark -> false))
                .satisfies(refused -> assertThat(refused.statusCode()).isEqualTo(403));
    }

    private Bucket bucket() {
        return new Bucket(
                "essai", client, "seau", "agenda/", false, Rations.standard(1_000_000), folder, Clock.systemUTC());
    }

    private static String key(int number) {
        return "agenda/essai-%04d.csv".formatted(number);
    }

    private void answer(HttpExchange exchange) throws IOException {
        Map<String, String> asked = Arrays.stream(
                        exchange.getRequestURI().getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], UTF_8)));
        int from = Integer.parseInt(asked.getOrDefault("continuation-token", "0"));
        boolean known = "2".equals(asked.get("list-type")) && "agenda/".equals(asked.get("prefix"));
        boolean refused = !known || pages.incrementAndGet() > lastPage.get();
        byte[] body = (refused ? "<Error><Code>AccessDenied</Code></Error>" : page(from)).getBytes(UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/xml");
        exchange.sendResponseHeaders(refused ? 403 : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /** In the order of the keys, as storages answer; the first key is the newest. */
    private static String page(int from) {
        int to = Math.min(from + PAGE, OBJECTS);
        Function<Integer, String> object = number ->
                """
                <Contents><Key>%s</Key><LastModified>%s</LastModified><ETag>"e%d"</ETag><Size>1</Size></Contents>""".formatted(key(number), Instant.parse("2020-11-05T08:00:00Z").minusSeconds(number), number);
        return """
                <ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>seau</Name><KeyCount>%d</KeyCount>
                <IsTruncated>%s</IsTruncated>%s%s</ListBucketResult>""".formatted(
                        to - from,
                        to < OBJECTS,
                        to < OBJECTS ? "<NextContinuationToken>" + to + "</NextContinuationToken>" : "",
                        IntStream.range(from, to).boxed().map(object).collect(Collectors.joining()));
    }
}
