package moisson.serve.report;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import moisson.event.Change;
import moisson.event.Counts;
import moisson.event.Hold;
import moisson.event.Notice;
import moisson.event.NoticeCode;
import moisson.event.Plan;
import moisson.event.Run;
import moisson.event.RunState;
import moisson.event.Severity;
import moisson.serve.view.Dates;
import moisson.serve.view.Relative;
import moisson.serve.view.Words;
import org.jspecify.annotations.Nullable;

/** A report as a page tells it. */
public record ReportView(
        long id,
        String source,
        String name,
        String state,
        String tone,
        String effect,
        String started,
        @Nullable String lasted,
        @Nullable String delivery,
        @Nullable String size,
        String equation,
        String beside,
        @Nullable String message,
        String effectTitle,
        boolean undecided,
        List<String> holds,
        @Nullable Effect plan,
        List<Group> groups,
        @Nullable UnknownWords words) {
    private static final int EXAMPLES = 20;
    private static final int NOTICES = 50;

    /** What the delivery changes, or would change. */
    public record Effect(List<String> facts, List<Map.Entry<String, Integer>> fields, List<Examples> examples) {}

    /** Some records to which the same happens. */
    public record Examples(String action, List<Change> changes) {}

    /** All notices of one code: how many there were, exactly, and some of them. */
    public record Group(NoticeCode code, String tone, int count, List<Notice> examples) {
        public int untold() {
            return count - examples.size();
        }
    }

    public static ReportView of(RunReport report, ZoneId zone) {
        Run run = report.run();
        Counts counts = run.counts();
        Instant ended = run.endedAt();
        Plan plan = report.plan();
        return new ReportView(
                run.id(),
                run.source(),
                report.name(),
                RunWords.state(run.state()),
                RunWords.tone(run),
                RunWords.effect(run.state()),
                new Dates(Words.in(false)).instant(run.startedAt(), zone),
                ended == null ? null : Relative.length(Duration.between(run.startedAt(), ended)),
                run.delivery(),
                report.size() == null ? null : size(report.size()),
                counts.equation(),
                counts.beside(),
                run.message(),
                title(run.state()),
                run.state() == RunState.HELD,
                plan == null
                        ? List.of()
                        : plan.holds().stream().map(Hold::french).toList(),
                plan == null ? null : effect(plan),
                report.rules().stream().map(ReportView::group).toList(),
                report.words());
    }

    private static String title(RunState state) {
        return switch (state) {
            case HELD, RUNNING -> "Ce qui changerait";
            case DONE, NOT_MODIFIED -> "Ce qui a changé";
            case FAILED, INTERRUPTED, ACCEPTED, REFUSED, OVERTAKEN -> "Ce qui aurait changé";
        };
    }

    private static Effect effect(Plan plan) {
        List<String> facts = new ArrayList<>();
        fact(facts, plan.alive(), "fiche connue avant", "fiches connues avant");
        fact(facts, plan.absent(), "fiche absente de la livraison", "fiches absentes de la livraison");
        fact(facts, plan.renamed(), "identifiant changé et reconnu", "identifiants changés et reconnus");
        fact(facts, plan.unplaced(), "rejet sans identifiant lisible", "rejets sans identifiant lisible");
        List<Examples> examples = new ArrayList<>();
        for (Change.Action action : Change.Action.values()) {
            List<Change> changes = plan.changes().stream()
                    .filter(change -> change.action() == action)
                    .limit(EXAMPLES)
                    .toList();
            if (!changes.isEmpty()) {
                examples.add(new Examples(action.french(), changes));
            }
        }
        List<Map.Entry<String, Integer>> fields = plan.fields().entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .toList();
        return new Effect(facts, fields, examples);
    }

    private static void fact(List<String> facts, int count, String one, String many) {
        if (count > 0) {
            facts.add(count + "\u00a0" + (count == 1 ? one : many));
        }
    }

    private static Group group(RunReport.Rule rule) {
        Severity severity = rule.code().severity();
        return new Group(
                rule.code(),
                switch (severity) {
                    case ERROR -> "erreur";
                    case WARNING -> "attention";
                    case INFO -> "neutre";
                },
                rule.times(),
                rule.examples().stream().limit(NOTICES).toList());
    }

    private static String size(long bytes) {
        if (bytes < 1_000) {
            return bytes + "\u00a0octets";
        }
        return bytes < 1_000_000
                ? Math.round(bytes / 1_000.0) + "\u00a0ko"
                : Math.round(bytes / 100_000.0) / 10.0 + "\u00a0Mo";
    }

    /** Text of a cell of an example; a dash when there is nothing. */
    public static String cell(@Nullable String text) {
        return Objects.requireNonNullElse(text, "–");
    }
}
