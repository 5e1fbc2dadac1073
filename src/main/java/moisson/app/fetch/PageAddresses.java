package moisson.app.fetch;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.hc.client5.http.utils.URIUtils;
import org.apache.hc.core5.net.URIBuilder;

/** The address of each page of one list: from that of the first one, and what the last one said. */
record PageAddresses(Paging paging, URI first) {
    /** The largest pages that the servers hand out. */
    private static final int OPENAGENDA_SIZE = 300;

    private static final int OPENDATASOFT_SIZE = 100;

    /** Explore refuses to go further (offset + limit), and has exports for what is longer. */
    static final int OPENDATASOFT_MOST = 10_000;

    /** With what the source file left out. */
    static PageAddresses of(Paging paging, String url) throws RefusedException {
        try {
            URIBuilder builder = new URIBuilder(url);
            switch (paging) {
                case OPENAGENDA -> {
                    add(builder, "size", String.valueOf(OPENAGENDA_SIZE));
                    // Without it the API leaves out hours and places.
                    add(builder, "detailed", "1");
                    // Both those that stand and those that were taken back, which then say so themselves.
                    add(builder, "removed", "null");
                }
                case OPENDATASOFT -> {
                    add(builder, "limit", String.valueOf(OPENDATASOFT_SIZE));
                    builder.setParameter("offset", "0");
                }
                case LINK, FOLLOW -> {}
            }
            return new PageAddresses(paging, builder.build());
        } catch (URISyntaxException e) {
            throw new RefusedException("L’adresse de la source n’est pas une adresse.", e);
        }
    }

    /**
     * The next page; empty after the last one.
     *
     * @param taken how many items the pages had so far, this one included
     */
    Optional<URI> next(Page page, long taken, Origin origin) throws RefusedException {
        try {
            return switch (paging) {
                case OPENAGENDA -> page.after().isEmpty() ? Optional.empty() : Optional.of(after(page.after()));
                case OPENDATASOFT ->
                    page.items() == 0 || taken >= page.total()
                            ? Optional.empty()
                            : Optional.of(new URIBuilder(first)
                                    .setParameter("offset", String.valueOf(taken))
                                    .build());
                case LINK -> LinkHeader.next(origin.links()).map(link -> URIUtils.resolve(origin.address(), link));
                case FOLLOW -> Optional.empty();
            };
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw new RefusedException("La source donne une adresse de page suivante qui n’en est pas une.", e);
        }
    }

    /** Whether a key meant for the first page may go there. */
    boolean sameServer(URI other) {
        return server(first).equals(server(other));
    }

    /**
     * The address that a link in a page leads to. A plain one is asked for as safely as the first page was.
     *
     * @throws IllegalArgumentException when it is none of http or https
     */
    URI linked(URI page, String link) {
        URI target = URIUtils.resolve(page, link.strip().replace(" ", "%20"));
        if (target.getHost() == null || !List.of("http", "https").contains(target.getScheme())) {
            throw new IllegalArgumentException("no address of the web");
        }
        try {
            URIBuilder builder = new URIBuilder(target).setFragment(null);
            boolean plain = target.getScheme().equals("http") && target.getPort() < 0;
            if (plain && "https".equals(first.getScheme()) && target.getHost().equalsIgnoreCase(first.getHost())) {
                builder.setScheme("https");
            }
            return builder.build();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private URI after(List<String> cursor) throws URISyntaxException {
        URIBuilder builder = new URIBuilder(first);
        cursor.forEach(value -> builder.addParameter("after[]", value));
        return builder.build();
    }

    private static void add(URIBuilder builder, String name, String value) {
        if (builder.getFirstQueryParam(name) == null) {
            builder.addParameter(name, value);
        }
    }

    private static String server(URI uri) {
        return (uri.getScheme() + "://" + uri.getAuthority()).toLowerCase(Locale.ROOT);
    }
}
