package moisson.harvest;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import moisson.event.Bounds;
import moisson.event.Hold;
import moisson.event.Hold.Why;
import moisson.event.Source;
import moisson.store.PlanTable.Past;
import org.jspecify.annotations.Nullable;

/**
 * Whether a plan is within the bounds of its source. Growth is never held. A bound that is not set is learned: half as
 * much again as the worst of the last harvests that were applied without a person, never under a floor, so that a new
 * source is not held for nothing, and never over a ceiling, so that a source that gets worse step by step is.
 */
final class Judgement {
    /** Harvests of the past that are looked at. */
    static final int MEMORY = 20;

    private static final int ABSENT_FLOOR = 25;
    private static final int ABSENT_CEILING = 60;
    private static final int REJECTED_FLOOR = 20;
    private static final int REJECTED_CEILING = 80;
    /** So few records are a normal day, whatever their share. */
    private static final int FEW = 2;

    private final Source source;
    private final List<Past> past;

    Judgement(Source source, List<Past> past) {
        this.source = source;
        this.past = past;
    }

    List<Hold> of(Tally tally, int alive, int absent) {
        int read = tally.readSoFar();
        int rejected = tally.rejectedSoFar();
        int mostRejected = bound(
                source.bounds().mostRejected(),
                REJECTED_FLOOR,
                REJECTED_CEILING,
                run -> share(run.rejected(), run.read()));
        if (read == 0) {
            return alive > 0 && !source.bounds().equals(Bounds.NONE) ? List.of(new Hold(Why.EMPTY, 0, 0)) : List.of();
        }
        List<Hold> holds = new ArrayList<>();
        if (rejected == read && mostRejected < 100) {
            holds.add(new Hold(Why.NOTHING_ACCEPTED, 100, mostRejected));
        } else if (alive > 0 && rejected > FEW && share(rejected, read) > mostRejected) {
            holds.add(new Hold(Why.REJECTS, percent(rejected, read), mostRejected));
        }
        int mostAbsent = bound(
                source.bounds().mostAbsent(), ABSENT_FLOOR, ABSENT_CEILING, run -> share(run.absent(), run.alive()));
        if (share(absent, alive) > mostAbsent && (absent > FEW || (absent == alive && alive > 1))) {
            boolean replaced = tally.createdSoFar() * 2 >= absent;
            holds.add(new Hold(replaced ? Why.CHURN : Why.SHRUNK, percent(absent, alive), mostAbsent));
        }
        return holds;
    }

    private int bound(@Nullable Integer set, int floor, int ceiling, ToDoubleFunction<Past> share) {
        if (set != null) {
            return set;
        }
        double worst = past.stream().mapToDouble(share).max().orElse(0);
        return (int) Math.min(ceiling, Math.max(floor, Math.ceil(worst * 1.5)));
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 0 : 100.0 * part / whole;
    }

    private static int percent(int part, int whole) {
        return (int) Math.round(share(part, whole));
    }

    /** One sentence for each reason, for the operator. */
    static String sentence(List<Hold> holds) {
        StringBuilder sentence = new StringBuilder("Retenue, rien n’est appliqué\u202f: ");
        for (int i = 0; i < holds.size(); i++) {
            sentence.append(i == 0 ? "" : "\u202f; et ").append(holds.get(i).french());
        }
        return sentence.append(". Acceptez ou refusez cette moisson sur la page de l’exploitant.")
                .toString();
    }
}
