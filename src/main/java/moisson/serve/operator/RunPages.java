package moisson.serve.operator;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import moisson.event.Run;
import moisson.event.RunState;
import moisson.serve.http.Ask;
import moisson.serve.http.Refusal;
import moisson.serve.http.Reply;
import moisson.serve.http.Route;
import moisson.serve.operator.OperatorPages.Held;
import moisson.serve.operator.OperatorPages.RunPage;
import moisson.serve.report.ReportCsv;
import moisson.serve.report.ReportJson;
import moisson.serve.report.ReportPage;
import moisson.serve.report.ReportView;
import moisson.serve.report.RunReport;
import moisson.serve.report.RunWords;
import moisson.serve.view.Frame;
import moisson.serve.view.Site;
import moisson.store.Store;

/** The report of each harvest in all its forms, and what the operator decides about those that are held. */
final class RunPages {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final String PATH = "/operateur/passages/";
    private static final String NUMBER = "(\\d{1,15})";

    private final Site site;
    private final Store store;
    private final OperatorDesk desk;
    private final Lock lock;

    RunPages(Site site, Store store, OperatorDesk desk, Lock lock) {
        this.site = site;
        this.store = store;
        this.desk = desk;
        this.lock = lock;
    }

    List<Route> routes() {
        return List.of(
                Route.get(PATH + NUMBER, lock.behind(this::page)),
                Route.get(PATH + NUMBER + "\\.(json|csv|html)", lock.behind(this::file)),
                Route.post(PATH + NUMBER + "/(accepter|refuser)", lock.behind(this::decide)));
    }

    static boolean isNumber(String text) {
        return text.matches("\\d{1,15}");
    }

    /** All that wait for a person, the oldest first. */
    List<Held> held() {
        return store
                .read(tables -> tables.plans().allHeld().stream()
                        .flatMap(id -> tables.runs().find(id).stream())
                        .toList())
                .stream()
                .map(run -> new Held(view(run, PARIS), desk.knows(run.source())))
                .toList();
    }

    ReportView view(Run run, ZoneId zone) {
        return ReportView.of(report(run), zone);
    }

    /** What became of a harvest about which somebody has just decided. */
    Optional<String> said(String number) {
        return store.read(tables -> tables.runs().find(Long.parseLong(number)))
                .map(run -> run.state() == RunState.HELD
                        ? "Votre décision sur la moisson n° " + run.id()
                                + " est prise en compte\u202f; elle s’applique. Rechargez la page pour suivre."
                        : "La moisson n° " + run.id() + " n’attend plus de décision\u202f: "
                                + RunWords.state(run.state()) + "."
                                + (run.message() == null ? "" : " " + run.message()));
    }

    private Reply page(Ask ask) {
        Run run = find(ask);
        ReportView report = view(run, PARIS);
        Frame frame = DashboardFrame.of(site, PATH + run.id(), "Passage n° " + run.id())
                .under(report.name(), "/operateur/moissons/" + run.source());
        Held decision = run.state() == RunState.HELD ? new Held(report, desk.knows(run.source())) : null;
        return site.passing("run", frame, new RunPage(report, decision, lock.token()));
    }

    private Reply file(Ask ask) {
        RunReport report = report(find(ask));
        Reply reply = switch (ask.part(1)) {
            case "json" -> Reply.text(200, "application/json", ReportJson.text(report));
            case "csv" -> Reply.text(200, "text/csv", ReportCsv.text(report));
            default -> Reply.text(200, "text/html", ReportPage.html(site.pages(), report, PARIS));
        };
        // The page carries its own style, which our pages may not: it is to be saved, not shown from here.
        return ask.part(1).equals("json")
                ? reply
                : reply.with(
                        "Content-Disposition",
                        "attachment; filename=\"passage-" + report.run().id() + "." + ask.part(1) + "\"");
    }

    /** Whoever clicks twice, or comes after somebody else, is told how things stand. */
    private Reply decide(Ask ask) {
        lock.check(ask);
        Run run = find(ask);
        if (run.state() == RunState.HELD) {
            if (!desk.knows(run.source())) {
                throw new Refusal(409, "Le fichier de la source «\u202f" + run.source() + "\u202f» n’existe plus.");
            }
            (ask.part(1).equals("accepter") ? desk.accept() : desk.refuse()).accept(run.id());
        }
        return Reply.redirect(303, "/operateur?decidee=" + run.id());
    }

    private Run find(Ask ask) {
        return store.read(tables -> tables.runs().find(Long.parseLong(ask.part(0))))
                .orElseThrow(() -> new Refusal(404, "Aucun passage ne porte ce numéro."));
    }

    private RunReport report(Run run) {
        return store.read(tables -> RunReport.of(tables, run, desk.name(run.source())));
    }
}
