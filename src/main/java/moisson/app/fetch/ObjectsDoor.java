package moisson.app.fetch;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import moisson.event.Run;
import org.apache.camel.AggregationStrategy;
import org.apache.camel.Exchange;
import org.apache.camel.support.SynchronizationAdapter;
import org.apache.camel.support.processor.idempotent.FileIdempotentRepository;
import org.apache.camel.util.ObjectHelper;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/** Where a route asks what waits in a bucket, and says what was taken: the bean {@code objects}. */
public final class ObjectsDoor implements AggregationStrategy, AutoCloseable {
    private static final String BUCKET = "bucket";

    private final Path folder;
    private final FileIdempotentRepository taken;
    private final Rations standard;
    private final Clock clock;
    private final Map<String, S3Client> clients = new ConcurrentHashMap<>();

    /**
     * @param folder where objects wait as temporary files
     * @param memory file that remembers which were taken
     */
    ObjectsDoor(Path folder, Path memory, Rations standard, Clock clock) {
        this.folder = folder;
        this.taken = new Taken(memory);
        this.standard = standard;
        this.clock = clock;
    }

    /** All of the file is in memory: Camel would read it again for every key it does not find, and forget the oldest. */
    private static final class Taken extends FileIdempotentRepository {
        Taken(Path memory) {
            super(memory.toFile(), new HashMap<>());
            setMaxFileStoreSize(Long.MAX_VALUE);
        }

        @Override
        protected boolean containsStore(String key) {
            return false;
        }
    }

    /**
     * Begins a harvest, and lends the client of the source to Camel's component, under the name {@code objects-<source>}.
     *
     * @param given the parameters of the Kamelet, as headers
     * @return the requests for what waits
     */
    public List<GetObjectRequest> begin(Exchange exchange, Map<String, Object> given) throws RefusedException {
        // Not before: most installations have no bucket, and need no such file.
        taken.start();
        String source = text(given, "source");
        S3Client client = clients.computeIfAbsent(source, any -> client(given));
        exchange.getContext().getRegistry().bind("objects-" + source, S3Client.class, client);
        Bucket bucket = new Bucket(
                source,
                client,
                text(given, "bucket"),
                text(given, "prefix"),
                Boolean.parseBoolean(text(given, "delete")),
                new Rations(
                        Math.min(standard.bytes(), Long.parseLong(text(given, "bytes"))),
                        Duration.ofSeconds(Long.parseLong(text(given, "deadline"))),
                        standard.silence()),
                folder,
                clock);
        exchange.setProperty(BUCKET, bucket);
        try {
            return bucket.waiting(taken::contains);
        } catch (SdkClientException e) {
            var forbidden = ObjectHelper.getException(GuardedNames.ForbiddenAddressException.class, e);
            if (forbidden == null) {
                throw e;
            }
            throw new RefusedException(String.valueOf(forbidden.getMessage()), e);
        }
    }

    /** Takes an object from the wire while the connection lasts; a failure here has the object asked for again. */
    @Override
    public Exchange aggregate(Exchange route, Exchange answer) {
        Bucket bucket = route.getProperty(BUCKET, Bucket.class);
        try {
            Spooled whole = bucket.spool(object(answer));
            route.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
                @Override
                public void onDone(Exchange done) {
                    try {
                        whole.close();
                    } catch (IOException e) {
                        LoggerFactory.getLogger(ObjectsDoor.class).warn("Un objet reçu n’a pas pu être effacé", e);
                    }
                }
            });
            route.getMessage().setBody(whole);
        } catch (IOException e) {
            route.setException(e);
        }
        return route;
    }

    /**
     * Remembers an object whose harvest did not fail; one that failed is taken again next time, as long as it is there.
     *
     * @return the key of what is to be deleted now; null when nothing is
     */
    public @Nullable String taken(Exchange exchange, GetObjectRequest object, Run run) {
        Bucket bucket = exchange.getProperty(BUCKET, Bucket.class);
        if (run.state().failed()) {
            return null;
        }
        taken.add(bucket.mark(object.key(), object.ifMatch()));
        return bucket.delete() ? object.key() : null;
    }

    @Override
    public void close() {
        clients.values().forEach(S3Client::close);
        taken.stop();
    }

    @SuppressWarnings("unchecked")
    private static ResponseInputStream<GetObjectResponse> object(Exchange answer) {
        return answer.getMessage().getBody(ResponseInputStream.class);
    }

    /** Guarded and bounded as the one for the web is; it follows no redirect, and routes try again, nobody else. */
    private S3Client client(Map<String, Object> given) {
        GuardedNames names =
                new GuardedNames(SystemDefaultDnsResolver.INSTANCE, Boolean.parseBoolean(text(given, "allowPrivate")));
        return S3Client.builder()
                .httpClientBuilder(ApacheHttpClient.builder()
                        .dnsResolver(names::resolve)
                        .connectionTimeout(standard.silence())
                        .socketTimeout(standard.silence()))
                .overrideConfiguration(set -> set.retryStrategy(DefaultRetryStrategy.doNotRetry()))
                .endpointOverride(URI.create(text(given, "endpoint")))
                .region(Region.of(text(given, "region")))
                .forcePathStyle(Boolean.parseBoolean(text(given, "pathStyle")))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(text(given, "accessKey"), text(given, "secretKey"))))
                .build();
    }

    private static String text(Map<String, Object> given, String name) {
        return given.get(name) instanceof String value ? value.strip() : "";
    }
}
