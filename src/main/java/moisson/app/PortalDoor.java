package moisson.app;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import moisson.publish.Library;
import moisson.publish.Version;
import moisson.publish.portal.Portals;
import moisson.publish.portal.PushReport;
import moisson.store.PortalTable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the schedule asks for the portals of others to be brought up to date: the bean {@code portals}. */
public final class PortalDoor {
    private static final Logger LOG = LoggerFactory.getLogger(PortalDoor.class);

    private static final Duration AGAIN = Duration.ofHours(1);

    private final Portals portals;
    private final Library library;
    private final Clock clock;
    private final ReentrantLock pushing = new ReentrantLock();

    PortalDoor(Portals portals, Library library, Clock clock) {
        this.portals = portals;
        this.library = library;
        this.clock = clock;
    }

    /** Brings the current version to every portal that does not have all of it. One push at a time; none waits. */
    public void push() {
        Optional<Version> version = library.current();
        if (version.isEmpty() || !pushing.tryLock()) {
            return;
        }
        try {
            portals.ids().stream()
                    .filter(id -> !has(id, version.get().number()))
                    .forEach(id -> push(id, version.get()));
        } finally {
            pushing.unlock();
        }
    }

    /** Also what a portal has refused within the hour: asking at every tick would not change its mind. */
    private boolean has(String id, int number) {
        return portals.last(id)
                .filter(last -> last.publication() == number)
                .filter(last ->
                        last.whole() || last.at().isAfter(clock.instant().minus(AGAIN)))
                .isPresent();
    }

    private void push(String id, Version version) {
        try {
            PushReport report = portals.push(id, version.folder(), version.manifest(), clock.instant());
            if (report.whole()) {
                LOG.info("Portail {}", report.sentence());
            } else {
                LOG.error("Portail {}", report.sentence());
            }
            report.remarks().forEach(remark -> LOG.info("Portail {} : {}", id, remark.text()));
        } catch (RuntimeException e) {
            LOG.error("Portail {} : l’envoi a échoué", id, e);
        }
    }

    /** How the last push to each portal ended, in French; empty without any. */
    Optional<String> told() {
        List<PortalTable.Push> last =
                portals.ids().stream().flatMap(id -> portals.last(id).stream()).toList();
        return last.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        last.stream().map(push -> "Portail " + push.message()).collect(Collectors.joining(" ")));
    }
}
