package moisson.serve.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.EnumSet;
import java.util.List;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who asks, as the server sees it, when a proxy says so: by real requests from this machine. */
class ProxiesTest {
    private static final String US = "127.0.0.1";

    private final HttpClient client = HttpClient.newHttpClient();

    /** What our pages, and a servlet behind our door, take for the address of whoever asks. */
    private List<String> seen(List<String> proxies, String... headers) throws Exception {
        ServletContextHandler context = new ServletContextHandler();
        Route route = Route.get("/page", ask -> Reply.text(200, "text/plain", ask.remoteAddress()));
        Door door = new Door(
                List.of(route),
                "/servlet",
                new Proxies(proxies),
                trouble -> Reply.text(trouble.status(), "text/plain", trouble.sentence()));
        context.addFilter(new FilterHolder(door), "/*", EnumSet.of(DispatcherType.REQUEST));
        context.addServlet(new ServletHolder(new Telling()), "/*");
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost(US);
        server.addConnector(connector);
        server.setHandler(context);
        server.start();
        try {
            return List.of(
                    ask(connector.getLocalPort(), "/page", headers),
                    ask(connector.getLocalPort(), "/servlet", headers));
        } finally {
            server.stop();
        }
    }

    private String ask(int port, String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://" + US + ":" + port + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString())
                .body()
                .strip();
    }

    private static final class Telling extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getWriter().print(request.getRemoteAddr());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "X-Forwarded-For | 203.0.113.7 | 203.0.113.7",
                "X-Forwarded-For | 6.6.6.6, 203.0.113.7 | 203.0.113.7",
                "X-Forwarded-For | 203.0.113.7, 10.1.2.3 | 203.0.113.7",
                "X-Forwarded-For | 203.0.113.7:4711 | 203.0.113.7",
                "X-Forwarded-For | 2001:db8::17 | 2001:db8::17",
                "X-Forwarded-For | 10.1.2.3 | 127.0.0.1",
                "Forwarded | for=203.0.113.7 | 203.0.113.7",
                "Forwarded | by=10.1.2.3;For=203.0.113.7;proto=http | 203.0.113.7",
                "Forwarded | for=6.6.6.6, for=\"[2001:db8::17]:4711\";by=x | 2001:db8::17",
                "Forwarded | for=unknown | unknown",
                "Forwarded | proto=https | 127.0.0.1"
            })
    void aProxyThatIsTrustedTellsWhoAsks(String header, String value, String client) throws Exception {
        assertThat(seen(List.of("127.0.0.1", "10.0.0.0/8"), header, value)).containsExactly(client, client);
    }

    @Test
    void nobodyElseIsBelieved() throws Exception {
        assertThat(seen(List.of("10.0.0.0/8"), "X-Forwarded-For", "203.0.113.7"))
                .containsOnly(US);
        assertThat(seen(List.of(), "Forwarded", "for=203.0.113.7")).containsOnly(US);
    }

    @Test
    void ofTwoHeadersThatDifferNeitherIsBelieved() throws Exception {
        assertThat(seen(List.of(US), "X-Forwarded-For", "203.0.113.7", "Forwarded", "for=6.6.6.6"))
                .containsOnly(US);
        assertThat(seen(List.of(US), "X-Forwarded-For", "203.0.113.7", "Forwarded", "for=203.0.113.7"))
                .containsOnly("203.0.113.7");
    }

    @Test
    void whatIsNoAddressIsRefusedBeforeAnythingIsLookedUp() {
        for (String wrong : List.of("proxy.example", "10.0.0", "10.0.0.0/99", "300.1.1.1", "*")) {
            assertThatThrownBy(() -> Proxies.addresses("127.0.0.1, " + wrong))
                    .as(wrong)
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(Proxies.addresses(" ::1 , 10.0.0.0/8,")).containsExactly("10.0.0.0/8", "::1");
        assertThat(Proxies.addresses("")).isEmpty();
    }
}
