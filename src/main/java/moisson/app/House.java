package moisson.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import moisson.deduplicate.Deduplicator;
import moisson.event.Cluster;
import moisson.event.Run;
import moisson.event.Source;
import moisson.harvest.Archive;
import moisson.harvest.Harvest;
import moisson.harvest.Harvest.Headers;
import moisson.harvest.Joining;
import moisson.harvest.Judge;
import moisson.normalize.Normalizer;
import moisson.publish.Library;
import moisson.publish.Outcome;
import moisson.publish.Publisher;
import moisson.publish.PublisherSettings;
import moisson.publish.merge.Trust;
import moisson.publish.portal.Portals;
import moisson.reference.Editions;
import moisson.reference.Reference;
import moisson.serve.WebServer;
import moisson.serve.WebSettings;
import moisson.serve.form.ProposalDesk;
import moisson.serve.form.ProposalForm;
import moisson.serve.report.RunReport;
import moisson.statistics.Statistics;
import moisson.statistics.Territories;
import moisson.store.Store;
import org.apache.camel.Route;
import org.jspecify.annotations.Nullable;

/** The whole house, built by hand: one per process and data folder. */
final class House implements AutoCloseable {
    private final Settings settings;
    private final Clock clock;
    private final DataFolder folder;
    private final Store store;
    private final Editions editions;
    private final Archive archive;
    private final Normalizer normalizer;
    private final Harvest harvest;
    private final Judge judge;
    private final Library library;
    private final Publisher publisher;
    private final Portals portals;
    private final PortalDoor portalDoor;
    private final PublicationDoor publication;
    private final AtomicReference<@Nullable Roads> roads = new AtomicReference<>();
    private final AtomicReference<@Nullable WebServer> web = new AtomicReference<>();

    private House(
            Settings settings, Clock clock, DataFolder folder, Store store, Reference reference, Editions editions) {
        this.settings = settings;
        this.clock = clock;
        this.folder = folder;
        this.store = store;
        this.editions = editions;
        this.archive = new Archive(settings.archive(), settings.mostBytes());
        this.normalizer = new Normalizer(reference);
        Joining joining = new Joining(new Deduplicator());
        this.harvest = new Harvest(store, archive, normalizer, editions, joining, settings.harvestTime(), clock);
        this.judge = new Judge(store, joining, clock);
        PublisherSettings publishing = settings.publishing();
        this.library = new Library(publishing);
        this.publisher = new Publisher(
                store,
                new Statistics(Territories.of(reference), settings.baseUrl()),
                editions::list,
                this::trusts,
                publishing,
                settings.bounds(),
                library);
        this.portals = new Portals(store, settings.portals());
        this.portalDoor = new PortalDoor(portals, library, clock);
        this.publication = new PublicationDoor(publisher, portalDoor, clock);
    }

