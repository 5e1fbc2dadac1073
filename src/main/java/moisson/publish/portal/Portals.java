package moisson.publish.portal;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import moisson.publish.Manifest;
import moisson.store.PortalTable;
import moisson.store.Store;
import moisson.store.StoreException;

/** The portals we publish to: compares the current version with what stands there, and brings over what differs. */
public final class Portals {
    private final Store store;
    private final List<PortalSettings> portals;
    private final Patience patience;

    public Portals(Store store, List<PortalSettings> portals) {
        this(store, portals, Patience.STANDARD);
    }

    Portals(Store store, List<PortalSettings> portals, Patience patience) {
        this.store = store;
        this.portals = List.copyOf(portals);
        this.patience = patience;
    }

    /** Their ids, in the order of the settings. */
    public List<String> ids() {
        return portals.stream().map(PortalSettings::id).toList();
    }

    /**
     * What a push would do. Only reads, there and here.
     *
     * @param id of the portal
     * @param folder of the version
     */
    public PushReport plan(String id, Path folder, Manifest manifest) {
        PortalSettings settings = get(id);
        try (Portal portal = open(settings)) {
            return new Push(portal, settings, new Links(store, id, false), patience)
                    .plan(
                            Offers.of(settings, folder, manifest),
                            manifest.publication().number());
        }
    }

    /**
     * Brings a version to a portal, and remembers how that ended. What goes wrong there is told, not thrown.
     *
     * @throws StoreException when our own memory fails
     */
    public PushReport push(String id, Path folder, Manifest manifest, Instant now) {
        PortalSettings settings = get(id);
        PushReport report;
        try (Portal portal = open(settings)) {
            report = new Push(portal, settings, new Links(store, id, true), patience)
                    .push(
                            Offers.of(settings, folder, manifest),
                            manifest.publication().number());
        }
        PortalTable.Push push = new PortalTable.Push(id, report.publication(), now, report.whole(), report.sentence());
        store.inTransaction(tables -> {
            tables.portals().keep(push);
            return push;
        });
        return report;
    }

    /** How the last push to a portal ended; empty before the first. */
    public Optional<PortalTable.Push> last(String id) {
        return store.read(tables -> tables.portals().lastPush(id));
    }

    private PortalSettings get(String id) {
        return portals.stream()
                .filter(portal -> portal.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Le portail «\u202f" + id + "\u202f» n’est pas réglé. Portails connus\u202f: "
                                + (portals.isEmpty() ? "aucun" : String.join(", ", ids())) + "."));
    }

    private Portal open(PortalSettings settings) {
        return switch (settings.kind()) {
            case UDATA -> new Udata(settings, patience);
            case CKAN -> new Ckan(settings, patience);
        };
    }
}
