package moisson.serve;

import java.net.URI;
import java.time.Duration;
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
 */
public record WebSettings(
        int port, boolean loopback, URI base, @Nullable String operatorPassword, String secret, Duration queryTimeout) {
    public static final Duration USUAL_QUERY_TIMEOUT = Duration.ofSeconds(10);

    /** The public address without a final slash. */
    String site() {
        return base.toString().replaceAll("/+$", "");
    }

    @Override
    public String toString() {
        return "WebSettings[port=" + port + ", loopback=" + loopback + ", base=" + base + "]";
    }
}
