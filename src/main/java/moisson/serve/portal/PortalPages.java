package moisson.serve.portal;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import moisson.event.Edition;
import moisson.event.Publication;
import moisson.serve.http.Ask;
import moisson.serve.http.Refusal;
import moisson.serve.http.Reply;
import moisson.serve.http.Route;
import moisson.serve.view.Frame;
import moisson.serve.view.Site;
import org.jspecify.annotations.Nullable;

/** Home, editions, programmes, and the short pages. */
public final class PortalPages {
    private final Site site;
    private final Supplier<Optional<Snapshot>> current;
    private final Supplier<Optional<Edition>> open;

    /**
     * The home page.
     *
     * @param version null when nothing is published yet
     * @param proposals until when proposals are welcome; null when they are not
     */
    public record Home(
            List<EditionView> editions,
            @Nullable String version,
            @Nullable String published,
            int events,
            @Nullable String proposals) {}

    /** A programme of an edition, or of all when the edition is null. */
    public record ProgrammePage(@Nullable EditionView edition, Programme programme) {}

    /** @param open the edition that welcomes proposals now */
    public PortalPages(Site site, Supplier<Optional<Snapshot>> current, Supplier<Optional<Edition>> open) {
        this.site = site;
        this.current = current;
        this.open = open;
    }

    public List<Route> routes() {
        return List.of(
                Route.page("/", this::home),
                Route.page("/editions", this::editions),
                Route.page("/editions/(\\d{4})", this::edition),
                Route.page("/editions/(\\d{4})/programme", this::programme),
                Route.page("/recherche", this::search),
                Route.page("/accessibilite", ask -> prose(ask, "accessibilite", "access.title")),
                Route.page("/plan", ask -> prose(ask, "plan", "plan.title")));
    }

    private Reply home(Ask ask) {
        Frame frame = site.frame(ask, "home.title");
        Optional<Snapshot> snapshot = current.get();
        Publication publication = snapshot.map(Snapshot::publication).orElse(null);
        Home model = new Home(
                snapshot.map(version -> version.editions().stream()
                                .map(edition -> EditionView.brief(edition, version, frame))
                                .toList())
                        .orElse(List.of()),
                publication == null ? null : Integer.toString(publication.number()),
                publication == null ? null : frame.dates().instant(publication.at()),
                publication == null ? 0 : publication.events(),
                closing(frame));
        return site.page("home", frame, model);
    }

    private @Nullable String closing(Frame frame) {
        return open.get()
                .map(edition -> edition.submissionsClose() == null
                        ? Integer.toString(edition.year())
                        : frame.dates().longDay(edition.submissionsClose()))
                .orElse(null);
    }

    private Reply editions(Ask ask) {
        Snapshot snapshot = snapshot();
        Frame frame = site.frame(ask, "editions.title");
        return site.page(
                "editions",
                frame,
                snapshot.editions().stream()
                        .map(edition -> EditionView.brief(edition, snapshot, frame))
                        .toList());
    }

    private Reply edition(Ask ask) {
        Snapshot snapshot = snapshot();
        Edition edition = edition(ask, snapshot);
        Frame frame = site.titled(ask, edition.name())
                .under(site.frame(ask, "editions.title").title(), "/editions");
        return site.page("edition", frame, EditionView.full(edition, snapshot, frame));
    }

    private Reply programme(Ask ask) {
        Snapshot snapshot = snapshot();
        Edition edition = edition(ask, snapshot);
        Frame frame = site.frame(ask, "programme.title", Integer.toString(edition.year()))
                .under(site.frame(ask, "editions.title").title(), "/editions")
                .under(edition.name(), "/editions/" + edition.year());
        Programme programme = Programme.of(
                snapshot, snapshot.listing().of(edition.year()).events(), Filter.of(ask), page(ask), frame, ask.path());
        return site.page("programme", frame, new ProgrammePage(EditionView.brief(edition, snapshot, frame), programme));
    }

    private Reply search(Ask ask) {
        Snapshot snapshot = snapshot();
        Frame frame = site.frame(ask, "search.title");
        List<Listed> events = snapshot.listing().all();
        Programme programme = Programme.of(snapshot, events, Filter.of(ask), page(ask), frame, ask.path());
        return site.page("programme", frame, new ProgrammePage(null, programme));
    }

    private Reply prose(Ask ask, String template, String title) {
        return Reply.page(site.pages().render(template, site.frame(ask, title)));
    }

    private static int page(Ask ask) {
        String page = ask.param("page", "1");
        return page.matches("\\d{1,5}") ? Integer.parseInt(page) : 1;
    }

    private static Edition edition(Ask ask, Snapshot snapshot) {
        int year = Integer.parseInt(ask.part(0));
        return snapshot.edition(year)
                .orElseThrow(() -> new Refusal(404, "Aucune édition n’est connue pour l’année " + year + "."));
    }

    private Snapshot snapshot() {
        return current.get()
                .orElseThrow(() -> new Refusal(503, "Rien n’est encore publié. La première moisson est en cours."));
    }
}
