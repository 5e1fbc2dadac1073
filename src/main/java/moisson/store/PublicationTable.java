package moisson.store;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import moisson.event.Publication;

/** The versions published, and since when each event has been what it is. */
public final class PublicationTable {
    PublicationTable() {}

    /** When an event was first published and last changed, and the hash of its published values. */
    public record Life(String id, String hash, Instant publishedAt, Instant modifiedAt) {}

    public Optional<Publication> latest() {
        throw new UnsupportedOperationException();
    }

    /** By id of the cluster: everything that was ever published. */
    public Map<String, Life> lives() {
        throw new UnsupportedOperationException();
    }

    /** Writes down a new version and the lives of the events that changed in it. */
    public void keep(Publication publication, Collection<Life> changed) {
        throw new UnsupportedOperationException(publication.toString() + changed);
    }
}
