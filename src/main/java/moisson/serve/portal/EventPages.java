package moisson.serve.portal;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import moisson.event.Event;
import moisson.event.PublishedEvent;
import moisson.serve.http.Ask;
import moisson.serve.http.Refusal;
import moisson.serve.http.Reply;
import moisson.serve.http.Route;
import moisson.serve.resource.GraphForm;
import moisson.serve.resource.ResourcePages;
import moisson.serve.resource.ResourceView;
import moisson.serve.view.Frame;
import moisson.serve.view.Site;

/** The page and the data of one event, and what is said of events that are gone. */
public final class EventPages {
    private static final String HTML = "text/html";
    private static final String JSON = "application/json";
    private static final int SIMILAR = 4;

    private final Site site;
    private final Supplier<Optional<Snapshot>> current;
    private final Ledger ledger;
    private final Function<String, String> sourceName;

    /** @param sourceName the name of a source by its id */
    public EventPages(
            Site site, Supplier<Optional<Snapshot>> current, Ledger ledger, Function<String, String> sourceName) {
        this.site = site;
        this.current = current;
        this.ledger = ledger;
        this.sourceName = sourceName;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/id/evenement/([A-Za-z0-9_-]{1,64})", this::identified)
                        .opened(),
                Route.get("/evenement/([A-Za-z0-9_]{1,64})\\.(ttl|nt|jsonld|rdf|json)", this::data)
                        .opened(),
                Route.page("/evenement/(?:([A-Za-z0-9_-]{0,200})-)?([A-Za-z0-9_]{1,64})", this::page));
    }

    /** The thing is not its document: 303 to the document that is liked best. */
    private Reply identified(Ask ask) {
        Snapshot snapshot = snapshot();
        Optional<GraphForm> liked = ResourcePages.liked(ask);
        boolean plain = liked.isEmpty()
                && ask.prefers(List.of(HTML, JSON)).filter(JSON::equals).isPresent();
        Optional<Reply> gone =
                gone(snapshot, ask.part(0), liked.map(GraphForm::extension).orElse(plain ? "json" : ""));
        if (gone.isPresent()) {
            return gone.get().with("Vary", "Accept");
        }
        PublishedEvent event = event(snapshot, ask.part(0), id -> "/id/evenement/" + id);
        String target = liked.map(form -> document(event) + "." + form.extension())
                .orElseGet(() -> plain ? document(event) + ".json" : Card.address(event));
        return Reply.redirect(303, target).with("Vary", "Accept");
    }

    private static String document(PublishedEvent event) {
        return "/evenement/" + event.id();
    }

    private Reply data(Ask ask) {
        String extension = ask.part(1);
        Snapshot snapshot = snapshot();
        Optional<Reply> gone = gone(snapshot, ask.part(0), extension);
        if (gone.isPresent()) {
            return gone.get();
        }
        PublishedEvent event = event(snapshot, ask.part(0), id -> "/evenement/" + id + "." + extension);
        EventData data = new EventData(snapshot);
        Reply reply = GraphForm.ofExtension(extension)
                .map(form -> form.reply(data.about(event)))
                .orElseGet(() -> Reply.text(200, JSON, EventData.json(event)).with("Cache-Control", "no-cache"));
        return linked(reply, snapshot, event)
                .with("ETag", "\"" + snapshot.publication().number() + "-" + event.id() + "-" + extension + "\"");
    }

    private static Reply linked(Reply reply, Snapshot snapshot, PublishedEvent event) {
        return ResourcePages.linked(reply, document(event), snapshot.base() + "/id/evenement/" + event.id());
    }

    private Reply page(Ask ask) {
        String prefix = ask.english() ? "/en" : "";
        Snapshot snapshot = snapshot();
        PublishedEvent event = event(snapshot, ask.part(1), id -> prefix + "/evenement/" + id);
        String right = Card.address(event);
        if (!ask.path().equals(right)) {
            return Reply.redirect(301, prefix + right);
        }
        String edition =
                snapshot.edition(event.edition()).map(known -> known.name()).orElse(Integer.toString(event.edition()));
        Frame frame = site.titled(ask, event.event().title())
                .under(edition, "/editions/" + event.edition())
                .under(site.frame(ask, "programme.short").title(), "/editions/" + event.edition() + "/programme");
        List<Card> similar = snapshot.listing().of(event.edition()).events().stream()
                .filter(other -> !other.id().equals(event.id()))
                .filter(other -> near(other, event.event()))
                .limit(SIMILAR)
                .map(other -> Card.of(snapshot.event(other), frame))
                .toList();
        String triples = ResourceView.script(new EventData(snapshot).about(event));
        return linked(
                site.page(
                        "event",
                        frame,
                        EventView.of(event, edition, frame, snapshot.base(), sourceName, similar, triples)),
                snapshot,
                event);
    }

    private static boolean near(Listed one, Event other) {
        return one.format() == other.kind().format()
                && Objects.equals(one.departmentCode(), other.place().departmentCode());
    }

    /** The event; else 301 to the survivor of a merge, 410 for what was published once, 404. */
    private PublishedEvent event(Snapshot snapshot, String id, Function<String, String> address) {
        Optional<PublishedEvent> found = snapshot.find(id);
        if (found.isPresent()) {
            return found.get();
        }
        Optional<String> survivor = redirect(id);
        if (survivor.isPresent()) {
            throw new Refusal(301, address.apply(survivor.get()));
        }
        throw ledger.gone(snapshot, id)
                .map(tombstone -> new Refusal(410, tombstone.sentence()))
                .orElseGet(() -> new Refusal(404, "Aucun événement ne porte l’identifiant " + id + "."));
    }

    /** What is left of a withdrawn event, in a form for programs; empty for people, and for everything else. */
    private Optional<Reply> gone(Snapshot snapshot, String id, String extension) {
        if (extension.isEmpty() || snapshot.find(id).isPresent() || redirect(id).isPresent()) {
            return Optional.empty();
        }
        return ledger.gone(snapshot, id)
                .map(tombstone -> GraphForm.ofExtension(extension)
                        .map(form -> form.reply(410, tombstone.graph(site.base())))
                        .orElseGet(() -> Reply.text(410, JSON, tombstone.json()).with("Cache-Control", "no-cache")));
    }

    private Optional<String> redirect(String id) {
        return ledger.redirect(id).filter(other -> !other.equals(id));
    }

    private Snapshot snapshot() {
        return current.get()
                .orElseThrow(() -> new Refusal(503, "Rien n’est encore publié. La première moisson est en cours."));
    }
}
