package moisson.app.fetch;

import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.apache.hc.client5.http.impl.DefaultRedirectStrategy;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpRequestInterceptor;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.protocol.HttpContext;

/** What holds for each hop of a redirected request: only HTTP, never from safe to unsafe, no key for another server. */
final class Hops extends DefaultRedirectStrategy implements HttpRequestInterceptor {
    static final int MOST = 5;
    static final String HOME = "moisson.home";

    /** Tells any server nothing but what it needs. */
    private static final Set<String> HARMLESS = Set.of(
            "host",
            "accept",
            "accept-encoding",
            "accept-language",
            "user-agent",
            "connection",
            "upgrade",
            "if-none-match",
            "if-modified-since");

    @Override
    public URI getLocationURI(HttpRequest request, HttpResponse response, HttpContext context) throws HttpException {
        URI location = super.getLocationURI(request, response, context);
        String scheme = String.valueOf(location.getScheme()).toLowerCase(Locale.ROOT);
        if (!Set.of("http", "https").contains(scheme)) {
            throw refused("La source renvoie à une adresse qui n’est ni http ni https.");
        }
        if ("https".equals(request.getScheme()) && "http".equals(scheme)) {
            throw refused("La source renvoie d’une adresse https à une adresse http, que chacun peut lire et changer.");
        }
        return location;
    }

    /** Always, since {@link #process} leaves behind what is not for the other server. */
    @Override
    public boolean isRedirectAllowed(HttpHost current, HttpHost next, HttpRequest redirect, HttpContext context) {
        return true;
    }

    @Override
    public void process(HttpRequest request, EntityDetails entity, HttpContext context) {
        boolean away = !server(request).equals(context.getAttribute(HOME));
        for (Header header : request.getHeaders()) {
            String name = header.getName();
            boolean ours = name.equals(Rations.BYTES) || name.equals(Rations.SECONDS);
            boolean empty = header.getValue() == null || header.getValue().isBlank();
            if (ours || empty || (away && !HARMLESS.contains(name.toLowerCase(Locale.ROOT)))) {
                request.removeHeader(header);
            }
        }
    }

    /** Scheme, host and port. */
    static String server(HttpRequest request) {
        return (request.getScheme() + "://" + request.getAuthority()).toLowerCase(Locale.ROOT);
    }

    private static UncheckedIOException refused(String message) {
        return new UncheckedIOException(new RefusedException(message));
    }
}
