package moisson.publish.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import moisson.publish.Manifest;
import moisson.publish.portal.PortalSettings.Edits;
import moisson.publish.portal.PortalSettings.Files;
import moisson.publish.portal.PortalSettings.Kind;
import moisson.store.PortalTable.Link;
import moisson.store.Store;

/** A portal on loopback, an empty store, and the way between them. */
final class PushForTest implements AutoCloseable {
    static final Instant MONDAY = Instant.parse("2021-01-04T06:00:00Z");

    private final Kind kind;
    private final Path folder;
    private final PortalServerForTest server;
    private Store store;
    private Files files = Files.UPLOAD;
    private Edits edits = Edits.KEEP;
    private int attempts = 1;
    private String id = "essai";
    private Duration deadline = Duration.ofSeconds(20);

    PushForTest(Kind kind, Path folder) throws IOException {
        this.kind = kind;
        this.folder = folder;
        this.server = kind == Kind.UDATA ? new UdataServerForTest() : new CkanServerForTest();
        this.store = Store.open("jdbc:sqlite:" + folder.resolve("moisson.db"), null, null);
    }

    PortalServerForTest server() {
        return server;
    }

    VersionForTest version(int number) {
        return new VersionForTest(folder.resolve("versions"), number);
    }

    PushForTest overwriting() {
        edits = Edits.OVERWRITE;
        return this;
    }

    PushForTest linking() {
        files = Files.LINK;
        return this;
    }

    PushForTest trying(int times) {
        attempts = times;
        return this;
    }

    PushForTest waiting(Duration answer) {
        deadline = answer;
        return this;
    }

    /** Another portal of the same server, which knows what the one before knew. */
    void startFrom(JsonNode state, List<Link> links) {
        server.restore(state);
        id = "essai" + (Integer.parseInt("0" + id.substring("essai".length())) + 1);
        store.inTransaction(tables -> {
            links.forEach(link -> tables.portals()
                    .keep(new Link(id, link.key(), link.remote(), link.sha256(), link.seen(), link.sent())));
            return links;
        });
    }

    List<Link> links() {
        return store.read(tables -> tables.portals().links(id));
    }

    /** As if the database had been lost. */
    void loseTheMap() {
        store.close();
        store = Store.open("jdbc:sqlite:" + folder.resolve("autre.db"), null, null);
    }

    PushReport push(VersionForTest version) throws IOException {
        return push(version.folder(), version.write());
    }

    /** A version that was written before. */
    PushReport push(Path written, Manifest manifest) {
        return portals().push(id, written, manifest, MONDAY);
    }

    PushReport plan(VersionForTest version) throws IOException {
        return plan(version.folder(), version.write());
    }

    PushReport plan(Path written, Manifest manifest) {
        return portals().plan(id, written, manifest);
    }

    Portals portals() {
        return new Portals(
                store,
                List.of(new PortalSettings(
                        id,
                        kind,
                        server.address(),
                        server.token(),
                        "org-fictive",
                        files,
                        edits,
                        "moisson-",
                        "lov2",
                        List.of("*"))),
                new Patience(deadline, Duration.ZERO, attempts, Duration.ofMillis(1), Duration.ofSeconds(1)));
    }

    /** The dataset of the events. */
    ObjectNode events() {
        for (JsonNode one : server.state()) {
            String told = one.toString();
            if (told.contains("moisson-evenements\"")) {
                return (ObjectNode) one;
            }
        }
        throw new AssertionError(server.state());
    }

    ArrayNode resources() {
        return (ArrayNode) events().get("resources");
    }

    ObjectNode resource(String title) {
        return (ObjectNode) StreamSupport.stream(resources().spliterator(), false)
                .filter(one -> one.path(titleField()).asText().startsWith(title))
                .findFirst()
                .orElseThrow();
    }

    /** Titles of the resources of the events, in order. */
    List<String> titles() {
        return StreamSupport.stream(resources().spliterator(), false)
                .map(one -> one.path(titleField()).asText().replaceFirst(" – .*", ""))
                .toList();
    }

    String titleField() {
        return kind == Kind.UDATA ? "title" : "name";
    }

    void addForeign(int place, String title) {
        if (kind == Kind.UDATA) {
            UdataServerForTest.addForeign(events(), place, title);
        } else {
            CkanServerForTest.addForeign(events(), place, title);
        }
    }

    @Override
    public void close() {
        store.close();
        server.close();
    }
}
