package moisson.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import moisson.event.Cluster;
import moisson.event.Event;
import moisson.event.EventId;
import moisson.event.Publication;
import moisson.publish.Outcome;
import org.apache.commons.io.FileUtils;
import org.apache.commons.io.file.PathUtils;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever follows a feed has what is published, having heard of every change once. */
class FeedsTest {
    @TempDir
    private static Path first;

    @TempDir
    private Path home;

    private SiteForTest site;

    @BeforeAll
    static void publishTheFirstVersion() {
        new SiteForTest(first).close();
    }

    /** Over a copy of the first version and its database, as after a start. */
    @BeforeEach
    void start() throws IOException {
        PathUtils.copyDirectory(first, home);
        site = new SiteForTest(home, SiteForTest.NOW, 0, false);
        Publication latest =
                site.store.read(tables -> tables.publications().latest()).orElseThrow();
        assertThat(site.library.open(latest)).isEmpty();
    }

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void aReaderWhoPollsThroughFivePublicationsHasWhatIsPublished() {
        FollowerForTest faithful = new FollowerForTest(site, 7);
        FollowerForTest late = new FollowerForTest(site, 500);
        follow(faithful);
        assertThat(faithful.heard).hasSize(36).allMatch(item -> item.startsWith("updated "));
        assertThat(faithful.members).hasSize(36).allMatch(member -> member.startsWith("Create "));

        List<Event> events = new ArrayList<>(EventsForTest.all());
        Event added = EventsForTest.event(
                "nouveau",
                "Un atelier de plus",
                events.getFirst().kind(),
                EventsForTest.when("2020-11-12T10:00:00+01:00", "2020-11-12T11:00:00+01:00", "Europe/Paris"),
                events.getFirst().place());
        events.add(added);
        heard(faithful, publish(2, events, Map.of(), List.of()), "updated nouveau", "Create nouveau");

        Event renamed = EventsForTest.renamed(events.get(2), "Marché des idées très simples");
        events.set(2, renamed);
        heard(faithful, publish(3, events, Map.of(), List.of()), "updated e3", "Update e3");

        events.remove(added);
        heard(faithful, publish(4, events, Map.of(), List.of("nouveau")), "deleted nouveau", "Delete nouveau");

        // Merged: e5 goes into e4, which then has two records.
        Outcome merged = publish(5, events, Map.of("e5", "e4"), List.of());
        faithful.heard.clear();
        faithful.members.clear();
        follow(faithful);
        assertThat(merged.state()).isEqualTo(Outcome.State.PUBLISHED);
        assertThat(faithful.heard).containsExactly("updated e4", "deleted e5");
        assertThat(faithful.members).containsExactly("Update e4", "Delete e5");
        assertThat(site.get("/id/evenement/e5", "Accept", "text/turtle")
                        .headers()
                        .firstValue("Location"))
                .hasValue("/id/evenement/e4");
        assertThat(site.get("/flux/ldes/1", "Accept", "application/n-quads").body())
                .contains("<https://moisson.example/id/evenement/e5> <http://purl.org/dc/terms/isReplacedBy> "
                        + "<https://moisson.example/id/evenement/e4> <https://moisson.example/id/changement/");

        // Nothing changed: no version, nothing to hear.
        assertThat(publish(6, events, Map.of("e5", "e4"), List.of()).state()).isEqualTo(Outcome.State.UNCHANGED);
        faithful.heard.clear();
        faithful.members.clear();
        follow(faithful);
        assertThat(faithful.heard).isEmpty();
        assertThat(faithful.members).isEmpty();

        follow(late);
        assertThat(late.heard).hasSize(37);
        assertThat(late.members).hasSize(41);
        assertThat(late.items()).isEqualTo(faithful.items());
        assertThat(late.told()).isEqualTo(faithful.told());
    }

    @Test
    void nothingIsLostWithTheVersionsThatArePruned() throws IOException {
        List<Event> events = new ArrayList<>(EventsForTest.all());
        events.set(2, EventsForTest.renamed(events.get(2), "Marché des idées très simples"));
        publish(2, events, Map.of(), List.of());
        FileUtils.deleteDirectory(home.resolve("publications/1").toFile());
        events.set(2, EventsForTest.renamed(events.get(2), "Marché des idées"));
        publish(3, events, Map.of(), List.of());
        FileUtils.deleteDirectory(home.resolve("publications/2").toFile());
        FollowerForTest late = new FollowerForTest(site, 10);
        follow(late);
        assertThat(late.members).hasSize(38);
        assertThat(site.get("/flux/ldes/1", "Accept", "application/n-quads").body())
                .contains("très simples");
    }

    @Test
    void aLostJournalIsWrittenAgain() throws IOException {
        FileUtils.deleteDirectory(home.resolve("publications/journal").toFile());
        HttpResponse<String> lost = site.get("/flux/ldes/1");
        assertThat(lost.statusCode()).isEqualTo(503);
        assertThat(lost.headers().firstValue("Retry-After")).isPresent();
        assertThat(lost.headers().firstValue("Cache-Control").orElse("")).doesNotContain("immutable");
        List<Event> events = new ArrayList<>(EventsForTest.all());
        events.set(2, EventsForTest.renamed(events.get(2), "Marché des idées très simples"));
        publish(2, events, Map.of(), List.of());
        FollowerForTest late = new FollowerForTest(site, 10);
        follow(late);
        assertThat(late.members).hasSize(37).contains("Create e3").endsWith("Update e3");
    }

