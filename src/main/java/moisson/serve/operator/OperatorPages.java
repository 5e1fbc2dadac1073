package moisson.serve.operator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import moisson.event.Run;
import moisson.event.RunState;
import moisson.event.Source;
import moisson.publish.Library;
import moisson.serve.http.Ask;
import moisson.serve.http.Refusal;
import moisson.serve.http.Reply;
import moisson.serve.http.Route;
import moisson.serve.report.ReportView;
import moisson.serve.view.Dates;
import moisson.serve.view.Relative;
import moisson.serve.view.Site;
import moisson.serve.view.Words;
import moisson.store.Store;
import org.jspecify.annotations.Nullable;

/** What the operator sees behind a password: every source, its harvests, their notices, and "run now". */
public final class OperatorPages {
    private static final int RUNS = 30;
    /** A day and some: a daily source that was missed shows before the next one is due. */
    private static final Duration SILENCE = Duration.ofHours(26);

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final Site site;
    private final Store store;
    private final OperatorDesk desk;
    private final Lock lock;
    private final RunPages runs;
    private final ReviewPages reviews;
    private final EventPage event;
    private final Disagreements disagreements;
    private final Clock clock;

    /** A line of the table of sources. */
    public record Row(
            String id,
            String name,
            String format,
            String state,
            String tone,
            @Nullable RunView last,
            String next,
            boolean running,
            boolean launchable,
            @Nullable String alert) {}

    /** Something about a source that somebody should look at. */
    public record Alert(String source, String sentence) {}

    /** The page that opens. */
    public record Dashboard(
            String sentence,
            List<Held> held,
            List<Alert> alerts,
            List<Row> rows,
            List<RunView> runs,
            String reviews,
            String disagreements,
            @Nullable String publication,
            String token,
            @Nullable String said) {}

    /**
     * A harvest that waits for a person.
     *
     * @param decidable false when its source is known no more
     */
    public record Held(ReportView report, boolean decidable) {}

    /**
     * One harvest.
     *
     * @param decision null when nobody is waited for
     */
    public record RunPage(ReportView report, @Nullable Held decision, String token) {}

    /** One source and its last harvests, the latest with its notices. */
    public record SourcePage(
            Source source,
            Row row,
            List<RunView> runs,
            @Nullable ReportView latest,
            @Nullable Held held,
            String token) {}

    /** @param password null when the pages are to stay closed */
    public OperatorPages(
            Site site,
            Store store,
            Library library,
            OperatorDesk desk,
            @Nullable String password,
            String secret,
            Clock clock) {
        this.site = site;
        this.store = store;
        this.desk = desk;
        this.lock = new Lock(password, secret, clock);
        this.runs = new RunPages(site, store, desk, lock);
        this.reviews = new ReviewPages(site, store, desk, lock);
        this.event = new EventPage(site, store, desk, lock);
        this.disagreements = new Disagreements(site, library, lock);
        this.clock = clock;
    }

    public List<Route> routes() {
        List<Route> routes = new ArrayList<>(runs.routes());
        routes.addAll(reviews.routes());
        routes.addAll(event.routes());
        routes.add(disagreements.route());
        routes.addAll(new WordPages(site, store, lock).routes());
        routes.add(Route.get("/operateur", lock.behind(this::dashboard)));
        routes.add(Route.get("/operateur/moissons/([A-Za-z0-9._-]{1,80})", lock.behind(this::source)));
        routes.add(Route.post("/operateur/moissons/([A-Za-z0-9._-]{1,80})/lancer", lock.behind(this::runNow)));
        routes.add(Route.post("/operateur/publier", lock.behind(this::publish)));
        return routes;
    }

    private Reply dashboard(Ask ask) {
        Instant now = clock.instant();
        List<Row> rows = new ArrayList<>();
        desk.sources().get().forEach(scheduled -> rows.add(row(scheduled, now)));
        List<RunView> latest = store.read(tables -> tables.runs().latest(RUNS)).stream()
                .map(run -> RunView.of(run, PARIS, now))
                .toList();
        List<Held> held = runs.held();
        List<Alert> alerts = new ArrayList<>();
        for (Row row : rows) {
            boolean asked = held.stream().anyMatch(one -> one.report().source().equals(row.id()));
            if (row.alert() != null && !asked) {
                alerts.add(new Alert(row.name(), row.alert()));
            }
        }
        return site.passing(
                "dashboard",
                site.french("/operateur", "Tableau de bord"),
                new Dashboard(
                        sentence(rows, alerts, held.size()),
                        held,
                        alerts,
                        rows,
                        latest,
                        reviews.sentence(),
                        disagreements.sentence(),
                        desk.published().get().orElse(null),
                        lock.token(),
                        said(ask)));
    }

    private @Nullable String said(Ask ask) {
        if (ask.param("publication").isPresent()) {
            return "Une publication est demandée. Rechargez la page pour voir ce qu’elle a donné.";
        }
        return ask.param("lancee")
                .map(id ->
                        "La moisson de «\u202f" + desk.name(id) + "\u202f» est lancée. Rechargez la page pour suivre.")
                .or(() -> ask.param("decidee").filter(RunPages::isNumber).flatMap(runs::said))
                .orElse(null);
    }

