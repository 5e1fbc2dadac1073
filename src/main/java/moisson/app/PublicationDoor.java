package moisson.app;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import moisson.publish.Outcome;
import moisson.publish.Publisher;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the schedule asks for a new version: the bean {@code publication}. */
public final class PublicationDoor {
    private static final Logger LOG = LoggerFactory.getLogger(PublicationDoor.class);

    private final Publisher publisher;
    private final PortalDoor portals;
    private final Clock clock;
    private final AtomicReference<@Nullable String> told = new AtomicReference<>();

    PublicationDoor(Publisher publisher, PortalDoor portals, Clock clock) {
        this.publisher = publisher;
        this.portals = portals;
        this.clock = clock;
    }

    /** What came of the last publication of this process, and of the last push to each portal; empty before the first. */
    Optional<String> told() {
        return Stream.of(Optional.ofNullable(told.get()), portals.told())
                .flatMap(Optional::stream)
                .reduce((first, second) -> first + " " + second);
    }

    public void publish() {
        try {
            tell(publisher.publish(clock.instant()));
        } catch (RuntimeException e) {
            told.set(
                    "La dernière publication a échoué\u202f; la version en ligne n’a pas changé. Le journal du programme dit"
                            + " pourquoi.");
            throw e;
        }
    }

    private void tell(Outcome outcome) {
        told.set(Publications.sentence(outcome));
        switch (outcome.state()) {
            case PUBLISHED -> LOG.info("{}", Publications.sentence(outcome));
            case UNCHANGED -> LOG.debug("{}", Publications.sentence(outcome));
            case HELD -> LOG.error("{}", Publications.sentence(outcome));
        }
    }
}