    /** Opens the data folder, closes what a killed process left open, and takes the latest version from the shelf. */
    static House open(Settings settings, Clock clock) throws CannotException {
        DataFolder folder = DataFolder.open(settings.data());
        try {
            if (settings.databaseUrl()
                    .endsWith(settings.data().resolve(DataFolder.DATABASE).toString())) {
                folder.keepDatabasePrivate();
            }
            Store store = Store.open(settings.databaseUrl(), settings.databaseUser(), settings.databasePassword());
            try {
                House house = new House(
                        settings,
                        clock,
                        folder,
                        store,
                        OwnTables.tables(settings.data()),
                        OwnTables.editions(settings));
                house.harvest.recover();
                house.openShelf();
                return house;
            } catch (IOException | RuntimeException e) {
                store.close();
                throw e;
            }
        } catch (IOException e) {
            folder.close();
            throw new CannotException(String.valueOf(e.getMessage()), e);
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    /**
     * Starts the routes.
     *
     * @param properties that the route files may name
     * @param scheduled false for commands that harvest by hand and stop
     */
    void startRoads(Map<String, String> properties, boolean scheduled) throws RouteFileException, CannotException {
        FormDoor form = new FormDoor(new ProposalForm(proposals()), store, clock);
        // Also at every start: a process that never runs through the night forgets too.
        form.forget();
        HarvestDoor door = new HarvestDoor(harvest, this::sources);
        Underway underway = Underway.open(settings.data().resolve("en-cours"), this::lastRun);
        Map<String, Object> beans = Map.of(
                "harvest", door, "publication", publication, "portals", portalDoor, "form", form, "underway", underway);
        Map<String, String> all = new TreeMap<>(properties);
        all.putIfAbsent("moisson.retry.delay", "1000");
        roads.set(Roads.start(settings, beans, all, scheduled));
        underway.tell(source -> sources().find(source).ifPresent(known -> harvest.failed(known, Underway.KILLED)));
    }

    List<Route> routes() {
        return started().camel().getRoutes();
    }

    SourceCatalogue sources() {
        return new SourceCatalogue(started().camel(), SourceCatalogue.form(settings));
    }

    /** Ids of the sources that are fetched, by id. */
    List<String> scheduledSources() {
        return sources().list().stream()
                .filter(source -> source.schedule() != null)
                .map(Source::id)
                .toList();
    }

    /** Harvests one source and answers the runs this made, the oldest first; a folder may hold several deliveries. */
    List<Run> harvestNow(String source) {
        long before = lastRun(source);
        sources().runNow(source);
        return store.read(tables -> tables.runs().ofSourceAfter(source, before));
    }

    /** What a person decides about held harvests. */
    Decisions decisions() {
        return new Decisions(store, this::sources, harvest);
    }

    /** The whole report of a harvest. */
    RunReport report(Run run) {
        String name = sources().find(run.source()).map(Source::name).orElse(run.source());
        return store.read(tables -> RunReport.of(tables, run, name));
    }

    /** What would come of the archive with today's rules. */
    Replay replay() {
        return new Replay(store, archive, normalizer, editions, settings.harvestTime());
    }

    /** Harvests an archived delivery as if it had come again; empty when it is not in the archive any more. */
    Optional<Run> harvestAgain(Source source, String sha256) throws IOException {
        Optional<Path> file = archive.file(sha256);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        // The same bytes, so the same answer of the server: what it said of them still holds.
        Headers headers = store.read(tables -> tables.deliveries().validators(source.id()))
                .filter(last -> last.sha256().equals(sha256))
                .map(last -> new Headers(last.etag(), last.lastModified()))
                .orElse(Headers.NONE);
        try (InputStream in = Files.newInputStream(file.get())) {
            return Optional.of(harvest.bringIn(source, in, headers));
        }
    }

    /** Hands in what our form would have handed in: one proposal as flat JSON. */
    Run propose(byte[] proposal) {
        return harvest.bringIn(
                SourceCatalogue.form(settings), new java.io.ByteArrayInputStream(proposal), Headers.NONE);
    }

    Outcome publish() {
        return publisher.publish(clock.instant());
    }

    /** As the source files say by now. */
    private Map<String, Trust> trusts() {
        return SourceTrust.of(settings.sources());
    }

    List<Cluster> clusters() {
        return store.read(tables -> tables.clusters().all());
    }

    /** @param lossAccepted also a version that falls below the bounds */
    Outcome publish(boolean lossAccepted) {
        return publisher.publish(clock.instant(), lossAccepted);
    }

    Portals portals() {
        return portals;
    }

    Library library() {
        return library;
    }

    /** Starts the web server and answers its port. */
    int serve() throws CannotException {
        WebServer server = WebParts.start(
                new WebSettings(
                        settings.port(),
                        settings.loopback(),
                        settings.baseUrl(),
                        secret("operateur.txt", settings.operatorPassword()),
                        folder.secret("formulaire.cle"),
                        settings.queryTime(),
                        settings.proxies()),
                library,
                store,
                WebParts.operator(this::sources, harvest, decisions(), publication, judge, this::trusts, clock),
                proposals(),
                clock);
        web.set(server);
        return server.port();
    }

    @Override
    public void close() throws CannotException {
        try (folder) {
            WebServer server = web.getAndSet(null);
            if (server != null) {
                server.close();
            }
            Roads started = roads.getAndSet(null);
            if (started != null) {
                started.close();
            }
            store.close();
        }
    }

    private Roads started() {
        Roads started = roads.get();
        if (started == null) {
            throw new IllegalStateException("the routes have not been started");
        }
        return started;
    }

    private long lastRun(String source) {
        return store.read(tables -> tables.runs().ofSource(source, 1)).stream()
                .mapToLong(Run::id)
                .findFirst()
                .orElse(0);
    }

    private String secret(String file, @Nullable String given) throws CannotException {
        return given == null ? folder.secret(file) : given;
    }

    private ProposalDesk proposals() throws CannotException {
        return WebParts.desk(
                editions, folder.secret("formulaire.cle"), settings.publisher() + ", " + settings.contact());
    }

    private void openShelf() throws IOException {
        Optional<moisson.event.Publication> latest =
                store.read(tables -> tables.publications().latest());
        if (latest.isPresent()) {
            for (String damage : library.open(latest.get())) {
                org.slf4j.LoggerFactory.getLogger(House.class).warn("{}", damage);
            }
        }
    }
}
