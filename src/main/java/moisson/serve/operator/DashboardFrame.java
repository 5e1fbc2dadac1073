package moisson.serve.operator;

import moisson.serve.view.Frame;
import moisson.serve.view.Site;

/** The page under which all others of the operator stand. */
final class DashboardFrame {
    private DashboardFrame() {}

    /** The frame of a page under it. */
    static Frame of(Site site, String path, String title) {
        return site.french(path, title).under("Tableau de bord", "/operateur");
    }
}
