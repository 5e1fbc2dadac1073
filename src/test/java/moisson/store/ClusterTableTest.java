package moisson.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import moisson.event.Cluster;
import moisson.event.Match;
import moisson.event.Match.Decision;
import moisson.event.Reason;
import moisson.event.Verdict;
import moisson.store.ClusterTable.Decided;
import moisson.store.ClusterTable.Entry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClusterTableTest extends StoreContract {
    @BeforeEach
    void fourRecords() {
        given("a", "b", "c", "d");
    }

    @Test
    void clustersComeBackSortedByIdWithTheirMembersInOrder() {
        replace(List.of(cluster("Z", "b", "a"), cluster("Y", "c")), List.of());

        assertList(tables -> tables.clusters().all()).containsExactly(cluster("Y", "c"), cluster("Z", "b", "a"));
        assertFound(tables -> tables.clusters().find("Z")).contains(cluster("Z", "b", "a"));
        assertFound(tables -> tables.clusters().find("X")).isEmpty();
        assertThat(store.<Map<?, ?>>read(tables -> tables.clusters().membership()))
                .isEqualTo(Map.of(id("a"), "Z", id("b"), "Z", id("c"), "Y"));
        assertFound(tables -> tables.clusters().clusterOf(id("a"))).contains("Z");
        assertFound(tables -> tables.clusters().clusterOf(id("d"))).isEmpty();
    }

    @Test
    void clustersThatAreKnownAreNotReadAndAnythingNewOfThemIsNoticed() {
        replace(List.of(cluster("Z", "b", "a"), cluster("Y", "c")), List.of());
        Map<String, String> outlines = new HashMap<>();
        assertThat(read(outline -> {
                    outlines.put(outline.id(), outline.records());
                    return false;
                }))
                .containsExactlyInAnyOrder("Z", "Y");
        Predicate<ClusterTable.Outline> known = outline -> outline.records().equals(outlines.get(outline.id()));
        assertThat(read(known)).isEmpty();
        store.inTransaction(tables -> {
            tables.records().remove(id("b").source(), List.of("b"), MORNING, "retirée");
            return true;
        });
        assertThat(read(known)).containsExactly("Z");
    }

    private List<String> read(Predicate<ClusterTable.Outline> known) {
        List<String> read = new ArrayList<>();
        store.read(tables -> {
            tables.clusters().forEachLiving(known, living -> read.add(living.id()));
            return true;
        });
        return read;
    }

    @Test
    void livingClustersAreToldWithTheirLivingRecords() {
        replace(List.of(cluster("Z", "b", "a", "d"), cluster("Y", "c")), List.of());
        store.inTransaction(tables -> {
            tables.records().remove(id("c").source(), List.of("c", "d"), MORNING, "retirée");
            return true;
        });

        List<ClusterTable.Living> living = new ArrayList<>();
        store.read(tables -> {
            tables.clusters().forEachLiving(living::add);
            return true;
        });
        assertThat(living).singleElement().satisfies(cluster -> {
            assertThat(cluster.id()).isEqualTo("Z");
            assertThat(cluster.records())
                    .extracting(record -> record.event().id())
                    .containsExactlyInAnyOrder(id("a"), id("b"));
        });
    }

    @Test
    void aRecordThatLeavesIsRememberedWithItsClusterButIsNoMember() {
        replace(List.of(cluster("Y", "a", "b"), cluster("Z", "c")), List.of());
        replace(List.of(cluster("Y", "b")), List.of());

        assertList(tables -> tables.clusters().all()).containsExactly(cluster("Y", "b"));
        assertFound(tables -> tables.clusters().find("Z")).isEmpty();
        assertFound(tables -> tables.clusters().clusterOf(id("a"))).contains("Y");
        assertFound(tables -> tables.clusters().clusterOf(id("c"))).contains("Z");
    }

    @Test
    void aRecordThatLeftFollowsItsClusterWhenThatIsMergedAway() {
        replace(List.of(cluster("Y", "a"), cluster("Z", "b")), List.of());
        replace(List.of(cluster("Z", "b")), List.of());
        redirect(List.of(cluster("Z", "b")), Map.of("Y", "Z"));

        assertFound(tables -> tables.clusters().clusterOf(id("a"))).contains("Z");
        assertThat(store.<Map<?, ?>>read(tables -> tables.clusters().membership()))
                .isEqualTo(Map.of(id("a"), "Z", id("b"), "Z"));
    }

    @Test
    void aRecordIsAMemberOnceAndMustBeKnown() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> replace(List.of(cluster("Y", "a"), cluster("Z", "a")), List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> replace(List.of(cluster("Y", "nobody")), List.of()));
        assertList(tables -> tables.clusters().all()).isEmpty();
    }

    @Test
    void redirectsAreFollowedToTheirEnd() {
        redirect(List.of(), Map.of("A", "B"));
        redirect(List.of(), Map.of("B", "C"));
        redirect(List.of(), Map.of("D", "A"));

        assertFound(tables -> tables.clusters().redirect("A")).contains("C");
        assertFound(tables -> tables.clusters().redirect("C")).isEmpty();
        assertMap(tables -> tables.clusters().redirects()).isEqualTo(Map.of("A", "C", "B", "C", "D", "C"));
    }

    @Test
    void redirectsCannotRunInACircle() {
        redirect(List.of(), Map.of("A", "B", "B", "C"));

        assertThatIllegalArgumentException().isThrownBy(() -> redirect(List.of(), Map.of("C", "A")));
        assertThatIllegalArgumentException().isThrownBy(() -> redirect(List.of(), Map.of("E", "E")));
        assertMap(tables -> tables.clusters().redirects()).isEqualTo(Map.of("A", "C", "B", "C"));
    }

    @Test
    void anIdThatLivesAgainIsNoLongerRedirected() {
        redirect(List.of(cluster("B", "a")), Map.of("A", "B"));
        redirect(List.of(cluster("A", "a")), Map.of("B", "A"));

        assertMap(tables -> tables.clusters().redirects()).isEqualTo(Map.of("B", "A"));
        assertThatIllegalArgumentException().isThrownBy(() -> redirect(List.of(cluster("A", "a")), Map.of("A", "C")));
    }

    @Test
    void matchesAreReplacedAsAWhole() {
        Match joined = match("a", "b", 12.5, Decision.JOINED);
        Match review = match("c", "d", -1.0 / 3, Decision.REVIEW);
        replace(List.of(), List.of(joined, review));
        assertList(tables -> tables.clusters().matches()).containsExactly(joined, review);

        Match sure = match("c", "d", 20, Decision.JOINED);
        replace(List.of(), List.of(sure));
        assertList(tables -> tables.clusters().matches()).containsExactly(sure);
    }

    @Test
    void thePairAfterAnotherIsTheNextToReview() {
        Match first = match("a", "b", 6.5, Decision.REVIEW);
        Match second = match("a", "c", 0.1 + 0.2, Decision.REVIEW);
        Match third = match("b", "c", 0.1 + 0.2, Decision.REVIEW);
        Match last = match("c", "d", -2, Decision.REVIEW);
        replace(List.of(), List.of(match("a", "d", 5, Decision.JOINED), last, third, first, second));

        List<Match> queue = new ArrayList<>(List.of(first));
        for (Optional<Match> next = after(first); next.isPresent(); next = after(next.get())) {
            queue.add(next.get());
        }

        assertThat(queue).containsExactly(first, second, third, last);
        assertList(tables -> tables.clusters().toReview(9, 0)).isEqualTo(queue);
        assertThat(after(match("a", "d", 5, Decision.JOINED))).isEmpty();
    }

    private Optional<Match> after(Match match) {
        return ask(tables -> tables.clusters().toReviewAfter(match.left(), match.right()));
    }

    @Test
    void theMatchesOfAClusterAreThoseOfItsMembersOnEitherSide() {
        Match inside = match("a", "b", 12, Decision.JOINED);
        Match leftward = match("d", "b", 5, Decision.PART_OF);
        Match elsewhere = match("c", "d", 3, Decision.REVIEW);
        replace(
                List.of(cluster("X", "a", "b"), cluster("Y", "c"), cluster("Z", "d")),
                List.of(inside, leftward, elsewhere));

        assertList(tables -> tables.clusters().matchesOf("X")).containsExactly(inside, leftward);
        assertList(tables -> tables.clusters().matchesOf("Y")).containsExactly(elsewhere);
        assertList(tables -> tables.clusters().matchesOf("inconnu")).isEmpty();
    }

    @Test
    void replacingByTheSameWritesNothing() throws IOException {
        assumeTrue(engine == Engine.SQLITE);
        List<Cluster> clusters = List.of(cluster("X", "a", "b"), cluster("Y", "c"));
        List<Match> matches = List.of(match("a", "b", 12, Decision.JOINED));
        write(tables -> tables.clusters().replace(clusters, matches, Map.of("A", "X"), List.of()));
        long before = logSize();

        write(tables -> tables.clusters().replace(clusters, matches, Map.of("A", "X"), List.of()));
        assertThat(logSize()).isEqualTo(before);

        replace(clusters, List.of());
        assertThat(logSize()).isGreaterThan(before);
    }

    private long logSize() throws IOException {
        return Files.size(folder.resolve("moisson.db-wal"));
    }

    @Test
    void theLedgerGrowsInOrder() {
        Entry born = new Entry(NOON, "X", "né de a");
        Entry grown = new Entry(MORNING, "X", "b s'y joint");
        write(tables -> tables.clusters().replace(List.of(), List.of(), Map.of(), List.of(born)));
        write(tables -> tables.clusters()
                .replace(List.of(), List.of(), Map.of(), List.of(new Entry(NOON, "Y", "né de c"), grown)));

        assertList(tables -> tables.clusters().ledger("X")).containsExactly(born, grown);
    }

    @Test
    void aLaterVerdictOnTheSamePairReplacesTheFirstInWhicheverOrder() {
        write(tables -> tables.clusters().decide(new Verdict(id("b"), id("a"), true), "même salle", MORNING));
        write(tables -> tables.clusters().decide(new Verdict(id("c"), id("d"), true), "même texte", MORNING));
        write(tables -> tables.clusters().decide(new Verdict(id("a"), id("b"), false), "autre jour", NOON));

        assertList(tables -> tables.clusters().verdicts())
                .containsExactly(new Verdict(id("a"), id("b"), false), new Verdict(id("c"), id("d"), true));
        assertList(tables -> tables.clusters().decided())
                .contains(new Decided(new Verdict(id("a"), id("b"), false), "autre jour", NOON));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        write(tables -> tables.clusters().decide(new Verdict(id("a"), id("nobody"), true), "?", NOON)));
    }

    private void replace(List<Cluster> clusters, List<Match> matches) {
        write(tables -> tables.clusters().replace(clusters, matches, Map.of(), List.of()));
    }

    private void redirect(List<Cluster> clusters, Map<String, String> redirects) {
        write(tables -> tables.clusters().replace(clusters, List.of(), redirects, List.of()));
    }

    private static Cluster cluster(String id, String... members) {
        return new Cluster(id, Arrays.stream(members).map(StoreContract::id).toList());
    }

    private static Match match(String left, String right, double score, Decision decision) {
        return new Match(
                id(left), id(right), score, decision, List.of(new Reason("titre", left, right + " « ü 🎉 »", score)));
    }
}
