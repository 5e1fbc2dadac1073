package moisson.serve;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Servlet;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import moisson.publish.Library;
import moisson.serve.feed.FeedPages;
import moisson.serve.form.FormRoutes;
import moisson.serve.form.ProposalDesk;
import moisson.serve.http.Door;
import moisson.serve.http.PlainErrors;
import moisson.serve.http.Proxies;
import moisson.serve.http.Route;
import moisson.serve.operator.OperatorDesk;
import moisson.serve.operator.OperatorPages;
import moisson.serve.portal.DataPages;
import moisson.serve.portal.DatasetPages;
import moisson.serve.portal.EventPages;
import moisson.serve.portal.HealthPage;
import moisson.serve.portal.Ledger;
import moisson.serve.portal.PortalPages;
import moisson.serve.portal.Sitemap;
import moisson.serve.portal.Snapshot;
import moisson.serve.resource.ResourcePages;
import moisson.serve.sparql.SparqlPages;
import moisson.serve.view.Pages;
import moisson.serve.view.Site;
import moisson.serve.view.StaticFiles;
import moisson.store.Store;
import org.apache.jena.fuseki.main.FusekiServer;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.FilterMapping;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.SizeLimitHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything people meet over HTTP, on one port: the Jetty of Fuseki, with pages, downloads, SPARQL and Camel's door. */
public final class WebServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);
    private static final String CAMEL = "/proposer/envoyer";
    private static final long LARGEST_REQUEST = 256L * 1024 + 4096;
    private static final int LONGEST_HEADERS = 48 * 1024;
    /** More than readers that stall and queries that run may hold at once. */
    private static final int THREADS = 256;

    private final FusekiServer server;
    private final SparqlPages sparql;
    private final Shelves shelves;

    private WebServer(FusekiServer server, SparqlPages sparql, Shelves shelves) {
        this.server = server;
        this.sparql = sparql;
        this.shelves = shelves;
    }

    /**
     * Starts to answer.
     *
     * @param proposals what the form shows; the editions it knows give the pages their names and days
     * @param camel answers what is sent to {@code /proposer/envoyer}; null when nothing may be sent
     */
    public static WebServer start(
            WebSettings settings,
            Library library,
            Store store,
            OperatorDesk desk,
            ProposalDesk proposals,
            @Nullable Servlet camel,
            Clock clock) {
        Site site = new Site(new Pages(), StaticFiles.assets(), settings.site());
        Shelves shelves = new Shelves(library, proposals.editions());
        Supplier<Optional<Snapshot>> current = shelves::current;
        SparqlPages sparql = new SparqlPages(site, shelves.versions(), settings.queryTimeout());
        library.beforeShowing(version -> {
            shelves.prepare(version);
            sparql.prepare(Shelves.graph(version));
        });
        List<Route> routes = new ArrayList<>();
        routes.addAll(new PortalPages(site, current, () -> proposals.open(clock.instant())).routes());
        routes.addAll(new EventPages(site, current, new Ledger(store), desk::name).routes());
        routes.addAll(new FeedPages(site.base(), library::current).routes());
        routes.addAll(new ResourcePages(site, () -> current.get().map(Snapshot::resources)).routes());
        routes.addAll(new DatasetPages(site, current).routes());
        routes.addAll(new DataPages(site, current, shelves::bundle).routes());
        routes.addAll(new Sitemap(site, current).routes());
        routes.addAll(new HealthPage(site, current, store, desk::name).routes());
        routes.addAll(sparql.routes());
        routes.addAll(FormRoutes.of(proposals, clock));
        routes.addAll(
                new OperatorPages(site, store, library, desk, settings.operatorPassword(), settings.secret(), clock)
                        .routes());
        routes.addAll(StaticFiles.routes());
        Door door = new Door(
                routes, camel == null ? "\0" : CAMEL, new Proxies(settings.proxies()), new Troubles(site)::page);
        WebServer server = new WebServer(serve(settings, door, camel), sparql, shelves);
        // From here on it answers; what is shown already is made ready aside.
        shelves.current()
                .ifPresent(shown -> LOG.debug(
                        "version {} is made ready", shown.publication().number()));
        return server;
    }

    private static FusekiServer serve(WebSettings settings, Door door, @Nullable Servlet camel) {
        FusekiServer fuseki = FusekiServer.create()
                .port(settings.port())
                .loopback(settings.loopback())
                .maxServerThreads(THREADS)
                .enablePing(false)
                .enableStats(false)
                .enableMetrics(false)
                .enableCompact(false)
                .enableTasks(false)
                .build();
        Server jetty = fuseki.getJettyServer();
        ServletContextHandler context = jetty.getDescendant(ServletContextHandler.class);
        FilterHolder filter = new FilterHolder(door);
        filter.setName("door");
        FilterMapping everything = new FilterMapping();
        everything.setFilterName("door");
        everything.setPathSpec("/*");
        everything.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST));
        context.getServletHandler().addFilter(filter);
        context.getServletHandler().prependFilterMapping(everything);
        if (camel != null) {
            ServletHolder holder = new ServletHolder("CamelServlet", camel);
            holder.setInitOrder(1);
            context.addServlet(holder, "/proposer/*");
        }
        for (Connector connector : jetty.getConnectors()) {
            HttpConnectionFactory http = connector.getConnectionFactory(HttpConnectionFactory.class);
            if (http != null) {
                http.getHttpConfiguration().setRequestHeaderSize(LONGEST_HEADERS);
                http.getHttpConfiguration().setSendServerVersion(false);
            }
        }
        context.setErrorHandler(new PlainErrors());
        jetty.setErrorHandler(new PlainErrors());
        jetty.insertHandler(new SizeLimitHandler(LARGEST_REQUEST, -1));
        return fuseki.start();
    }

    /** The port it answers on, also when any free one was asked for. */
    public int port() {
        return server.getPort();
    }

    @Override
    public void close() {
        server.stop();
        sparql.close();
        shelves.close();
    }
}