    private static String sentence(List<Row> rows, List<Alert> alerts, int held) {
        long rejects = rows.stream()
                .filter(row -> row.last() != null && row.last().rejected() > 0)
                .count();
        String sources = rows.size() < 2 ? rows.size() + "\u00a0source" : rows.size() + "\u00a0sources";
        String trouble = alerts.isEmpty()
                ? "Aucune alerte."
                : alerts.size() == 1 ? "1\u00a0alerte ouverte." : alerts.size() + "\u00a0alertes ouvertes.";
        String rejected = rejects == 0
                ? "Aucun rejet à la dernière moisson."
                : rejects == 1
                        ? "1\u00a0source a des rejets à relire."
                        : rejects + "\u00a0sources ont des rejets à relire.";
        String decision = held == 0
                ? ""
                : held == 1
                        ? " 1\u00a0moisson attend votre décision."
                        : " " + held + "\u00a0moissons attendent votre décision.";
        return sources + "." + decision + " " + trouble + " " + rejected;
    }

    private Row row(ScheduledSource scheduled, Instant now) {
        Source source = scheduled.source();
        ZoneId zone = ZoneId.of(source.zone());
        Optional<Run> last = store.read(tables -> tables.runs().ofSource(source.id(), 1)).stream()
                .findFirst();
        RunView view = last.map(run -> RunView.of(run, zone, now)).orElse(null);
        boolean running = scheduled.running()
                || last.map(Run::state).filter(RunState.RUNNING::equals).isPresent();
        return new Row(
                source.id(),
                source.name(),
                source.format(),
                running ? "en cours" : view == null ? "jamais moissonnée" : view.state(),
                running ? "active" : view == null ? "neutre" : view.tone(),
                view,
                next(scheduled, zone, now),
                running,
                !running && source.schedule() != null,
                alert(scheduled, last, now));
    }

    private static String next(ScheduledSource scheduled, ZoneId zone, Instant now) {
        Instant next = scheduled.nextHarvest();
        if (next == null) {
            return scheduled.source().schedule() == null ? "quand la source envoie" : "aucune";
        }
        return new Dates(Words.in(false)).instant(next, zone)
                + (zone.equals(PARIS) ? "" : " (" + zone.getId() + ")")
                + ", "
                + Relative.of(next, now);
    }

    /** Computed by whoever looks, not by the job: a job that died cannot tell. */
    private static @Nullable String alert(ScheduledSource scheduled, Optional<Run> last, Instant now) {
        if (last.map(Run::state).filter(state -> state == RunState.FAILED).isPresent()) {
            String message = last.orElseThrow().message();
            return (message == null ? "La dernière moisson a échoué." : message)
                    + " Les données publiées n’ont pas changé.";
        }
        if (last.map(Run::state).filter(state -> state == RunState.INTERRUPTED).isPresent()) {
            return "La dernière moisson a été interrompue\u202f; la prochaine la reprendra.";
        }
        if (last.map(Run::state).filter(state -> state == RunState.HELD).isPresent()) {
            return last.orElseThrow().message();
        }
        boolean silent = scheduled.source().schedule() != null
                && last.map(run -> Duration.between(run.startedAt(), now).compareTo(SILENCE) > 0)
                        .orElse(false);
        return silent ? "Aucun passage depuis " + Relative.length(SILENCE) + "." : null;
    }

    private Reply source(Ask ask) {
        Instant now = clock.instant();
        ScheduledSource scheduled = find(ask.part(0));
        ZoneId zone = ZoneId.of(scheduled.source().zone());
        List<Run> past = store.read(tables -> tables.runs().ofSource(ask.part(0), RUNS));
        ReportView latest = past.stream()
                .filter(run -> run.state() == RunState.DONE || run.state() == RunState.FAILED)
                .findFirst()
                .map(run -> runs.view(run, zone))
                .orElse(null);
        return site.passing(
                "source",
                DashboardFrame.of(
                        site,
                        "/operateur/moissons/" + ask.part(0),
                        scheduled.source().name()),
                new SourcePage(
                        scheduled.source(),
                        row(scheduled, now),
                        past.stream().map(run -> RunView.of(run, zone, now)).toList(),
                        latest,
                        runs.held().stream()
                                .filter(one -> one.report().source().equals(ask.part(0)))
                                .findFirst()
                                .orElse(null),
                        lock.token()));
    }

    private Reply runNow(Ask ask) {
        lock.check(ask);
        String id = find(ask.part(0)).source().id();
        desk.runNow().accept(id);
        return Reply.redirect(303, "/operateur?lancee=" + id);
    }

    private Reply publish(Ask ask) {
        lock.check(ask);
        desk.publish().run();
        return Reply.redirect(303, "/operateur?publication=demandee");
    }

    private ScheduledSource find(String id) {
        return desk.sources().get().stream()
                .filter(scheduled -> scheduled.source().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refusal(404, "Aucune source ne porte ce nom."));
    }
}
