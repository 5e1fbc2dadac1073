package moisson.app;

import java.time.Clock;
import moisson.publish.Outcome;
import moisson.publish.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the schedule asks for a new version: the bean {@code publication}. */
public final class PublicationDoor {
    private static final Logger LOG = LoggerFactory.getLogger(PublicationDoor.class);

    private final Publisher publisher;
    private final Clock clock;

    PublicationDoor(Publisher publisher, Clock clock) {
        this.publisher = publisher;
        this.clock = clock;
    }

    public void publish() {
        Outcome outcome = publisher.publish(clock.instant());
        switch (outcome.state()) {
            case PUBLISHED -> LOG.info("{}", Publications.sentence(outcome));
            case UNCHANGED -> LOG.debug("{}", Publications.sentence(outcome));
            case HELD -> LOG.error("{}", Publications.sentence(outcome));
        }
    }
}
