package moisson.serve;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import moisson.serve.http.Proxies;
import org.jspecify.annotations.Nullable;

/**
 * How the site is served.
 *
 * @param port 0 for any free one
 * @param loopback true to answer only to this machine
 * @param base public address of the site, with or without a final slash; identifiers of events begin with it
 * @param operatorPassword of the user {@code operateur}; null closes the operator's pages
 * @param secret signs the tokens of the operator's pages
 * @param queryTimeout how long one SPARQL query may run
 * @param proxies addresses of reverse proxies whose word counts about who asks
 */
public record WebSettings(
        int port,
        boolean loopback,
        URI base,
        @Nullable String operatorPassword,
        String secret,
        Duration queryTimeout,
        List<String> proxies) {
    public static final Duration USUAL_QUERY_TIMEOUT = Duration.ofSeconds(10);

    public WebSettings {
        proxies = List.copyOf(proxies);
    }

    /** Behind a proxy on this machine, or none. */
    public WebSettings(
            int port,
            boolean loopback,
            URI base,
            @Nullable String operatorPassword,
            String secret,
            Duration queryTimeout) {
        this(port, loopback, base, operatorPassword, secret, queryTimeout, Proxies.USUAL);
    }

    /** The public address without a final slash. */
    String site() {
        return base.toString().replaceAll("/+$", "");
    }

    @Override
    public String toString() {
        return "WebSettings[port=" + port + ", loopback=" + loopback + ", base=" + base + "]";
    }
}
