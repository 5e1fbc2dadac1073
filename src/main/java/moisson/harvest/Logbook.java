package moisson.harvest;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import moisson.event.Counts;
import moisson.event.Delivery;
import moisson.event.Run;
import moisson.event.RunState;
import moisson.event.Source;
import moisson.store.Store;
import moisson.store.Tables;
import org.jspecify.annotations.Nullable;

/** Writes down how each run begins and ends. */
final class Logbook {
    private static final String UNWRITTEN =
            "La fin de cette moisson n’a pas pu être écrite (base ou disque indisponible)\u202f: rien n’a été appliqué.";

    private final Store store;
    private final Clock clock;

    Logbook(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    Run begin(Source source) {
        Instant at = clock.instant();
        // After a power cut a run that did nothing may be forgotten; its end is written with what it did.
        long id = store.note(tables -> {
            // One run of a source at a time: what is still open had an end that could not be written down.
            tables.runs().interruptOpen(source.id(), at, UNWRITTEN);
            return tables.runs().begin(source.id(), at);
        });
        return new Run(id, source.id(), RunState.RUNNING, at, null, null, Counts.NONE, null, Map.of());
    }

    Run failed(Run begun, String message) {
        return ended(begun, RunState.FAILED, null, message);
    }

    /** A run that ends without having counted anything. */
    Run ended(Run begun, RunState state, @Nullable String delivery, String message) {
        Run run = new Run(
                begun.id(),
                begun.source(),
                state,
                begun.startedAt(),
                clock.instant(),
                delivery,
                Counts.NONE,
                message,
                Map.of());
        return store.inTransaction(tables -> {
            tables.runs().end(run);
            return run;
        });
    }

    /** A run that read its delivery to the end, with its plan and examples of its notices. */
    Run end(
            Run begun,
            RunState state,
            Delivery delivery,
            Draft draft,
            int duplicates,
            @Nullable String message,
            Tables tables) {
        tables.runs().keep(begun.id(), draft.notices().examples());
        tables.plans().keep(begun.id(), draft.plan());
        Run ended = new Run(
                begun.id(),
                begun.source(),
                state,
                begun.startedAt(),
                clock.instant(),
                delivery.sha256(),
                draft.tally().counts(duplicates, draft.notices().warnings()),
                message,
                draft.notices().counts());
        tables.runs().end(ended);
        return ended;
    }

    /** Whoever has not decided about an older delivery need not any more. */
    static void overtake(Run by, Source source, Tables tables) {
        tables.plans()
                .held(source.id())
                .ifPresent(held ->
                        tables.plans().decide(held, RunState.OVERTAKEN, "Dépassée par la moisson n° " + by.id() + "."));
    }
}
