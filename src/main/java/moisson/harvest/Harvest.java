package moisson.harvest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import moisson.event.Counts;
import moisson.event.Delivery;
import moisson.event.EventId;
import moisson.event.Run;
import moisson.event.RunState;
import moisson.event.Source;
import moisson.intake.UnreadableFeedException;
import moisson.normalize.Normalizer;
import moisson.reference.Editions;
import moisson.store.DeliveryTable.Validators;
import moisson.store.Store;
import moisson.store.Tables;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings deliveries in. Whatever happens to one, a run says so and its counts add up; what it changes is changed in one
 * transaction, so that a process killed half-way leaves nothing half-done. Safe for use by several threads: one source
 * is harvested by one thread at a time.
 */
public final class Harvest {
    private static final Logger LOG = LoggerFactory.getLogger(Harvest.class);
    private static final String KILLED =
            "Le programme s’est arrêté pendant la moisson : rien n’a été appliqué, la prochaine moisson reprend tout.";

    private final Store store;
    private final Archive archive;
    private final Joining joining;
    private final Drafting drafting;
    private final Logbook logbook;
    private final Clock clock;
    private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();

    /** @param deadline the longest that receiving a delivery may take, and reading it */
    public Harvest(
            Store store,
            Archive archive,
            Normalizer normalizer,
            Editions editions,
            Joining joining,
            Duration deadline,
            Clock clock) {
        this.store = store;
        this.archive = archive;
        this.joining = joining;
        this.drafting = new Drafting(archive, normalizer, editions, store, new Patience(deadline));
        this.logbook = new Logbook(store, clock);
        this.clock = clock;
    }

    /** What the source's server said about the bytes it sent. */
    public record Headers(@Nullable String etag, @Nullable String lastModified) {
        public static final Headers NONE = new Headers(null, null);
    }

    /** To be called once at start: closes the runs that a killed process left open, and sweeps up after it. */
    public int recover() {
        try {
            archive.sweep();
        } catch (IOException e) {
            LOG.warn("Des fichiers inachevés n’ont pas pu être supprimés de l’archive", e);
        }
        return store.inTransaction(tables -> tables.runs().interruptOpen(clock.instant(), KILLED));
    }

    /**
     * What to ask the source's server with (RFC 9110, 13.1); only a whole run leaves anything here, and only as long as
     * our settings and rules are those of that run.
     */
    public Optional<Validators> validators(Source source) {
        String settings = drafting.rules(source).settings();
        return store.read(tables -> tables.deliveries().validators(source.id()))
                .filter(last -> last.settings().equals(settings));
    }

    /** True while a thread is at work on this source. */
    public boolean running(String source) {
        ReentrantLock lock = locks.get(source);
        return lock != null && lock.isLocked();
    }

    /** Archives the bytes, reads and normalizes them, judges what they would change, then changes it in one transaction. */
    public Run bringIn(Source source, InputStream body, Headers headers) {
        return alone(source, run -> {
            Delivery delivery = drafting.receive(source, body, headers, run.startedAt());
            if (validators(source)
                    .filter(last -> last.sha256().equals(delivery.sha256()))
                    .isPresent()) {
                return unchanged(
                        run, source, delivery.sha256(), "Les mêmes octets que lors de la dernière moisson entière.");
            }
            if (store.read(tables -> tables.plans().refused(source.id(), delivery.sha256()))) {
                return logbook.ended(
                        run, RunState.REFUSED, delivery.sha256(), "Ces mêmes octets ont déjà été refusés.");
            }
            try (Draft draft = drafting.draft(run, delivery)) {
                return store.inTransaction(tables -> draft.plan().holds().isEmpty()
                        ? apply(run, delivery, draft, null, tables)
                        : hold(run, delivery, draft, tables));
            }
        });
    }

    /**
     * A person accepts a held harvest: its delivery is read again from the archive and applied, whatever it changes.
     *
     * @param held number of the run
     * @throws IllegalArgumentException when that run does not wait for anybody
     */
    public Run accept(Source source, long held) {
        return alone(source, () -> requireHeld(source, held), run -> {
            Run waiting = requireHeld(source, held);
            Delivery delivery = drafting.archived(source, String.valueOf(waiting.delivery()), run.startedAt());
            try (Draft draft = drafting.draft(run, delivery)) {
                return store.inTransaction(tables -> {
                    tables.plans()
                            .decide(held, RunState.ACCEPTED, "Acceptée, appliquée par la moisson n° " + run.id() + ".");
                    return apply(
                            run,
                            delivery,
                            draft,
                            "Acceptée par l’exploitant (moisson retenue n° " + held + ").",
                            tables);
                });
            }
        });
    }

    /**
     * A person refuses a held harvest; the same bytes will not be asked about again.
     *
     * @throws IllegalArgumentException when that run does not wait for anybody
     */
    public void refuse(Source source, long held) {
        requireHeld(source, held);
        store.inTransaction(tables -> tables.plans()
                .decide(held, RunState.REFUSED, "Refusée par l’exploitant\u202f: rien n’a été appliqué."));
    }

