package moisson.publish.portal;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import moisson.store.PortalTable.Link;
import moisson.store.Store;
import org.jspecify.annotations.Nullable;

/** Our own map of what stands where on one portal. Written down at every change, before the next request. */
final class Links {
    private final Store store;
    private final String portal;
    private final boolean writing;
    private final Map<String, Link> byKey = new ConcurrentHashMap<>();

    /** @param writing false for a dry run, which leaves the map as it is */
    Links(Store store, String portal, boolean writing) {
        this.store = store;
        this.portal = portal;
        this.writing = writing;
        store.read(tables -> tables.portals().links(portal)).forEach(link -> byKey.put(link.key(), link));
    }

    String portal() {
        return portal;
    }

    Optional<Link> find(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    Link get(String key) {
        return find(key).orElseGet(() -> new Link(portal, key, null, null, null, null));
    }

    void keep(Link link) {
        Link before = byKey.put(link.key(), link);
        if (writing && !link.equals(before)) {
            store.inTransaction(tables -> {
                tables.portals().keep(link);
                return link;
            });
        }
    }

    /** Known at that place. */
    void at(String key, String remote) {
        Link link = get(key);
        keep(new Link(portal, key, remote, link.sha256(), link.seen(), link.sent()));
    }

    /** Bytes are on their way. */
    void sending(String key, String sum) {
        Link link = get(key);
        keep(new Link(portal, key, link.remote(), link.sha256(), link.seen(), sum));
    }

    /** The portal has bytes that we sent: of the file named by its SHA-256, or of one before it. */
    void arrived(String key, @Nullable String sha256, String sum) {
        keep(new Link(portal, key, get(key).remote(), sha256, sum, null));
    }
}
