package moisson.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import moisson.event.Notice;
import moisson.event.NoticeCode;
import moisson.event.Plural;
import moisson.event.Run;
import moisson.event.RunState;
import moisson.intake.Guess;
import moisson.intake.Sketch;
import moisson.intake.Suggestion;
import moisson.serve.report.ReportJson;
import moisson.serve.report.RunReport;
import moisson.serve.report.UnknownWords;
import moisson.serve.report.WordReport;

/**
 * What {@code check} has to say.
 *
 * @param guess of the format
 * @param findings how the feed is written
 * @param suggestions what its unknown columns probably mean
 * @param known records that an installation already has from its sources; empty when there is none
 */
record CheckReport(
        Guess guess,
        List<Sketch.Finding> findings,
        List<Suggestion> suggestions,
        RunReport report,
        OptionalLong known) {
    private static final int EXAMPLES = 5;
    private static final int MOST_WORDS = 20;

    void print(Path data, PrintWriter out) {
        out.println("Format deviné : " + guess.format().orElse("") + " (" + guess.reason() + ")");
        findings.forEach(finding -> out.printf("  %s : %s (%s)%n", finding.what(), finding.value(), finding.reason()));
        Run run = report.run();
        if (run.state() == RunState.FAILED) {
            out.println("Refusé : " + run.message());
            propose(out);
            return;
        }
        out.printf(
                "%s = %s + %s%s%n",
                Plural.of(run.counts().read(), "lu"),
                Plural.of(run.counts().read() - run.counts().rejected(), "accepté"),
                Plural.of(run.counts().rejected(), "rejeté"),
                run.message() == null ? "" : ". " + run.message());
        report.rules().forEach(rule -> print(rule, out));
        out.println();
        propose(out);
        words(out);
        out.printf("En double dans ce flux : %s%n", Plural.of(run.counts().duplicates(), "enregistrement"));
        known.ifPresent(
                count -> out.printf("Déjà connus dans « %s » : %s%n", data, Plural.of(count, "enregistrement")));
    }

    private void words(PrintWriter out) {
        UnknownWords words = report.words();
        if (words != null && words.distinct() > 0) {
            out.println("Mots non compris, avec le tableau à compléter et le début de la ligne\u202f:");
            out.print(WordReport.text(words, MOST_WORDS));
            out.println();
        }
    }

    private void propose(PrintWriter out) {
        if (suggestions.isEmpty()) {
            return;
        }
        out.println("Colonnes inconnues, et ce qu’elles disent sans doute\u202f:");
        suggestions.forEach(suggestion ->
                out.printf("  « %s » = %s : %s.%n", suggestion.column(), suggestion.field(), suggestion.why()));
        out.println(
                "Si c’est juste, à coller parmi les paramètres du fichier de la source (à essayer avec --map)\u202f:");
        out.println("        " + Sketch.declaration(suggestions));
    }

    private static void print(RunReport.Rule rule, PrintWriter out) {
        NoticeCode code = rule.code();
        out.printf("%n[%s] %s — %d fois (%s)%n", code.severity().french(), code.french(), rule.times(), code);
        out.println("    " + code.frenchRemedy());
        rule.examples().stream().limit(EXAMPLES).forEach(notice -> out.println("    " + line(notice)));
        if (rule.times() > EXAMPLES) {
            out.printf("    … et %s%n", Plural.of(rule.times() - EXAMPLES, "autre"));
        }
    }

    private static String line(Notice notice) {
        return notice.place()
                + (notice.key() == null ? "" : ", " + notice.key())
                + (notice.field() == null ? "" : ", " + notice.field())
                + (notice.value() == null ? "" : " : « " + notice.value() + " »");
    }

    String json() {
        ObjectNode root = ReportJson.of(report);
        ObjectNode feed = root.putObject("flux");
        feed.put("format", guess.format().orElse(null)).put("raison", guess.reason());
        ArrayNode written = feed.putArray("ecriture");
        findings.forEach(finding -> written.addObject()
                .put("quoi", finding.what())
                .put("valeur", finding.value())
                .put("raison", finding.reason()));
        ArrayNode proposed = feed.putArray("correspondance");
        suggestions.forEach(suggestion -> proposed.addObject()
                .put("colonne", suggestion.column())
                .put("champ", suggestion.field())
                .put("raison", suggestion.why()));
        feed.put("a_coller", suggestions.isEmpty() ? null : Sketch.declaration(suggestions));
        known.ifPresent(count -> root.put("deja_connus", count));
        return root.toPrettyString();
    }
}
