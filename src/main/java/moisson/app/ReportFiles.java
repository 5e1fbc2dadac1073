package moisson.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneId;
import moisson.serve.report.ReportCsv;
import moisson.serve.report.ReportJson;
import moisson.serve.report.ReportPage;
import moisson.serve.report.RunReport;
import moisson.serve.report.UnknownWords;
import moisson.serve.report.WordReport;
import moisson.serve.view.Pages;

/**
 * Writes a report into a folder in its three forms: {@code <stem>.json}, {@code .html} and {@code .csv};
 * the words that no table knows also as {@code <stem>-mots.csv}.
 */
final class ReportFiles {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final Path folder;
    private final Pages pages = new Pages();

    /** @throws CannotException when the folder cannot be made */
    ReportFiles(Path folder) throws CannotException {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw cannot(e);
        }
    }

    /** @throws CannotException when a file cannot be written */
    void write(String stem, RunReport report) throws CannotException {
        write(stem + ".json", ReportJson.text(report));
        write(stem + ".html", ReportPage.html(pages, report, PARIS));
        write(stem + ".csv", ReportCsv.text(report));
        UnknownWords words = report.words();
        if (words != null) {
            write(stem + "-mots.csv", WordReport.csv(words));
        }
    }

    private void write(String name, String text) throws CannotException {
        Path aside = folder.resolve(name + ".part");
        try {
            Files.writeString(aside, text, UTF_8);
            Files.move(aside, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw cannot(e);
        }
    }

    private CannotException cannot(IOException e) {
        return new CannotException("Le rapport n’a pas pu être écrit dans «\u202f" + folder + "\u202f».", e);
    }
}
