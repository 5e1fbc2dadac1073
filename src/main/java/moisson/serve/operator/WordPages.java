package moisson.serve.operator;

import java.util.List;
import moisson.serve.http.Ask;
import moisson.serve.http.Reply;
import moisson.serve.http.Route;
import moisson.serve.report.UnknownWords;
import moisson.serve.report.WordReport;
import moisson.serve.view.Site;
import moisson.store.Store;

/** The words of all sources that no table knows. */
final class WordPages {
    private static final String PATH = "/operateur/mots";

    private final Site site;
    private final Store store;
    private final Lock lock;

    WordPages(Site site, Store store, Lock lock) {
        this.site = site;
        this.store = store;
        this.lock = lock;
    }

    List<Route> routes() {
        return List.of(
                Route.get(PATH, lock.behind(this::page)), Route.get(PATH + "\\.(json|csv)", lock.behind(this::file)));
    }

    private Reply page(Ask ask) {
        return site.passing("words", DashboardFrame.of(site, PATH, "Mots non compris"), words());
    }

    private Reply file(Ask ask) {
        return ask.part(0).equals("json")
                ? Reply.text(200, "application/json", WordReport.json(words()).toPrettyString())
                : Reply.text(200, "text/csv", WordReport.csv(words()))
                        .with("Content-Disposition", "attachment; filename=\"mots-non-compris.csv\"");
    }

    private UnknownWords words() {
        return store.read(tables -> UnknownWords.of(tables, null));
    }
}
