package moisson.app.fetch;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** Puts the guard and the limits into the HTTP client, the one of the routes as well as that of {@code check}. */
public final class Web implements HttpClientConfigurer, AutoCloseable {
    private static final int CONNECTIONS = 50;
    private static final int CONNECTIONS_TO_ONE_SERVER = 4;
    private static final TimeValue KEPT_OPEN = TimeValue.ofSeconds(30);

    private final DnsResolver names;
    private final Path folder;
    private final Rations rations;
    private final Clock clock;
    private final ScheduledThreadPoolExecutor alarms;

    Web(DnsResolver names, Path folder, Rations rations, Clock clock) {
        this.names = names;
        this.folder = folder;
        this.rations = rations;
        this.clock = clock;
        this.alarms = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("delai-").factory());
        alarms.setRemoveOnCancelPolicy(true);
    }

    /**
     * Opens a way to the web.
     *
     * @param privateAllowed whether private networks may be asked too
     * @param folder where answers wait as temporary files
     */
    public static Web open(boolean privateAllowed, Path folder, Rations rations, Clock clock) {
        return new Web(new GuardedNames(SystemDefaultDnsResolver.INSTANCE, privateAllowed), folder, rations, clock);
    }

    /** A client of its own pool: a connection opened into a private network never serves who must not go there. */
    @Override
    public void configureHttpClient(HttpClientBuilder builder) {
        Timeout silence = Timeout.of(rations.silence());
        Hops hops = new Hops();
        builder.setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(names)
                        .setMaxConnTotal(CONNECTIONS)
                        .setMaxConnPerRoute(CONNECTIONS_TO_ONE_SERVER)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(silence)
                                .setSocketTimeout(silence)
                                .build())
                        .setDefaultTlsConfig(
                                TlsConfig.custom().setHandshakeTimeout(silence).build())
                        .build())
                .setConnectionManagerShared(false)
                .evictIdleConnections(KEPT_OPEN)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setMaxRedirects(Hops.MOST)
                        .setResponseTimeout(silence)
                        .setConnectionRequestTimeout(silence)
                        .build())
                .setRedirectStrategy(hops)
                .addRequestInterceptorLast(hops)
                .setUserAgent("Moisson")
                .disableCookieManagement()
                // Routes try again, and nobody else does.
                .disableAutomaticRetries()
                .addExecInterceptorAfter(ChainElement.COMPRESS.name(), "counted", new Counted())
                .addExecInterceptorFirst("keeping", new Keeping(folder, rations, alarms, clock));
    }

    /** For who has no route at hand. */
    public CloseableHttpClient client() {
        HttpClientBuilder builder = HttpClientBuilder.create();
        configureHttpClient(builder);
        return builder.build();
    }

    @Override
    public void close() {
        alarms.shutdownNow();
    }
}