    @Test
    void whatADatabaseThatWasSetBackDoesNotKnowIsNotToldTwice() throws IOException {
        List<Event> events = new ArrayList<>(EventsForTest.all());
        Path page = home.resolve("publications/journal/1");
        // Of two versions that were recorded once: the line 37, then the line 38.
        FileUtils.copyFile(
                page.resolve("0000000001.nq.gz").toFile(),
                page.resolve("0000000038.nq.gz").toFile());
        events.set(2, EventsForTest.renamed(events.get(2), "Marché des idées très simples"));
        events.set(3, EventsForTest.renamed(events.get(3), "Une autre rencontre"));
        publish(2, events, Map.of(), List.of());
        FollowerForTest late = new FollowerForTest(site, 10);
        follow(late);
        assertThat(late.members).hasSize(38);
        assertThat(page.resolve("0000000038.nq.gz")).doesNotExist();
    }

    @Test
    void aFullPageNeverChangesAgain() {
        List<Event> events = new ArrayList<>(EventsForTest.all());
        for (int i = 0; i < 470; i++) {
            Event like = events.get(i % 30);
            events.add(EventsForTest.event("p" + i, "Rencontre " + i, like.kind(), like.when(), like.place()));
        }
        publish(2, events, Map.of(), List.of());
        HttpResponse<String> full = site.get("/flux/ldes/1");
        assertThat(full.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/n-quads");
        assertThat(full.headers().firstValue("Cache-Control")).hasValue("public, max-age=31536000, immutable");
        assertThat(full.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
        HttpResponse<String> open = site.get("/flux/ldes/2");
        assertThat(open.headers().firstValue("Cache-Control")).hasValue("no-cache");
        events.set(2, EventsForTest.renamed(events.get(2), "Marché des idées très simples"));
        publish(3, events, Map.of(), List.of());
        String tag = full.headers().firstValue("ETag").orElseThrow();
        assertThat(site.get("/flux/ldes/1", "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(site.get(
                                "/flux/ldes/2",
                                "If-None-Match",
                                open.headers().firstValue("ETag").orElseThrow())
                        .statusCode())
                .isEqualTo(200);
        assertThat(site.get("/flux/ldes/3").statusCode()).isEqualTo(404);
        FollowerForTest late = new FollowerForTest(site, 500);
        follow(late);
        assertThat(late.members).hasSize(507);
    }

    @Test
    void aVersionThatFailedHalfWayLeavesNothingInTheStream() throws IOException {
        List<Event> events = new ArrayList<>(EventsForTest.all());
        String before = site.get("/flux/ldes/1").body();
        byte[] leftover = site.bytes("/flux/ldes/1", "Accept", "application/n-quads", "Accept-Encoding", "gzip")
                .body();
        FileUtils.writeByteArrayToFile(
                home.resolve("publications/journal/1/0000000037.nq.gz").toFile(), leftover);
        assertThat(site.get("/flux/ldes/1").body()).isEqualTo(before);
        events.set(2, EventsForTest.renamed(events.get(2), "Marché des idées très simples"));
        publish(2, events, Map.of(), List.of());
        FollowerForTest late = new FollowerForTest(site, 10);
        follow(late);
        assertThat(late.members).hasSize(37).endsWith("Update e3");
    }

    private void heard(FollowerForTest follower, Outcome outcome, String item, String member) {
        assertThat(outcome.state()).as(outcome.reason()).isEqualTo(Outcome.State.PUBLISHED);
        follower.heard.clear();
        follower.members.clear();
        follow(follower);
        assertThat(follower.heard).containsExactly(item);
        assertThat(follower.members).containsExactly(member);
    }

    /** Polls both feeds, then compares with the files of the current version. */
    private void follow(FollowerForTest follower) {
        follower.pollRpde();
        follower.pollStream();
        assertThat(follower.items())
                .isEqualTo(FollowerForTest.published(
                        site.get("/donnees/evenements.jsonl").body()));
        DatasetGraph graphs = site.library.current().orElseThrow().graph();
        Set<Triple> published = new HashSet<>();
        graphs.getDefaultGraph().find().forEachRemaining(published::add);
        Set<Triple> told = follower.told();
        assertThat(told.stream().filter(triple -> !published.contains(triple))).isEmpty();
        assertThat(published.stream()
                        .filter(triple -> triple.getSubject().getURI().matches(".*/id/(evenement|organisateur)/.*"))
                        .filter(triple -> !told.contains(triple)))
                .isEmpty();
        assertThat(follower.graphs().keySet())
                .containsExactlyInAnyOrderElementsOf(graphs.getDefaultGraph()
                        .find(Node.ANY, Node.ANY, NodeFactory.createURI("http://schema.org/Event"))
                        .mapWith(triple -> triple.getSubject().getURI())
                        .toList());
    }

    private Outcome publish(int day, List<Event> events, Map<String, String> merged, List<String> removed) {
        Instant at = SiteForTest.NOW.plus(Duration.ofDays(day));
        List<Cluster> clusters = new ArrayList<>();
        for (Cluster cluster : EventsForTest.clusters(events)) {
            List<EventId> members = new ArrayList<>(cluster.members());
            merged.forEach((from, to) -> {
                if (to.equals(cluster.id())) {
                    members.add(new EventId("ville-fictive", from));
                }
            });
            if (!merged.containsKey(cluster.id())) {
                clusters.add(new Cluster(cluster.id(), members));
            }
        }
        site.store.inTransaction(tables -> {
            tables.records().remove("ville-fictive", removed, at, "retirée de la source");
            return true;
        });
        return site.publish(events, clusters, merged, at);
    }
}
