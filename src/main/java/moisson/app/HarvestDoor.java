package moisson.app;

import java.io.InputStream;
import java.util.Map;
import java.util.function.Supplier;
import moisson.event.Run;
import moisson.harvest.Harvest;
import moisson.store.DeliveryTable.Validators;
import org.jspecify.annotations.Nullable;

/** Where a route hands a delivery over to Java: the bean {@code harvest}. */
public final class HarvestDoor {
    private static final int NOT_MODIFIED = 304;

    private final Harvest harvest;
    private final Supplier<SourceCatalogue> sources;

    /** The sources are known only once the routes have started. */
    HarvestDoor(Harvest harvest, Supplier<SourceCatalogue> sources) {
        this.harvest = harvest;
        this.sources = sources;
    }

    /** What to send as If-None-Match; null when the last whole run left nothing. */
    public @Nullable String etag(String source) {
        return harvest.validators(sources.get().get(source))
                .map(Validators::etag)
                .orElse(null);
    }

    /** What to send as If-Modified-Since. */
    public @Nullable String lastModified(String source) {
        return harvest.validators(sources.get().get(source))
                .map(Validators::lastModified)
                .orElse(null);
    }

    /**
     * Brings in what a way in has fetched.
     *
     * @param headers of the message, the server's answer among them. The whole map, because Camel takes the quotes off an
     *     ETag that is handed over by itself.
     */
    public Run bringIn(String source, Map<String, Object> headers, @Nullable InputStream body) {
        var from = sources.get().get(source);
        if (Integer.valueOf(NOT_MODIFIED).equals(headers.get("CamelHttpResponseCode"))) {
            return conditional(source)
                    ? harvest.notModified(from)
                    : harvest.failed(
                            from,
                            "La source a répondu HTTP 304 (rien n’a changé) sans que cela lui soit demandé\u202f:"
                                    + " aucun flux n’a été reçu.");
        }
        return harvest.bringIn(
                from,
                body == null ? InputStream.nullInputStream() : body,
                new Harvest.Headers(text(headers, "ETag"), text(headers, "Last-Modified")));
    }

    /** The last resort of every route: the transport failed, or our own store did. */
    public Run failed(String source, Throwable why) {
        return harvest.failed(sources.get().get(source), Failures.inWords(why));
    }

    /** Whether the request told what we have: only then can a server know that it has not changed. */
    private boolean conditional(String source) {
        return etag(source) != null || lastModified(source) != null;
    }

    private static @Nullable String text(Map<String, Object> headers, String name) {
        return headers.get(name) instanceof String text ? text : null;
    }
}
