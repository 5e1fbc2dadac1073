package moisson.serve.http;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.stream.IntStream;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.io.EofException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every request comes in here: finds who answers, sets the headers that protect readers, tells errors in words. */
public final class Door implements Filter {
    private static final Logger LOG = LoggerFactory.getLogger(Door.class);
    private static final int MOST_DRAINED = 256 * 1024;
    private static final String EXPOSED = "ETag, Link, Location, Content-Location, Memento-Datetime, Retry-After";
    private static final int LONGEST_URL = 32 * 1024;

    private final List<Route> routes;
    private final String elsewhere;
    private final Proxies proxies;
    private final Function<Trouble, Reply> troubles;

    /** Something that could not be answered, for the page that says so. */
    public record Trouble(Ask ask, int status, String sentence) {}

    /** @param elsewhere prefix of the paths that a servlet behind us answers */
    public Door(List<Route> routes, String elsewhere, Proxies proxies, Function<Trouble, Reply> troubles) {
        this.routes = List.copyOf(routes);
        this.elsewhere = elsewhere;
        this.proxies = proxies;
        this.troubles = troubles;
    }

    @Override
    public void doFilter(ServletRequest in, ServletResponse out, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = proxies.seen((HttpServletRequest) in);
        HttpServletResponse response = (HttpServletResponse) out;
        Headers.protect(response::setHeader);
        Ask ask = Ask.of(request);
        if (ask.path().startsWith(elsewhere) && !ask.english()) {
            response.setHeader("Cache-Control", "no-store");
            chain.doFilter(request, out);
            return;
        }
        Reply reply = answer(ask);
        drain(request);
        new Sender(request, response).send(reply);
    }

    /** A body that nobody read makes the server close the connection under a client that means to use it again. */
    private static void drain(HttpServletRequest request) {
        try {
            request.getInputStream().readNBytes(MOST_DRAINED);
        } catch (IOException | HttpException.RuntimeException e) {
            LOG.debug("the rest of a request could not be read", e);
        }
    }

    private Reply answer(Ask ask) {
        try {
            if (ask.query().length() > LONGEST_URL) {
                return troubles.apply(new Trouble(ask, 414, "L’adresse demandée est trop longue."));
            }
            return refusing(ask, () -> route(ask));
        } catch (HttpException.RuntimeException e) {
            return troubles.apply(new Trouble(ask, e.getCode(), "La demande n’a pas pu être lue."));
        } catch (RuntimeException e) {
            if (e instanceof UncheckedIOException && e.getCause() instanceof HttpException http) {
                return troubles.apply(new Trouble(ask, http.getCode(), "La demande n’a pas pu être lue."));
            }
            if (e instanceof UncheckedIOException && e.getCause() instanceof EofException) {
                LOG.debug("{} {}: the client left before its request was whole", ask.method(), ask.path());
                return troubles.apply(new Trouble(ask, 400, "La demande n’est pas arrivée entière."));
            }
            String reference = Integer.toHexString(System.identityHashCode(e)).toUpperCase(Locale.ROOT);
            LOG.error("{} {} failed, reference {}", ask.method(), ask.path(), reference, e);
            return troubles.apply(new Trouble(ask, 500, reference));
        }
    }

    private Reply refusing(Ask ask, Supplier<Reply> answer) {
        try {
            return answer.get();
        } catch (Refusal e) {
            if (e.status() == 301) {
                return Reply.redirect(301, e.sentence());
            }
            return troubles.apply(new Trouble(ask, e.status(), e.sentence()));
        }
    }

    private Reply route(Ask ask) {
        TreeSet<String> allowed = new TreeSet<>();
        boolean open = false;
        for (Route route : routes) {
            Matcher matcher = route.path().matcher(ask.path());
            if (!matcher.matches() || (ask.english() && !route.bilingual())) {
                continue;
            }
            String method = ask.method().equals("HEAD") ? "GET" : ask.method();
            if (route.methods().contains(method)) {
                return answer(
                        route,
                        ask.with(IntStream.rangeClosed(1, matcher.groupCount())
                                .mapToObj(i -> matcher.group(i) == null ? "" : matcher.group(i))
                                .toList()));
            }
            allowed.addAll(route.methods());
            open |= route.open();
        }
        if (allowed.isEmpty()) {
            return troubles.apply(new Trouble(ask, 404, ""));
        }
        if (allowed.contains("GET")) {
            allowed.add("HEAD");
        }
        allowed.add("OPTIONS");
        String allow = String.join(", ", allowed);
        Reply reply = ask.method().equals("OPTIONS")
                ? Reply.text(204, "text/plain", "")
                : troubles.apply(new Trouble(ask, 405, allow));
        Reply told = reply.with("Allow", allow);
        return open ? preflight(told, allow) : told;
    }

    /** Refusals of open data can be read from everywhere, too. */
    private Reply answer(Route route, Ask ask) {
        if (!route.open()) {
            return route.handler().apply(ask);
        }
        return opened(refusing(ask, () -> route.handler().apply(ask)));
    }

    private static Reply preflight(Reply reply, String allow) {
        return opened(reply)
                .with("Access-Control-Allow-Methods", allow)
                .with("Access-Control-Allow-Headers", "Accept, Accept-Language, Content-Type, If-None-Match, Range")
                .with("Access-Control-Max-Age", "86400");
    }

    /** Without credentials there is nothing that another site's page could take away. */
    private static Reply opened(Reply reply) {
        return reply.with("Access-Control-Allow-Origin", "*")
                .with("Access-Control-Expose-Headers", EXPOSED)
                .with("Cross-Origin-Resource-Policy", "cross-origin");
    }
}
