package moisson.harvest;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import moisson.event.Counts;
import moisson.event.Delivery;
import moisson.event.Run;
import moisson.event.RunState;
import moisson.event.Source;
import moisson.intake.FeedReader;
import moisson.intake.FeedReaders;
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
            "Le programme s'est arrêté pendant la moisson : rien n'a été appliqué, la prochaine moisson reprend tout.";

    private final Store store;
    private final Archive archive;
    private final Normalizer normalizer;
    private final Editions editions;
    private final Joining joining;
    private final Clock clock;
    private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();

    public Harvest(
            Store store, Archive archive, Normalizer normalizer, Editions editions, Joining joining, Clock clock) {
        this.store = store;
        this.archive = archive;
        this.normalizer = normalizer;
        this.editions = editions;
        this.joining = joining;
        this.clock = clock;
    }

    /** What the source's server said about the bytes it sent. */
    public record Headers(@Nullable String etag, @Nullable String lastModified) {
        public static final Headers NONE = new Headers(null, null);
    }

    /** To be called once at start: closes the runs that a killed process left open. */
    public int recover() {
        return store.inTransaction(tables -> tables.runs().interruptOpen(clock.instant(), KILLED));
    }

    /** What to ask the source's server with (RFC 9110, 13.1); only a whole run leaves anything here. */
    public Optional<Validators> validators(String source) {
        return store.read(tables -> tables.deliveries().validators(source));
    }

    /** True while a thread is at work on this source. */
    public boolean running(String source) {
        ReentrantLock lock = locks.get(source);
        return lock != null && lock.isLocked();
    }

    /** Archives the bytes, then reads, normalizes, compares and writes them. */
    public Run bringIn(Source source, InputStream body, Headers headers) {
        return alone(source, run -> {
            Archive.Kept kept = archive.keep(body);
            Delivery delivery = new Delivery(
                    source,
                    kept.sha256(),
                    kept.file(),
                    kept.size(),
                    run.startedAt(),
                    headers.etag(),
                    headers.lastModified());
            if (sameAsLastTime(delivery)) {
                return unchanged(
                        run, source, kept.sha256(), "Les mêmes octets que lors de la dernière moisson entière.");
            }
            FeedReader reader = FeedReaders.forFormat(source.format())
                    .orElseThrow(() -> new UnreadableFeedException("Le format « " + source.format()
                            + " » n'est pas connu. Formats lus : " + String.join(", ", FeedReaders.formats()) + "."));
            return store.inTransaction(tables -> apply(run, delivery, reader, tables));
        });
    }

    /** The source answered that nothing changed since the last whole run. */
    public Run notModified(Source source) {
        return alone(source, run -> unchanged(run, source, null, "La source répond que rien n'a changé."));
    }

    /** The source could not be reached or answered with an error. */
    public Run failed(Source source, String why) {
        return alone(source, run -> failed(run, why));
    }

    /** One run from its opening to its end, alone on its source. */
    private Run alone(Source source, Work work) {
        ReentrantLock lock = locks.computeIfAbsent(source.id(), id -> new ReentrantLock());
        lock.lock();
        try {
            Run begun = begin(source);
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
        } catch (BrokenOffException e) {
            return failed(begun, e.getMessage());
        } catch (UnreadableFeedException | DeliveryTooLargeException e) {
            return failed(begun, Causes.inWords(e));
        } catch (IOException e) {
            LOG.error("{} : la livraison n'a pas pu être gardée", begun.source(), e);
            return failed(
                    begun,
                    "La livraison n'a pas pu être reçue ou gardée en entier : " + Causes.inWords(e)
                            + ". Vérifiez la place libre du disque, et que la source répond.");
        } catch (RuntimeException | StackOverflowError e) {
            LOG.error("{} : la moisson {} s'est arrêtée sur une erreur", begun.source(), begun.id(), e);
            return failed(begun, Causes.inWords(e));
        }
    }

    private Run apply(Run begun, Delivery delivery, FeedReader reader, Tables tables) {
        Notices notices = new Notices();
        Passage passage = new Passage(
                delivery.source(), begun.id(), begun.startedAt(), normalizer, editions, tables.records(), notices);
        try {
            reader.read(delivery, passage);
        } catch (IOException e) {
            throw new BrokenOffException(Causes.inWords(e), e);
        }
        Tally tally = passage.finish();
        int duplicates = joining.join(tables, delivery.source().id(), passage.keysMet(), begun.startedAt());
        tables.deliveries().keep(delivery);
        tables.deliveries()
                .remember(
                        delivery.source().id(),
                        new Validators(delivery.etag(), delivery.lastModified(), delivery.sha256()));
        tables.runs().keep(begun.id(), notices.examples());
        Run ended = new Run(
                begun.id(),
                begun.source(),
                RunState.DONE,
                begun.startedAt(),
                clock.instant(),
                delivery.sha256(),
                tally.counts(duplicates, notices.warnings()),
                tally.readSoFar() == 0 ? "La livraison ne contient aucun enregistrement." : null,
                notices.counts());
        tables.runs().end(ended);
        return ended;
    }

    private boolean sameAsLastTime(Delivery delivery) {
        return validators(delivery.source().id())
                .filter(last -> last.sha256().equals(delivery.sha256()))
                .isPresent();
    }

    /** Nothing new is told, and time passes all the same: what has been absent for long enough goes now. */
    private Run unchanged(Run begun, Source source, @Nullable String delivery, String message) {
        return store.inTransaction(tables -> {
            int removed = new Grace(source, begun.startedAt()).removeOverdue(tables.records());
            if (removed > 0) {
                joining.join(tables, source.id(), Set.of(), begun.startedAt());
            }
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

    private Run begin(Source source) {
        var at = clock.instant();
        long id = store.inTransaction(tables -> tables.runs().begin(source.id(), at));
        return new Run(id, source.id(), RunState.RUNNING, at, null, null, Counts.NONE, null, Map.of());
    }

    private Run failed(Run begun, String message) {
        Run run = new Run(
                begun.id(),
                begun.source(),
                RunState.FAILED,
                begun.startedAt(),
                clock.instant(),
                null,
                Counts.NONE,
                message,
                Map.of());
        return store.inTransaction(tables -> {
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
