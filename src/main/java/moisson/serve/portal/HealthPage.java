package moisson.serve.portal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import moisson.event.Publication;
import moisson.event.Run;
import moisson.event.RunState;
import moisson.serve.http.Ask;
import moisson.serve.http.Reply;
import moisson.serve.http.Route;
import moisson.serve.view.Frame;
import moisson.serve.view.Site;
import moisson.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * How the service is, for people and for probes: 200 once something is published, 503 before. A failed harvest does
 * not make it ill: what is published stays up. After a start lists may have to be made ready first, while files, events and
 * SPARQL answer; that is said, and no reason to end the process.
 */
public final class HealthPage {
    private static final int RUNS = 10;

    private final Site site;
    private final Supplier<Optional<Snapshot>> current;
    private final Store store;
    private final Function<String, String> sourceName;
    private final ObjectMapper json = new ObjectMapper();

    /** The page for people. */
    public record Health(
            @Nullable String version,
            @Nullable String published,
            int events,
            boolean preparing,
            List<Passage> passages) {}

    /** A harvest in the public page: counts, never notices. */
    public record Passage(String source, String state, String when, String equation) {}

    public HealthPage(
            Site site, Supplier<Optional<Snapshot>> current, Store store, Function<String, String> sourceName) {
        this.site = site;
        this.current = current;
        this.store = store;
        this.sourceName = sourceName;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/sante\\.json", this::data),
                Route.get(
                        "/sante",
                        ask -> ask.prefers(List.of("application/json", "text/html"))
                                        .filter("text/html"::equals)
                                        .isPresent()
                                ? page()
                                : data(ask)));
    }

    private Reply data(Ask ask) {
        Optional<Snapshot> snapshot = current.get();
        Optional<Publication> publication = snapshot.map(Snapshot::publication);
        ObjectNode root = json.createObjectNode();
        root.put(
                "etat",
                snapshot.map(shown -> shown.ready() ? "ok" : "en-preparation").orElse("rien-publie"));
        publication.ifPresent(version -> root.put("version", version.number())
                .put("publie_le", version.at().toString())
                .put("evenements", version.events())
                .put("empreinte", version.contentHash()));
        ArrayNode passages = root.putArray("passages");
        for (Run run : runs()) {
            passages.addObject()
                    .put("source", run.source())
                    .put("etat", run.state().name().toLowerCase(Locale.ROOT))
                    .put("debut", run.startedAt().toString())
                    .put("fin", run.endedAt() == null ? null : run.endedAt().toString())
                    .put("lus", run.counts().read())
                    .put("nouveaux", run.counts().created())
                    .put("modifies", run.counts().updated())
                    .put("inchanges", run.counts().unchanged())
                    .put("rejetes", run.counts().rejected());
        }
        return Reply.text(publication.isPresent() ? 200 : 503, "application/json", root.toPrettyString() + "\n")
                .with("Cache-Control", "no-store")
                .with("Vary", "Accept");
    }

    private Reply page() {
        Frame frame = site.french("/sante", "État du service");
        Optional<Snapshot> snapshot = current.get();
        Optional<Publication> publication = snapshot.map(Snapshot::publication);
        Health model = new Health(
                publication.map(version -> Integer.toString(version.number())).orElse(null),
                publication.map(version -> frame.dates().instant(version.at())).orElse(null),
                publication.map(Publication::events).orElse(0),
                snapshot.map(shown -> !shown.ready()).orElse(false),
                runs().stream()
                        .map(run -> new Passage(
                                sourceName.apply(run.source()),
                                state(run.state()),
                                frame.dates().instant(run.startedAt()),
                                run.counts().equation()))
                        .toList());
        return Reply.passing(publication.isPresent() ? 200 : 503, site.pages().render("health", frame, model))
                .with("Vary", "Accept");
    }

    private static String state(RunState state) {
        return switch (state) {
            case RUNNING -> "en cours";
            case DONE -> "terminée";
            case NOT_MODIFIED -> "source inchangée";
            case FAILED -> "échec, données publiées inchangées";
            case INTERRUPTED -> "interrompue, sera reprise";
            case HELD -> "retenue, données publiées inchangées";
            case ACCEPTED, REFUSED, OVERTAKEN -> "retenue, puis décidée";
        };
    }

    private List<Run> runs() {
        return store.read(tables -> tables.runs().latest(RUNS));
    }
}
