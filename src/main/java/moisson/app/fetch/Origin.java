package moisson.app.fetch;

import java.net.URI;
import java.util.List;

/**
 * Where a page came from.
 *
 * @param address the one that answered, after any redirects
 * @param links its Link headers (RFC 8288), word for word
 */
record Origin(URI address, List<String> links) {
    static final Origin NONE = new Origin(URI.create(""), List.of());

    Origin {
        links = List.copyOf(links);
    }
}