    /** The source answered that nothing changed since the last whole run. */
    public Run notModified(Source source) {
        return alone(source, run -> unchanged(run, source, null, "La source répond que rien n’a changé."));
    }

    /** The source could not be reached or answered with an error. */
    public Run failed(Source source, String why) {
        return alone(source, run -> logbook.failed(run, why));
    }

    /** One run from its opening to its end, alone on its source. */
    private Run alone(Source source, Work work) {
        return alone(source, () -> {}, work);
    }

    /** @param first throws when nothing is to be begun */
    private Run alone(Source source, Runnable first, Work work) {
        ReentrantLock lock = locks.computeIfAbsent(source.id(), id -> new ReentrantLock());
        lock.lock();
        try {
            first.run();
            Run begun = logbook.begin(source);
            Run ended = attempt(begun, work);
            if (ended.state() == RunState.FAILED) {
                LOG.warn("{} : échec : {}", source.id(), ended.message());
            } else {
                LOG.info(
                        "{} : {} : {}",
                        source.id(),
                        ended.state(),
                        ended.counts().equation());
            }
            return ended;
        } finally {
            lock.unlock();
        }
    }

    private Run attempt(Run begun, Work work) {
        try {
            return work.on(begun);
        } catch (OutOfTimeException e) {
            return logbook.failed(begun, Causes.inWords(e));
        } catch (UnreadableFeedException | DeliveryTooLargeException e) {
            return logbook.failed(begun, Causes.inWords(e));
        } catch (UncheckedIOException e) {
            return unkept(begun, Objects.requireNonNull(e.getCause()));
        } catch (IOException e) {
            return unkept(begun, e);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            LOG.error("{} : la moisson {} s’est arrêtée sur une erreur", begun.source(), begun.id(), e);
            return logbook.failed(begun, Causes.inWords(e));
        }
    }

    private Run unkept(Run begun, IOException e) {
        LOG.error("{} : la livraison n’a pas pu être reçue ou gardée", begun.source(), e);
        return logbook.failed(
                begun,
                "La livraison n’a pas pu être reçue ou gardée en entier : " + Causes.inWords(e)
                        + ". Vérifiez la place libre du disque, et que la source répond.");
    }

    private Run apply(Run begun, Delivery delivery, Draft draft, @Nullable String told, Tables tables) {
        Source source = delivery.source();
        new Application(source, begun.id(), begun.startedAt()).apply(draft, tables, joining);
        int duplicates = joining.told(tables, source.id(), draft.unmet());
        tables.deliveries().keep(delivery);
        tables.deliveries()
                .remember(
                        source.id(),
                        new Validators(
                                delivery.etag(),
                                delivery.lastModified(),
                                delivery.sha256(),
                                drafting.rules(source).settings()));
        Logbook.overtake(begun, source, tables);
        return logbook.end(begun, RunState.DONE, delivery, draft, duplicates, Told.applied(draft, told), tables);
    }

    private Run hold(Run begun, Delivery delivery, Draft draft, Tables tables) {
        tables.deliveries().keep(delivery);
        Logbook.overtake(begun, delivery.source(), tables);
        return logbook.end(
                begun,
                RunState.HELD,
                delivery,
                draft,
                0,
                Judgement.sentence(draft.plan().holds()),
                tables);
    }

    private Run requireHeld(Source source, long held) {
        return store.read(tables -> tables.runs().find(held))
                .filter(run -> run.source().equals(source.id()) && run.state() == RunState.HELD)
                .orElseThrow(() -> new IllegalArgumentException(
                        "La moisson n° " + held + " n’attend plus de décision\u202f: rien n’a été changé."));
    }

    /** Nothing new is told, and time passes all the same: what has been absent for long enough goes now. */
    private Run unchanged(Run begun, Source source, @Nullable String delivery, String message) {
        return store.inTransaction(tables -> {
            Logbook.overtake(begun, source, tables);
            Set<EventId> overdue = new Grace(source, begun.startedAt()).removeOverdue(tables.records());
            joining.update(tables, Set.of(), overdue, begun.startedAt());
            int removed = overdue.size();
            Run run = new Run(
                    begun.id(),
                    begun.source(),
                    RunState.NOT_MODIFIED,
                    begun.startedAt(),
                    clock.instant(),
                    delivery,
                    new Counts(0, 0, 0, 0, 0, removed, 0, 0),
                    removed == 0
                            ? message
                            : message + " Fiches retirées, absentes depuis trop longtemps : " + removed + ".",
                    Map.of());
            tables.runs().end(run);
            return run;
        });
    }

    /** What is done between the opening of a run and its end. */
    @FunctionalInterface
    private interface Work {
        Run on(Run begun) throws IOException;
    }
}
