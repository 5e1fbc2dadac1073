package moisson.app;

import java.net.BindException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import moisson.deduplicate.Probability;
import moisson.deduplicate.Thresholds;
import moisson.harvest.Harvest;
import moisson.harvest.Judge;
import moisson.publish.Library;
import moisson.publish.merge.Trust;
import moisson.reference.Editions;
import moisson.serve.WebServer;
import moisson.serve.WebSettings;
import moisson.serve.form.ProposalDesk;
import moisson.serve.operator.JudgeDesk;
import moisson.serve.operator.OperatorDesk;
import moisson.serve.operator.ScheduledSource;
import moisson.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the web server needs of the other rooms, handed over. */
final class WebParts {
    private static final Logger LOG = LoggerFactory.getLogger(WebParts.class);

    private static final String OPERATOR = "exploitant";

    private WebParts() {}

    static ProposalDesk desk(Editions editions, String secret, String contact) {
        return new ProposalDesk(editions::list, secret, contact);
    }

    static OperatorDesk operator(
            Supplier<SourceCatalogue> sources,
            Harvest harvest,
            Decisions decisions,
            PublicationDoor door,
            Judge judge,
            Supplier<Map<String, Trust>> trusts,
            Clock clock) {
        ExecutorService worker = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("a-la-demande").factory());
        return new OperatorDesk(
                () -> scheduled(sources.get(), harvest, clock),
                id -> worker.execute(() -> sources.get().runNow(id)),
                held -> worker.execute(() -> onceMore(() -> decisions.accept(held))),
                held -> worker.execute(() -> onceMore(() -> decisions.refuse(held))),
                () -> worker.execute(door::publish),
                door::told,
                judge(judge),
                trusts);
    }

    /** What was decided on these pages is said by their user; who that is, is nobody's business. */
    private static JudgeDesk judge(Judge judge) {
        return new JudgeDesk(
                (left, right, why, seen) -> judge.same(left, right, new Judge.Voice(OPERATOR, why, seen)),
                (left, right, why, seen) -> judge.apart(left, right, new Judge.Voice(OPERATOR, why, seen)),
                (record, why) -> judge.detach(record, new Judge.Voice(OPERATOR, why, null)),
                (number, why) -> judge.undo(number, new Judge.Voice(OPERATOR, why, null)),
                judge::compare,
                Probability::asked,
                Thresholds.current().join());
    }

    /** Two people may click at once: the second finds nothing left to decide, and the page tells so. */
    private static void onceMore(Runnable decision) {
        try {
            decision.run();
        } catch (IllegalArgumentException e) {
            LOG.info("{}", e.getMessage());
        }
    }

    static WebServer start(
            WebSettings settings,
            Library library,
            Store store,
            OperatorDesk operator,
            ProposalDesk proposals,
            Clock clock)
            throws CannotException {
        try {
            return WebServer.start(settings, library, store, operator, proposals, new FormServlet(), clock);
        } catch (RuntimeException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof BindException) {
                    throw new CannotException(
                            "Le port " + settings.port() + " est déjà pris. Choisissez-en un autre avec --port ou"
                                    + " moisson.port.",
                            e);
                }
            }
            throw e;
        }
    }

    private static List<ScheduledSource> scheduled(SourceCatalogue sources, Harvest harvest, Clock clock) {
        return sources.list().stream()
                .map(source -> new ScheduledSource(
                        source, SourceCatalogue.nextHarvest(source, clock).orElse(null), harvest.running(source.id())))
                .toList();
    }
}
