package moisson.serve;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.DispatcherType;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import moisson.event.Event;
import moisson.serve.http.Door;
import moisson.serve.http.Proxies;
import moisson.serve.http.Route;
import moisson.serve.portal.EventPages;
import moisson.serve.portal.HealthPage;
import moisson.serve.portal.Ledger;
import moisson.serve.portal.PortalPages;
import moisson.serve.portal.Snapshot;
import moisson.serve.view.Pages;
import moisson.serve.view.Site;
import moisson.serve.view.StaticFiles;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What pages look through takes a while to make, of a large version: who meets that, and when. */
class GettingReadyTest {
    /** As many as may wait for a list, and one more. */
    private static final int CROWD = 65;

    @TempDir
    private static Path home;

    @Test
    void afterAStartListsAreWaitedForAndTheRestAnswers() throws Exception {
        try (SiteForTest site = new SiteForTest(Files.createDirectory(home.resolve("a")))) {
            Snapshot snapshot = Snapshot.of(site.library.current().orElseThrow(), EventsForTest.EDITIONS);
            Server server = serving(site, snapshot);
            try (HttpClient client = HttpClient.newHttpClient()) {
                URI here =
                        URI.create("http://127.0.0.1:" + ((ServerConnector) server.getConnectors()[0]).getLocalPort());
                List<CompletableFuture<HttpResponse<String>>> crowd = new ArrayList<>();
                for (int i = 0; i < CROWD; i++) {
                    crowd.add(get(client, here.resolve("/editions/2020/programme")));
                }
                CompletableFuture.anyOf(crowd.toArray(CompletableFuture[]::new)).join();
                assertThat(crowd.stream().filter(CompletableFuture::isDone).map(CompletableFuture::join))
                        .as("for whom there is no place")
                        .singleElement()
                        .satisfies(refused -> {
                            assertThat(refused.statusCode()).isEqualTo(503);
                            assertThat(refused.headers().firstValue("Retry-After"))
                                    .isPresent();
                            assertThat(refused.body()).contains("se prépare à montrer la version 1");
                        });
                assertThat(get(client, here.resolve("/sante.json")).join().body())
                        .contains("\"en-preparation\"");
                assertThat(get(client, here.resolve("/sante")).join().body()).contains("\"en-preparation\"");
                assertThat(get(client, here.resolve("/evenement/e1.json"))
                                .join()
                                .statusCode())
                        .isEqualTo(200);
                snapshot.prepare();
                assertThat(crowd.stream().map(CompletableFuture::join).filter(page -> page.statusCode() == 200))
                        .hasSize(CROWD - 1);
                assertThat(get(client, here.resolve("/sante.json")).join().body())
                        .contains("\"ok\"");
            } finally {
                server.stop();
            }
        }
    }

    private static CompletableFuture<HttpResponse<String>> get(HttpClient client, URI address) {
        return client.sendAsync(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }

    private static Server serving(SiteForTest from, Snapshot snapshot) throws Exception {
        Site site = new Site(new Pages(), StaticFiles.assets(), "https://moisson.example");
        Supplier<Optional<Snapshot>> current = () -> Optional.of(snapshot);
        List<Route> routes = Stream.of(
                        new PortalPages(site, current, Optional::empty).routes(),
                        new EventPages(site, current, new Ledger(from.store), id -> id).routes(),
                        new HealthPage(site, current, from.store, id -> id).routes())
                .flatMap(List::stream)
                .toList();
        Server server = new Server(0);
        ServletContextHandler context = new ServletContextHandler("/");
        context.addFilter(
                new FilterHolder(new Door(routes, "\0", new Proxies(List.of()), new Troubles(site)::page)),
                "/*",
                EnumSet.of(DispatcherType.REQUEST));
        server.setHandler(context);
        server.start();
        return server;
    }

    /** Asks at the last moment before the switch, when everything of the new version is ready, and right after it. */
    @Test
    void aNewVersionIsReadyWhenItIsShownAndUntilThenTheOneBeforeAnswers() throws IOException {
        List<String> before = new ArrayList<>();
        try (SiteForTest site = new SiteForTest(Files.createDirectory(home.resolve("b")))) {
            List<String> first = told(site);
            assertThat(first).allSatisfy(one -> assertThat(one).startsWith("200 "));
            site.library.beforeShowing(version -> {
                assertThat(version.number()).isEqualTo(2);
                before.addAll(told(site));
            });
            List<Event> fewer = EventsForTest.all().subList(0, 5);
            site.publish(fewer, EventsForTest.clusters(fewer), Map.of(), SiteForTest.NOW);
            assertThat(before).isEqualTo(first);
            assertThat(site.get("/sante.json").body()).contains("\"ok\"", "\"version\" : 2");
            assertThat(told(site)).doesNotContainAnyElementsOf(first);
        }
    }

    /** What every door says of the version that is shown. */
    private static List<String> told(SiteForTest site) {
        return Stream.of(
                        "/sante.json",
                        "/recherche",
                        "/donnees",
                        "/donnees/evenements.csv",
                        "/flux/rpde",
                        "/sparql?query=SELECT%20*%20{?s%20<http://schema.org/name>%20?o}%20ORDER%20BY%20?s"
                                .replace("{", "%7B")
                                .replace("}", "%7D")
                                .replace("<", "%3C")
                                .replace(">", "%3E"))
                .map(site::get)
                .map(answer -> answer.statusCode() + " " + answer.body())
                .toList();
    }
}
