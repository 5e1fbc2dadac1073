package moisson.serve.report;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import moisson.event.Notice;
import moisson.publish.format.NoticeFile;

/** The notices of a report as a table: a row for each example that is kept, with the exact count of its rule. */
public final class ReportCsv {
    private ReportCsv() {}

    public static String text(RunReport report) {
        StringWriter text = new StringWriter();
        try (NoticeFile file = new NoticeFile(text)) {
            for (RunReport.Rule rule : report.rules()) {
                if (rule.examples().isEmpty()) {
                    file.add(report.run().id(), report.run().source(), rule.code(), rule.times(), null);
                }
                for (Notice example : rule.examples()) {
                    file.add(report.run().id(), report.run().source(), rule.code(), rule.times(), example);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory does not fail", e);
        }
        return text.toString();
    }
}
