package moisson.serve.operator;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import moisson.event.Counts;
import moisson.event.Notice;
import moisson.event.NoticeCode;
import moisson.event.Run;
import moisson.event.RunState;
import moisson.event.Severity;
import moisson.serve.view.Dates;
import moisson.serve.view.Words;
import org.jspecify.annotations.Nullable;

/** A harvest as the operator's pages tell it. */
public record RunView(
        long id,
        String source,
        String state,
        String tone,
        String started,
        String ago,
        @Nullable String lasted,
        @Nullable String delivery,
        String equation,
        String beside,
        @Nullable String message,
        int notices,
        List<Group> groups) {
    /** All notices of one code: how many there were, exactly, and some of them. */
    public record Group(
            String code,
            String severity,
            String tone,
            String sentence,
            String remedy,
            int count,
            List<Notice> examples) {
        public int untold() {
            return count - examples.size();
        }
    }

    static RunView of(Run run, ZoneId zone, Instant now, List<Notice> examples) {
        Dates dates = new Dates(Words.in(false));
        Counts counts = run.counts();
        String delivery = run.delivery();
        Instant ended = run.endedAt();
        return new RunView(
                run.id(),
                run.source(),
                state(run.state()),
                tone(run),
                dates.instant(run.startedAt(), zone),
                Relative.of(run.startedAt(), now),
                ended == null ? null : Relative.length(Duration.between(run.startedAt(), ended)),
                delivery,
                counts.equation(),
                "%d retirés, %d doublons, %d avertissements"
                        .formatted(counts.removed(), counts.duplicates(), counts.warnings()),
                run.message(),
                run.noticeCounts().values().stream().mapToInt(Integer::intValue).sum(),
                groups(run, examples));
    }

    static String state(RunState state) {
        return switch (state) {
            case RUNNING -> "en cours";
            case DONE -> "terminée";
            case NOT_MODIFIED -> "inchangée";
            case FAILED -> "échec";
            case INTERRUPTED -> "interrompue";
            case HELD -> "retenue";
            case ACCEPTED -> "acceptée";
            case REFUSED -> "refusée";
            case OVERTAKEN -> "dépassée";
        };
    }

    static String tone(Run run) {
        return switch (run.state()) {
            case RUNNING -> "active";
            case DONE -> run.counts().rejected() > 0 ? "attention" : "bien";
            case NOT_MODIFIED, ACCEPTED, REFUSED, OVERTAKEN -> "neutre";
            case HELD -> "attention";
            case FAILED, INTERRUPTED -> "erreur";
        };
    }

    /** Rejects first, then what happened most often. */
    private static List<Group> groups(Run run, List<Notice> examples) {
        List<Group> groups = new ArrayList<>();
        run.noticeCounts().entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<NoticeCode, Integer> entry) ->
                                entry.getKey().severity())
                        .thenComparing(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                        .thenComparing(entry -> entry.getKey().name()))
                .forEach(entry -> groups.add(group(entry.getKey(), entry.getValue(), examples)));
        return groups;
    }

    private static Group group(NoticeCode code, int count, List<Notice> examples) {
        Severity severity = code.severity();
        return new Group(
                code.name(),
                severity.french(),
                switch (severity) {
                    case ERROR -> "erreur";
                    case WARNING -> "attention";
                    case INFO -> "neutre";
                },
                code.french(),
                code.frenchRemedy(),
                count,
                examples.stream().filter(notice -> notice.code() == code).toList());
    }

    /** Text of a cell of an example; a dash when there is nothing. */
    public static String cell(@Nullable String text) {
        return Objects.requireNonNullElse(text, "–");
    }
}
