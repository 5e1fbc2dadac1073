package moisson.serve.operator;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import moisson.event.Counts;
import moisson.event.Run;
import moisson.serve.report.RunWords;
import moisson.serve.view.Dates;
import moisson.serve.view.Relative;
import moisson.serve.view.Words;
import org.jspecify.annotations.Nullable;

/** A harvest in a line of the operator's tables. */
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
        int rejected,
        int notices) {
    static RunView of(Run run, ZoneId zone, Instant now) {
        Dates dates = new Dates(Words.in(false));
        Counts counts = run.counts();
        String delivery = run.delivery();
        Instant ended = run.endedAt();
        return new RunView(
                run.id(),
                run.source(),
                RunWords.state(run.state()),
                RunWords.tone(run),
                dates.instant(run.startedAt(), zone),
                Relative.of(run.startedAt(), now),
                ended == null ? null : Relative.length(Duration.between(run.startedAt(), ended)),
                delivery,
                counts.equation(),
                counts.beside(),
                run.message(),
                counts.rejected(),
                run.noticeCounts().values().stream().mapToInt(Integer::intValue).sum());
    }
}
