package moisson.serve.report;

import java.time.ZoneId;
import moisson.serve.view.Pages;
import moisson.serve.view.StaticFiles;

/** The report as one page that needs nothing beside it: to be kept, or sent to a partner. */
public final class ReportPage {
    private ReportPage() {}

    /**
     * The whole page.
     *
     * @param zone in which hours are told
     */
    public static String html(Pages pages, RunReport report, ZoneId zone) {
        return pages.standalone("report", StaticFiles.style(), ReportView.of(report, zone));
    }
}
